package io.walkout.cart.evidence;

import java.util.Arrays;

/**
 * How likely loads that were felt at one place are, for each mass that a unit of the thing standing
 * there may have: a likelihood over the grid of {@link MassBelief}, scaled so that the most of one
 * place is 1. Loads are independent given the mass. Nothing is ever ruled out for good: goods are
 * rearranged, and a handful of loads must be able to say so.
 *
 * <p>Single-threaded.
 */
public final class LoadLikelihood {
  /** A load of this place that was something else after all. Chosen: one in twenty. */
  private static final double OTHER_THING = 0.05;

  /** What is left of the likelihood of a mass that everything so far spoke against. Chosen. */
  private static final double FLOOR = 1e-4;

  private static final int POINTS = MassBelief.LOG_MASS.length;

  private final double[] at = new double[POINTS];
  private double loads;

  /** Nothing was felt yet: every mass is as likely. */
  public LoadLikelihood() {
    Arrays.fill(at, 1);
  }

  /**
   * Adds a load.
   *
   * @param grams positive
   * @param sigmaGrams its standard deviation
   * @param confidence that it was the thing of this place by where it was felt, 0..1
   * @param otherwise density of the logarithm of its grams if it was not
   * @param countPrior chance of each number of units, from index 1
   */
  public void add(
      double grams, double sigmaGrams, double confidence, double otherwise, double[] countPrior) {
    double sure = confidence * (1 - OTHER_THING);
    double max = 0;
    for (int i = 0; i < POINTS; i++) {
      double load = 0;
      double other = 0;
      for (int n = 1; n < countPrior.length; n++) {
        double unit = Math.log(grams / n);
        double noise = MassEvidence.noise(n, grams, sigmaGrams);
        double z = unit - MassBelief.LOG_MASS[i];
        load += Math.abs(z) < 8 * noise ? countPrior[n] * MassPrior.normal(z, noise) : 0;
        other += countPrior[n] * MassPrior.anything(unit);
      }
      double strange = OTHER_THING * confidence * other;
      at[i] *= (1 - confidence) * otherwise + strange + sure * load;
      max = Math.max(max, at[i]);
    }
    loads += confidence;
    scale(max);
  }

  private void scale(double max) {
    for (int i = 0; i < POINTS; i++) {
      at[i] = Math.max(at[i] / max, FLOOR);
    }
  }

  /** Of the same thing at two places; where they contradict each other, little is left. */
  public LoadLikelihood and(LoadLikelihood other) {
    LoadLikelihood both = new LoadLikelihood();
    for (int i = 0; i < POINTS; i++) {
      both.at[i] = at[i] * other.at[i];
    }
    both.loads = loads + other.loads;
    return both;
  }

  /** Loads so far, each by its confidence. */
  public double loads() {
    return loads;
  }

  /** The likeliest mass of a unit, grams. */
  public double bestGrams() {
    int best = 0;
    for (int i = 1; i < POINTS; i++) {
      best = at[i] > at[best] ? i : best;
    }
    return Math.exp(MassBelief.LOG_MASS[best]);
  }

  /** Width of the likelihood: its integral over the logarithm of mass. */
  public double width() {
    double sum = 0;
    for (double p : at) {
      sum += p * MassBelief.STEP;
    }
    return sum;
  }

  double[] at() {
    return at;
  }
}
