package io.walkout.tracker.person;

/**
 * What a likeness of a detection to an earlier track is worth: log-likelihood ratio that both are
 * one person rather than two. The detect stage's own figure is learned within single cameras; how
 * often it is right from one camera to the next is learned here, from those whose identity is known
 * by where they stood. Counts in steps of the stage's figure, which begin as if it were true.
 * Single-threaded.
 */
final class LikenessOdds {
  private static final int STEPS = 10;

  /** The detect stage keeps its figures between -1.5 and 3. */
  private static final double LEAST = -1.5;

  private static final double STEP = 4.5 / STEPS;

  /** Looks of each kind that the stage's own word counts for at first. */
  private static final double PRIOR = 20;

  /** Looks at which the oldest begin to be forgotten. */
  private static final double MEMORY = 4000;

  /** A step seen hardly ever tells nothing extreme. */
  private static final double MOST = 3;

  private final double[] one = new double[STEPS];
  private final double[] two = new double[STEPS];

  LikenessOdds() {
    for (int k = 0; k < STEPS; k++) {
      double ratio = Math.exp(LEAST + (k + 0.5) * STEP);
      // Shares of each step in p(1|k) = ratio / (1 + ratio) and its contrary: any pair with that
      // ratio would do.
      one[k] = ratio / (1 + ratio);
      two[k] = 1 / (1 + ratio);
    }
    scale(one, PRIOR / sum(one));
    scale(two, PRIOR / sum(two));
  }

  /** Learns from two who are known to be one person, or two. */
  void learn(double figure, boolean same) {
    double[] counts = same ? one : two;
    counts[step(figure)]++;
    if (sum(counts) > MEMORY) {
      scale(counts, 0.5);
    }
  }

  /** Log-likelihood ratio of one person against two. */
  double ratio(double figure) {
    int k = step(figure);
    double r = Math.log((one[k] + 0.5) / sum(one) * sum(two) / (two[k] + 0.5));
    return Math.clamp(r, -MOST, MOST);
  }

  private static int step(double figure) {
    return Math.clamp((int) ((figure - LEAST) / STEP), 0, STEPS - 1);
  }

  private static double sum(double[] counts) {
    double total = 0;
    for (double c : counts) {
      total += c;
    }
    return total;
  }

  private static void scale(double[] counts, double by) {
    for (int k = 0; k < counts.length; k++) {
      counts[k] *= by;
    }
  }
}
