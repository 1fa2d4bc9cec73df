package io.walkout.tracker.shelf;

import java.util.Arrays;

/**
 * What one plate's readings do while nobody touches it: the standard deviation of its bins about
 * its level and of samples within a bin. Both grow together when the fixture shakes (footsteps, a
 * door, a trolley), so a bin's own noise is the learned one times the shelf's agitation.
 */
final class PlateNoise {
  /** Bins over which the noise is averaged: 10 s. */
  private static final double MEMORY_BINS = 100;

  /**
   * Share of a bin's inner deviation that reaches its mean beyond the learned noise: the median of
   * a store's plates had 0.25, as vibration averages out faster than white noise would (0.41).
   */
  private static final double LEAK = 0.25;

  /** Weight of the newest bin in the recent deviation: one second. */
  private static final double RECENT = 0.1;

  private final double floor;
  private double variance;
  private double inner;
  private double recent;
  private int learned;

  /**
   * @param resolutionGrams quantum of the plate; a uniform error of it is the least noise assumed
   */
  PlateNoise(double resolutionGrams) {
    floor = resolutionGrams / Math.sqrt(12);
  }

  /** Starts from {@code n} bins of a quiet plate, by medians, which a bump or two don't spoil. */
  void start(double[] means, double[] deviations, int n, double[] scratch) {
    for (int i = 1; i < n; i++) {
      scratch[i - 1] = Math.abs(means[i] - means[i - 1]);
    }
    Arrays.sort(scratch, 0, n - 1);
    // 1.4826 makes a median deviation a sigma, the root of two undoes the difference.
    double sigma = 1.4826 / Math.sqrt(2) * scratch[(n - 1) / 2];
    System.arraycopy(deviations, 0, scratch, 0, n);
    Arrays.sort(scratch, 0, n);
    inner = Math.max(scratch[n / 2], floor);
    recent = inner;
    variance = sigma * sigma;
    learned = n;
  }

  /** How much more the plate shakes in this bin than it usually does. */
  double agitation(double deviation) {
    return deviation / inner;
  }

  /** Usual standard deviation within a bin, grams. */
  double inner() {
    return inner;
  }

  /**
   * Deviation within a bin to be expected of an untouched plate: as its shelf shakes, or as it did
   * itself in the last second, for plates of one shelf don't all ring alike.
   */
  double usual(double agitation) {
    return Math.max(agitation * inner, recent);
  }

  /** Standard deviation of this bin's mean about the level, grams. */
  double sigma(double agitation, double deviation) {
    double shaken = agitation * agitation * Math.max(variance, floor * floor);
    double excess = Math.max(0, deviation - agitation * inner);
    return Math.sqrt(shaken + LEAK * LEAK * excess * excess);
  }

  /** Learns from a bin of a quiet plate; outliers count as three sigma. */
  void learn(double residual, double deviation, double agitation) {
    double rate = 1 / Math.min(MEMORY_BINS, ++learned);
    double calm = residual / agitation;
    double limit = 9 * Math.max(variance, floor * floor);
    variance += rate * (Math.min(calm * calm, limit) - variance);
    inner += rate * (Math.min(deviation, 3 * inner) - inner);
    inner = Math.max(inner, floor);
    recent += RECENT * (deviation - recent);
  }

  /** Learns from a false alarm: the plate is noisier than thought, by a tenth of its sigma. */
  void alarm() {
    variance = 1.21 * Math.max(variance, floor * floor);
  }
}
