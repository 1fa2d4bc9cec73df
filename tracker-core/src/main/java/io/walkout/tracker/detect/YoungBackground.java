package io.walkout.tracker.detect;

import java.util.Arrays;

/**
 * A camera's background in its first seconds, when nobody has said what the empty place looks like:
 * pictures spread over them are kept, and their median is taken again each time there are some
 * more, so that whoever walks leaves no ghost after a second and whoever lingers none after a
 * dozen. Knows only pictures that have come. One thread.
 */
final class YoungBackground {
  /** Pictures kept at most; then the background is left to follow by itself. */
  private static final int SAMPLES = 24;

  /** Time from one to the next: a walking person leaves the place where they stood. */
  private static final long APART_NANOS = 400_000_000L;

  /** Fewer have no median worth the name. */
  private static final int LEAST = 3;

  /** As in {@link BackgroundPrimer}: who stands in a third of the pictures is no noise. */
  private static final double QUANTILE = 0.3;

  private static final float QUANTILE_SIGMAS = 0.9f;

  private byte[][] pictures = new byte[SAMPLES][];
  private final int[] values = new int[SAMPLES];
  private int count;
  private long lastNanos;

  /** Whether it has seen all that it wants to. */
  boolean isGrown() {
    return count == SAMPLES;
  }

  /**
   * Takes a picture; whether the model was primed anew.
   *
   * @param somebody pixels of people who have been seen to move: whoever stands still for most of
   *     the time so far came before a background that is known already, which is left as it is
   */
  boolean update(byte[] bgr, long nanos, BackgroundModel model, boolean[] somebody) {
    if (isGrown() || (count > 0 && nanos - lastNanos < APART_NANOS)) {
      return false;
    }
    lastNanos = nanos;
    pictures[count++] = bgr.clone();
    boolean due = count == LEAST || count == 5 || (count > 5 && count % 4 == 0);
    if (due) {
      byte[] median = median(bgr.length);
      model.prime(median, noise(median), count > LEAST ? somebody : new boolean[0]);
    }
    if (isGrown()) {
      pictures = new byte[0][];
    }
    return due;
  }

  private byte[] median(int bytes) {
    byte[] median = new byte[bytes];
    for (int k = 0; k < bytes; k++) {
      for (int i = 0; i < count; i++) {
        values[i] = pictures[i][k] & 0xff;
      }
      Arrays.sort(values, 0, count);
      median[k] = (byte) values[count / 2];
    }
    return median;
  }

  private float[] noise(byte[] median) {
    float[] noise = new float[median.length / 3];
    for (int p = 0; p < noise.length; p++) {
      for (int i = 0; i < count; i++) {
        int most = 0;
        for (int k = 3 * p; k < 3 * p + 3; k++) {
          most = Math.max(most, Math.abs((pictures[i][k] & 0xff) - (median[k] & 0xff)));
        }
        values[i] = most;
      }
      Arrays.sort(values, 0, count);
      noise[p] = values[(int) (QUANTILE * count)] / QUANTILE_SIGMAS;
    }
    return noise;
  }
}
