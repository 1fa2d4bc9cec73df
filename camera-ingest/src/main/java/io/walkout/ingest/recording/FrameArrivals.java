package io.walkout.ingest.recording;

import io.walkout.store.EventTime;
import java.util.Arrays;

/**
 * When the frames of a video arrived, where the table of times says what can't be. A connection
 * keeps frames in order, so an arrival before the one of the frame before becomes that; but one
 * that lies beyond most of those after it is wrong itself, and must not hold all of them up. Where
 * frames arrive when they are captured, arrivals go on at the usual step when the camera's clock is
 * set back for good. All times are non-negative nanoseconds; what is not becomes 0.
 */
final class FrameArrivals {
  /**
   * Frames after one that judge it: most of the next few or of the next many. The few tell a small
   * error, the many one that several frames share.
   */
  private static final int FEW = 3;

  private static final int MANY = 7;

  /** The last frame, which none is after, is not believed so far ahead, or so many usual steps. */
  private static final long LEAP_NANOS = 2 * EventTime.SECOND;

  private static final int STEPS_IN_LEAP = 10;

  private static final long MOST_NANOS = 1L << 62;

  private final long[] stated;
  private final boolean captures;
  private final long step;
  private long offset;

  private FrameArrivals(long[] nanos, boolean captures) {
    stated = new long[nanos.length];
    for (int i = 0; i < nanos.length; i++) {
      stated[i] = Math.clamp(nanos[i], 0, MOST_NANOS);
    }
    this.captures = captures;
    this.step = usualStep(stated);
  }

  /**
   * The arrivals in order.
   *
   * @param captures whether they are the frames' capture times, none being stated of their own
   */
  static long[] inOrder(long[] nanos, boolean captures) {
    return new FrameArrivals(nanos, captures).order();
  }

  private long[] order() {
    long[] arrivals = new long[stated.length];
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] = i == 0 ? first() : next(i, arrivals[i - 1]);
    }
    return arrivals;
  }

  /** The first has none before it: it stays with those after it. */
  private long first() {
    int after = Math.min(FEW, stated.length - 1);
    if (after < 2) {
      return stated[0];
    }
    long least = Long.MAX_VALUE;
    for (int j = 1; j <= after; j++) {
      least = Math.min(least, stated[j]);
    }
    return most(0, after, 0, stated[0]) || least - stated[0] > leap() ? least : stated[0];
  }

  private long next(int i, long last) {
    int after = stated.length - 1 - i;
    long nanos = stated[i] + offset;
    if (nanos >= last) {
      return isWrong(i, after, last, nanos) ? last : nanos;
    }
    if (captures && after >= FEW && most(i, Math.min(MANY, after), 0, last)) {
      offset = last + step - stated[i];
      return last + step;
    }
    return last;
  }

  /** Stated arrivals may fall a little by another machine's clock; captures are in order. */
  private boolean isWrong(int i, int after, long last, long nanos) {
    boolean leaps = nanos - last > leap();
    return after == 0
        ? leaps
        : (captures || leaps)
            && (most(i, Math.min(FEW, after), last, nanos)
                || most(i, Math.min(MANY, after), last, nanos));
  }

  /** Whether most of the next frames' times lie from one moment to before another. */
  private boolean most(int i, int frames, long from, long to) {
    int within = 0;
    for (int j = i + 1; j <= i + frames; j++) {
      long nanos = stated[j] + offset;
      within += nanos >= from && nanos < to ? 1 : 0;
    }
    return 2 * within > frames;
  }

  private long leap() {
    return Math.max(LEAP_NANOS, STEPS_IN_LEAP * step);
  }

  private static long usualStep(long[] nanos) {
    if (nanos.length < 2) {
      return 0;
    }
    long[] steps = new long[nanos.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = nanos[i + 1] - nanos[i];
    }
    Arrays.sort(steps);
    return Math.clamp(steps[steps.length / 2], 0, LEAP_NANOS);
  }
}
