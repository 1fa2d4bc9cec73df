package io.walkout.cart.joint;

/**
 * Makes the weight of the worlds that agree with a line a certainty that is true: of the lines
 * given at 0.9 nine in ten are right. The worlds count doubts twice that come of one cause (a row
 * of neighbours of one mass, each a little likely) and don't know what no reading says, so their
 * weight is bent by a logistic curve of its log odds (J. Platt, Probabilistic outputs for support
 * vector machines, 1999), one for everything.
 *
 * <p>Fitted to simulated visits by account, on development seeds (1,780 lines), and reported on
 * others in docs/accuracy.md, by
 *
 * <pre>
 * ./walkout scorecard --suite mixtures --first-seed 500 --seeds 40 --out dev
 * ./walkout scorecard certainty dev
 * </pre>
 *
 * <p>That gives a slope of 1.27 (0.11) and a shift of 0.45 (0.16). The numbers taken lie within one
 * standard error of it: on seeds 600 to 620 they are as true (calibration error 0.014 against
 * 0.015) and leave fewer lines to review.
 */
public final class Certainty {
  /** How much steeper the log odds are than the worlds say. */
  public static final double SLOPE = 1.3;

  /** How much surer a line is that the worlds hold for even, in log odds. */
  public static final double SHIFT = 0.6;

  /** No line is surer: some things no reading says. */
  public static final double MOST = 0.999;

  private Certainty() {}

  /** Certainty of a line that worlds of that weight agree with, both 0..1. */
  static double of(double weight) {
    if (weight <= 0) {
      return 0;
    }
    if (weight >= 1) {
      return MOST;
    }
    double odds = Math.log(weight / (1 - weight));
    return Math.min(MOST, 1 / (1 + Math.exp(-(SLOPE * odds + SHIFT))));
  }

  /**
   * The weight of the worlds that a certainty was made of; of {@link #MOST} and above, the least
   * that gives it.
   */
  public static double weight(double certainty) {
    if (certainty <= 0) {
      return 0;
    }
    double sure = Math.min(MOST, certainty);
    double odds = (Math.log(sure / (1 - sure)) - SHIFT) / SLOPE;
    return 1 / (1 + Math.exp(-odds));
  }
}
