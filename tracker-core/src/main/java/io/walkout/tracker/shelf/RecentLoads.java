package io.walkout.tracker.shelf;

/**
 * The last loads that a shelf's tracker told of: the shelves next to it feel a little of them
 * through the frame, at the same moment.
 */
final class RecentLoads {
  /** Loads remembered; an older one is no echo any more. */
  private static final int MOST = 16;

  /** An echo comes with the load; this is what is not known of both moments. */
  private static final long APART_NANOS = 600_000_000L;

  private final long[] nanos = new long[MOST];
  private final double[] grams = new double[MOST];
  private int added;

  /** Remembers a load. */
  void add(long stepNanos, double stepGrams) {
    nanos[added % MOST] = stepNanos;
    grams[added++ % MOST] = Math.abs(stepGrams);
  }

  /** What moved at about a time, grams, whatever way. */
  double around(long stepNanos) {
    double sum = 0;
    for (int i = 0; i < Math.min(added, MOST); i++) {
      sum += Math.abs(nanos[i] - stepNanos) < APART_NANOS ? grams[i] : 0;
    }
    return sum;
  }
}
