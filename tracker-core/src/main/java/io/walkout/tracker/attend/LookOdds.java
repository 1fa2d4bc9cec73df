package io.walkout.tracker.attend;

/**
 * What a likeness is worth: how alike two looks of one track are, and two of people who stand in
 * one picture, both learned as they come, as normal distributions that begin with a weak prior. One
 * thread.
 */
final class LookOdds {
  /** Looks that the prior counts for. */
  private static final double PRIOR = 10;

  /**
   * Two looks of one track are of one camera and near in time; those that are compared seldom are.
   * So unlikeness says little, and likeness not everything.
   */
  private static final double LEAST = -1.5;

  private static final double MOST = 3;

  /** Wide, and true of a re-identification net and of colours alike (data's README, MODELS.md). */
  private final double[] mean = {0.3, 0.65};

  private final double[] square = {0.3 * 0.3 + 0.25 * 0.25, 0.65 * 0.65 + 0.2 * 0.2};
  private final double[] weight = {PRIOR, PRIOR};

  /** Weight at which the oldest begin to be forgotten. */
  private static final double MEMORY = 2000;

  /** Learns from two looks that are known to be of one person, or of two. */
  void learn(double likeness, boolean same) {
    int k = same ? 1 : 0;
    weight[k] = Math.min(MEMORY, weight[k] + 1);
    mean[k] += (likeness - mean[k]) / weight[k];
    square[k] += (likeness * likeness - square[k]) / weight[k];
  }

  /** Log-likelihood ratio of one person against two. */
  double ratio(double likeness) {
    return Math.clamp(density(likeness, 1) - density(likeness, 0), LEAST, MOST);
  }

  private double density(double likeness, int k) {
    // A normal's tail beyond the mean on the far side would turn the ratio round.
    double off = likeness - mean[k];
    boolean beyond = k == 1 ? off > 0 : off < 0;
    double variance = Math.max(1e-4, square[k] - mean[k] * mean[k]);
    return -0.5 * (beyond ? 0 : off * off / variance) - 0.5 * Math.log(variance);
  }
}
