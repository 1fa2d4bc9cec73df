package io.walkout.tracker.shelf;

/**
 * The newest stretch of bins that agree on one level: weighted mean, by each bin's own noise, and
 * the means of its two halves so far, to see whether it still creeps.
 */
final class RestRun {
  private static final double FLAT_GRAMS = 0.02;

  private double weight;
  private double weighted;
  private double earlyWeight;
  private double earlyWeighted;

  /** Bins in the run. */
  int bins;

  /** Start of its first bin. */
  long startNanos;

  /** End of its last bin. */
  long endNanos;

  /** Whether no sample in it differed from another, as no living plate's do. */
  boolean flat;

  /** Starts again with one bin. */
  void restart(double gramsMean, double sigma, double deviation, long start, long end) {
    weight = 0;
    weighted = 0;
    earlyWeight = 0;
    earlyWeighted = 0;
    bins = 0;
    startNanos = start;
    flat = true;
    add(gramsMean, sigma, deviation, end);
  }

  /** Adds a bin. */
  void add(double gramsMean, double sigma, double deviation, long end) {
    double w = 1 / (sigma * sigma);
    flat &= deviation < FLAT_GRAMS && (bins == 0 || Math.abs(gramsMean - mean()) < FLAT_GRAMS);
    weight += w;
    weighted += w * gramsMean;
    // The first three bins stand for "early": the shortest rest that is judged has five.
    if (bins < 3) {
      earlyWeight += w;
      earlyWeighted += w * gramsMean;
    }
    bins++;
    endNanos = end;
  }

  /** Weighted mean, grams. */
  double mean() {
    return weighted / weight;
  }

  /** Variance of the mean, square grams, bins taken as independent. */
  double variance() {
    return 1 / weight;
  }

  /** Mean of the later bins minus that of the first three; 0 with no later ones. */
  double creep() {
    double late = weight - earlyWeight;
    return bins <= 3 ? 0 : (weighted - earlyWeighted) / late - earlyWeighted / earlyWeight;
  }

  /** Variance of {@link #creep} if nothing creeps. */
  double creepVariance() {
    return bins <= 3 ? 1 / earlyWeight : 1 / (weight - earlyWeight) + 1 / earlyWeight;
  }

  /** How long it has lasted. */
  long lengthNanos() {
    return endNanos - startNanos;
  }
}
