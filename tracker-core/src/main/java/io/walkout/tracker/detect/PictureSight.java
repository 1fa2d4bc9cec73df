package io.walkout.tracker.detect;

import io.walkout.store.EventTime;
import java.util.Arrays;

/**
 * Whether a camera's pictures show anything at all, whatever the background: a black or covered
 * camera has no contrast, and a frozen one repeats itself to the bit, which a sensor's noise never
 * does for long. Single-threaded.
 */
final class PictureSight {
  /** Every so manieth value is looked at for contrast; coprime to the three channels. */
  private static final int STRIDE = 17;

  /** Least standard deviation, in levels: more than the noise of a sensor in the dark. */
  private static final double LEAST_CONTRAST = 5;

  /** Pictures equal to the bit for so long are one picture; codecs repeat still ones for less. */
  private static final long FROZEN_NANOS = 2 * EventTime.SECOND;

  private final byte[] before;
  private long changedNanos = Long.MIN_VALUE;

  PictureSight(int bytes) {
    before = new byte[bytes];
  }

  /** Takes the next picture; whether it shows anything. */
  boolean sees(byte[] bgr, long nanos) {
    if (changedNanos == Long.MIN_VALUE || !Arrays.equals(bgr, before)) {
      System.arraycopy(bgr, 0, before, 0, before.length);
      changedNanos = nanos;
    }
    return nanos - changedNanos < FROZEN_NANOS && contrast(bgr) >= LEAST_CONTRAST;
  }

  private static double contrast(byte[] bgr) {
    long sum = 0;
    long squares = 0;
    int n = 0;
    for (int i = 0; i < bgr.length; i += STRIDE) {
      int v = bgr[i] & 0xff;
      sum += v;
      squares += (long) v * v;
      n++;
    }
    double mean = (double) sum / n;
    return Math.sqrt(Math.max(0, (double) squares / n - mean * mean));
  }
}
