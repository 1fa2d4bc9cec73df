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

  /** Adds a frame; its capture time as it stands in the table. */
  long add(long captureNanos, long arrivalNanos) {
    if (count == captures.length) {
      captures = Arrays.copyOf(captures, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
    boolean first = count == 0;
    captures[count] =
        first ? captureNanos : Math.max(captureNanos, captures[count - 1] + LEAST_STEP_NANOS);
    arrivals[count] = first ? arrivalNanos : Math.max(arrivalNanos, arrivals[count - 1]);
    return captures[count++];
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
