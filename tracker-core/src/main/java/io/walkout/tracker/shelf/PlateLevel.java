package io.walkout.tracker.shelf;

/** What one plate reads at rest: a random walk, followed by a scalar Kalman filter. */
final class PlateLevel {
  /** A level this far away surely is another, in sigmas of the difference. */
  private static final double AWAY_SIGMAS = 4;

  /** Beyond an hour the walk is taken to have come as far as it will. */
  private static final double LONGEST_WALK_SECONDS = 3600;

  private final ShelfTrackerSettings settings;

  /** The level, grams. */
  double grams;

  /** Its variance when it was last updated. */
  double variance;

  PlateLevel(ShelfTrackerSettings settings) {
    this.settings = settings;
  }

  /** Starts anew. */
  void set(double newGrams, double newVariance) {
    grams = newGrams;
    variance = newVariance;
  }

  /**
   * Takes one more measurement of it.
   *
   * @param residual the measurement minus the level
   * @param predicted variance of the level at that time
   * @param noise variance of the measurement
   */
  void measure(double residual, double predicted, double noise) {
    double gain = predicted / (predicted + noise);
    grams += gain * residual;
    variance = (1 - gain) * predicted;
  }

  /** Its variance at {@code untilNanos}, if it was last updated at {@code sinceNanos}. */
  double varianceAfter(long sinceNanos, long untilNanos) {
    double drift = settings.driftGramsPerRootSecond();
    double seconds = Math.clamp((untilNanos - sinceNanos) * 1e-9, 0.0, LONGEST_WALK_SECONDS);
    return variance + drift * drift * seconds;
  }

  /** Whether a step of that variance surely is one, and by goods or more. */
  boolean isStep(double stepGrams, double stepVariance) {
    return Math.abs(stepGrams) > settings.lightestGoodsGrams() / 2
        && stepGrams * stepGrams > AWAY_SIGMAS * AWAY_SIGMAS * stepVariance;
  }
}
