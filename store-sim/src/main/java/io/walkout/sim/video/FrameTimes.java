package io.walkout.sim.video;

import java.util.Arrays;

/**
 * Capture and arrival times of a video as it grows; 16 bytes a frame. A connection keeps its frames
 * in order: one that is late holds up those behind it. Single-threaded.
 */
final class FrameTimes {
  /** A clock that is set back does not make a frame older than the one before it. */
  private static final long LEAST_STEP_NANOS = 1_000_000;

  private long[] captures = new long[256];
  private long[] arrivals = new long[256];
  private int count;
  private long shownNanos;

  /**
   * Adds a frame.
   *
   * @param repeats whether the table gives it the capture time of the frame before
   * @return a capture time for the video, which rises from frame to frame; the table's own unless
   *     that repeats
   */
  long add(long captureNanos, long arrivalNanos, boolean repeats) {
    if (count == captures.length) {
      captures = Arrays.copyOf(captures, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
    boolean first = count == 0;
    shownNanos = first ? captureNanos : Math.max(captureNanos, shownNanos + LEAST_STEP_NANOS);
    captures[count] = repeats && !first ? captures[count - 1] : shownNanos;
    arrivals[count] = first ? arrivalNanos : Math.max(arrivalNanos, arrivals[count - 1]);
    count++;
    return shownNanos;
  }

  int count() {
    return count;
  }

  long[] captures() {
    return Arrays.copyOf(captures, count);
  }

  long[] arrivals() {
    return Arrays.copyOf(arrivals, count);
  }
}
