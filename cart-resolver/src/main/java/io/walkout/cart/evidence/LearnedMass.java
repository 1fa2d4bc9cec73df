package io.walkout.cart.evidence;

/**
 * What was learned of one product's mass.
 *
 * @param grams of one unit, the middle of the likeliest reading
 * @param relativeSigma standard deviation of its logarithm within that reading
 * @param share of the belief that lies within that reading; the rest counts the units otherwise
 * @param takes how many it was learned from, each by how sure it was
 */
public record LearnedMass(double grams, double relativeSigma, double share, double takes) {
  /** Standard deviation of {@link #grams}. */
  public double sigmaGrams() {
    return grams * relativeSigma;
  }
}
