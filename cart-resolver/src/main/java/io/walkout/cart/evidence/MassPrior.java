package io.walkout.cart.evidence;

import io.walkout.store.ProductCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What the true mass of a unit may be, given the catalogue's. The logarithm of the ratio between
 * them is a mixture: nearly right, roughly right, wrong by a round factor, and anything (the
 * catalogue is silent or nonsense). Ratios seen in this store join the mixture as in a Pólya urn
 * (Blackwell and MacQueen 1973), so that a catalogue that is wrong in one way everywhere is soon
 * read with that error in mind.
 */
final class MassPrior {
  /**
   * Nearly right: real bottles and bags were found 5 % off in both directions; with the 2 % of
   * single units this leaves 4.5 % for the catalogue itself.
   */
  private static final double NEAR_SIGMA = 0.045;

  private static final double NEAR_WEIGHT = 0.82;

  /** Roughly right: another size or recipe of nearly the same thing. Chosen. */
  private static final double ROUGH_SIGMA = 0.15;

  private static final double ROUGH_WEIGHT = 0.06;

  /** Round factors that catalogues are known to be wrong by: a pack of two, a slipped decimal. */
  private static final double[] FACTORS = {Math.log(2), -Math.log(2), Math.log(10), -Math.log(10)};

  private static final double FACTOR_WEIGHT = 0.006;

  /**
   * Anything: a log-normal over packaged goods, median 150 g, one sigma from 45 to 500 g. Chosen to
   * cover snacks to big bottles, and little below 10 g, where shelves see only noise.
   */
  private static final double ANY_MEAN = Math.log(150);

  private static final double ANY_SIGMA = 1.2;
  private static final double ANY_WEIGHT = 1 - NEAR_WEIGHT - ROUGH_WEIGHT - 4 * FACTOR_WEIGHT;

  /** A catalogue mass outside these is believed only so much: real ones say 1.6 g for a bottle. */
  private static final double LEAST_GRAMS = 5;

  private static final double MOST_GRAMS = 20_000;
  private static final double ABSURD_TRUST = 0.35;

  /** How many observed ratios outweigh the mixture above by one half. Chosen. */
  private static final double URN_STRENGTH = 8;

  /** Most ratios remembered; the oldest goes first. */
  private static final int URN_SIZE = 32;

  private final Deque<double[]> urn = new ArrayDeque<>();
  private final Set<ProductCode> observed = new HashSet<>();
  private double urnWeight;

  /**
   * Density of the logarithm of one unit's mass, for a catalogue mass (NaN or 0 if it has none) and
   * extra noise (standard deviation of the logarithm).
   */
  double density(double catalogueGrams, double logMass, double noise) {
    double any = normal(logMass - ANY_MEAN, Math.hypot(ANY_SIGMA, noise));
    if (!(catalogueGrams > 0)) {
      return any;
    }
    double z = logMass - Math.log(catalogueGrams);
    double named =
        NEAR_WEIGHT * normal(z, Math.hypot(NEAR_SIGMA, noise))
            + ROUGH_WEIGHT * normal(z, Math.hypot(ROUGH_SIGMA, noise));
    for (double factor : FACTORS) {
      named += FACTOR_WEIGHT * normal(z - factor, Math.hypot(NEAR_SIGMA, noise));
    }
    double trust = catalogueGrams < LEAST_GRAMS || catalogueGrams > MOST_GRAMS ? ABSURD_TRUST : 1;
    double base = trust * named + (1 - trust * (1 - ANY_WEIGHT)) * any;
    double seen = 0;
    for (double[] ratio : urn) {
      seen += ratio[1] * normal(z - ratio[0], Math.hypot(NEAR_SIGMA, noise));
    }
    return (URN_STRENGTH * base + seen) / (URN_STRENGTH + urnWeight);
  }

  /** Adds the ratio of a product that was weighed with confidence; each product counts once. */
  void observe(ProductCode code, double catalogueGrams, double logMass, double weight) {
    if (!(catalogueGrams > 0) || !observed.add(code)) {
      return;
    }
    if (urn.size() == URN_SIZE) {
      urnWeight -= urn.removeFirst()[1];
    }
    urn.addLast(new double[] {logMass - Math.log(catalogueGrams), weight});
    urnWeight += weight;
  }

  static double normal(double x, double sigma) {
    double z = x / sigma;
    return 0.3989422804014327 / sigma * Math.exp(-0.5 * z * z);
  }
}
