package io.walkout.tracker.shelf;

/** Learns the level and noise of a plate that has just appeared, from its first second or more. */
final class FirstLevel {
  private static final int BINS = 10;

  /** A plate that never is quiet for a second gets its last second's mean after five. */
  private static final int AT_MOST = 50;

  /** The halves of a quiet second differ by no more than this, in sigmas of a bin. */
  private static final double QUIET_SIGMAS = 4;

  private final double[] means = new double[BINS];
  private final double[] deviations = new double[BINS];
  private final double[] scratch = new double[BINS];
  private int filled;
  private int seen;

  /** What was found. */
  double level;

  /** Its variance. */
  double variance;

  /** Starts anew. */
  void clear() {
    filled = 0;
    seen = 0;
  }

  /**
   * Takes a bin.
   *
   * @return whether {@link #level} and {@code noise} are known now
   */
  boolean add(double grams, double deviation, PlateNoise noise) {
    means[filled] = grams;
    deviations[filled++] = deviation;
    seen++;
    if (filled < BINS) {
      return false;
    }
    noise.start(means, deviations, BINS, scratch);
    int half = BINS / 2;
    double early = average(0, half);
    double late = average(half, BINS);
    double sigma = noise.sigma(1, 0);
    if (Math.abs(late - early) < QUIET_SIGMAS * sigma || seen >= AT_MOST) {
      level = 0.5 * (early + late);
      variance = sigma * sigma / half + 0.25 * (late - early) * (late - early);
      return true;
    }
    System.arraycopy(means, half, means, 0, half);
    System.arraycopy(deviations, half, deviations, 0, half);
    filled = half;
    return false;
  }

  private double average(int from, int to) {
    double total = 0;
    for (int i = from; i < to; i++) {
      total += means[i];
    }
    return total / (to - from);
  }
}
