package io.walkout.tracker.shelf;

/**
 * The newest stretch of bins that agree on one level: weighted mean, by each bin's own noise, and
 * what tells goods from a hand: whether it creeps, trembles, or is unnaturally flat.
 */
final class RestRun {
  /** Samples that differ by less do not differ. */
  static final double FLAT_GRAMS = 0.02;

  /** Bins after the first that stand for "early": the shortest rest that is judged has five. */
  private static final int EARLY_BINS = 2;

  /**
   * Weight of the newest bin in the deviation: what rang at first is forgotten in half a second.
   */
  private static final double RECENT = 0.4;

  /** Bins whose scatter is looked at: older ones may hold the end of a bounce. */
  private static final int WINDOW = 8;

  /** What rang has died down when it is this share of its loudest; chosen: a hand's is steady. */
  private static final double DYING = 0.3;

  private final double[] latest = new double[WINDOW];
  private final double[] latestWeights = new double[WINDOW];
  private double firstWeight;
  private double firstMean;
  private double weight;
  private double weighted;
  private double earlyWeight;
  private double earlyWeighted;
  private double squares;
  private double usualSquares;
  private double loudest;

  /** Bins in the run. */
  int bins;

  /** Start of its first bin. */
  long startNanos;

  /** End of its last bin. */
  long endNanos;

  /** Whether no sample after its first bin differed from another, as no living plate's do. */
  boolean flat;

  /** Starts again with one bin. */
  void restart(
      double grams, double sigma, double deviation, double usualDeviation, long start, long end) {
    firstWeight = 1 / (sigma * sigma);
    firstMean = grams;
    weight = 0;
    weighted = 0;
    earlyWeight = 0;
    earlyWeighted = 0;
    squares = deviation * deviation;
    usualSquares = usualDeviation * usualDeviation;
    loudest = squares;
    bins = 1;
    startNanos = start;
    endNanos = end;
    flat = true;
  }

  /**
   * Adds a bin.
   *
   * @param sigma standard deviation of its mean, its own trembling included
   * @param calmSigma the same for an untouched plate, shaken as its shelf is
   * @param deviation of the samples within it
   * @param usualDeviation what that would be for an untouched plate, shaken as its shelf is
   */
  void add(
      double grams,
      double sigma,
      double calmSigma,
      double deviation,
      double usualDeviation,
      long end) {
    flat &= deviation < FLAT_GRAMS && (bins == 1 || Math.abs(grams - mean()) < FLAT_GRAMS);
    double w = 1 / (sigma * sigma);
    weight += w;
    weighted += w * grams;
    latest[bins % WINDOW] = grams;
    latestWeights[bins % WINDOW] = 1 / (sigma * sigma);
    if (bins <= EARLY_BINS) {
      earlyWeight += w;
      earlyWeighted += w * grams;
    }
    squares += RECENT * (deviation * deviation - squares);
    loudest = Math.max(loudest, squares);
    usualSquares += RECENT * (usualDeviation * usualDeviation - usualSquares);
    bins++;
    endNanos = end;
  }

  /** Weighted mean without the first bin, which may hold the last of a bounce; grams. */
  double mean() {
    return bins == 1 ? firstMean : weighted / weight;
  }

  /** Variance of the mean, square grams, bins taken as independent. */
  double variance() {
    return 1 / (bins == 1 ? firstWeight : weight);
  }

  /**
   * How far the latest bins scatter about their mean beyond their noise: chi-square less its mean,
   * in its standard deviations; 0 with too few bins.
   */
  double sway() {
    int n = Math.min(bins - 1, WINDOW);
    if (n < 3) {
      return 0;
    }
    double total = 0;
    double sum = 0;
    for (int i = bins - n; i < bins; i++) {
      total += latestWeights[i % WINDOW];
      sum += latestWeights[i % WINDOW] * latest[i % WINDOW];
    }
    double chiSquare = 0;
    for (int i = bins - n; i < bins; i++) {
      double away = latest[i % WINDOW] - sum / total;
      chiSquare += latestWeights[i % WINDOW] * away * away;
    }
    return (chiSquare - (n - 1)) / Math.sqrt(2.0 * (n - 1));
  }

  /** Deviation within its latest bins beyond what noise and shaking explain, grams; 0 if still. */
  double tremble() {
    // Half as much again: a variance of three bins' samples is known no better.
    return Math.sqrt(Math.max(0, squares - 1.5 * usualSquares));
  }

  /** Mean of the later bins minus that of the early ones; 0 with no later ones. */
  double creep() {
    if (bins <= EARLY_BINS + 1) {
      return 0;
    }
    return (weighted - earlyWeighted) / (weight - earlyWeight) - earlyWeighted / earlyWeight;
  }

  /** Variance of {@link #creep} if nothing creeps. */
  double creepVariance() {
    return bins <= EARLY_BINS + 1 ? variance() : 1 / (weight - earlyWeight) + 1 / earlyWeight;
  }

  /**
   * Whether its trembling dies away as a shelf's ringing does: to less than half of what it was.
   */
  boolean dies() {
    return bins >= WINDOW && squares < DYING * DYING * loudest;
  }

  /** How long it has lasted. */
  long lengthNanos() {
    return endNanos - startNanos;
  }
}
