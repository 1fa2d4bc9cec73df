package io.walkout.cart.joint;

/**
 * Makes the weight of the worlds that agree with a line a certainty that is true: of the lines
 * given at 0.9 nine in ten are right. The worlds count doubts twice that come of one cause (a row
 * of neighbours of one mass, each a little likely) and don't know what no reading says, so their
 * weight is bent by a logistic curve of its log odds (Platt 1999), fitted to simulated visits.
 *
 * <p>Fitted by {@code ./walkout scorecard certainty} on mixtures of the development seeds 500 to
 * 599 and reported on others; see docs/developing/cart-resolver.md.
 */
final class Certainty {
  /** How much steeper the log odds are than the worlds say. */
  private static final double SLOPE = 1.3;

  /** How much surer a line is that the worlds hold for even. */
  private static final double SHIFT = 0.6;

  /** No line is surer: some things no reading says. */
  private static final double MOST = 0.999;

  private Certainty() {}

  /** Certainty of a line that worlds of that weight agree with. */
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
}
