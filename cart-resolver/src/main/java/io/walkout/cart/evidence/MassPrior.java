package io.walkout.cart.evidence;

import io.walkout.store.ProductCode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What the true mass of a unit may be, given the catalogue's. The logarithm of the ratio between
 * them is a mixture: nearly right, roughly right, wrong by a round factor, and anything (the
 * catalogue is silent or nonsense). Ratios seen in this store join the mixture as in a Pólya urn
 * (Blackwell and MacQueen 1973), so that a catalogue that is wrong in one way everywhere is soon
 * read with that error in mind. Round errors of the whole catalogue (wrong units) have a posterior
 * of their own, for which a count is evidence too: that everybody takes two of everything is less
 * likely than that the catalogue lists half.
 */
final class MassPrior {
  /**
   * Nearly right: real bottles and bags were found 5 % off in both directions; with the 2 % of
   * single units this leaves 4.5 % for the catalogue itself.
   */
  private static final double NEAR_SIGMA = 0.045;

  private static final double NEAR_WEIGHT = 0.78;

  /** Roughly right: another recipe, or a load of which a part fell on plates that felt nothing. */
  private static final double ROUGH_SIGMA = 0.13;

  private static final double ROUGH_WEIGHT = 0.11;

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

  /**
   * What the whole catalogue may be wrong by: packs of two, decimals, kilograms, ounces, pounds.
   * The masses are those numbers times the listed ones.
   */
  private static final double[] SCALES = {
    0,
    Math.log(2),
    -Math.log(2),
    Math.log(10),
    -Math.log(10),
    Math.log(1000),
    -Math.log(1000),
    Math.log(28.35),
    -Math.log(28.35),
    Math.log(453.6),
    -Math.log(453.6)
  };

  /** Chance of each of them but the right one, before any take. Chosen. */
  private static final double WRONG_SCALE = 0.002;

  private static final double LEAST_SCALE = 1e-4;

  /** Beyond so many sigmas a part of the mixture is nothing: 1e-14 of its peak. */
  private static final double FAR_SIGMAS = 8;

  /** No scale is ever ruled out so far that a handful of takes could not bring it back. */
  private static final double SCALE_FLOOR = 1e-7;

  /** A catalogue this surely off is said to be. */
  private static final double PLAIN = 0.95;

  private final double[] scratch = new double[MassBelief.LOG_MASS.length];
  private final double[] scale = new double[SCALES.length];
  private int version;
  private final Deque<Ratio> urn = new ArrayDeque<>();
  private final Map<ProductCode, double[]> observed = new HashMap<>();

  MassPrior() {
    Arrays.fill(scale, WRONG_SCALE);
    scale[0] = 1 - (SCALES.length - 1) * WRONG_SCALE;
  }

  /**
   * Counts changes of what is believed, so that what was computed from it can be kept till then.
   */
  int version() {
    return version;
  }

  /**
   * Probability that the catalogue is nearly right of a unit, given its mass, and not roughly, by a
   * factor, or not at all; by the mixture alone, whatever was learned of other products.
   */
  static double nearly(double catalogueGrams, double logMass, double noise) {
    double z = logMass - Math.log(catalogueGrams);
    double near = NEAR_WEIGHT * normal(z, Math.hypot(NEAR_SIGMA, noise));
    double otherwise = ROUGH_WEIGHT * normal(z, Math.hypot(ROUGH_SIGMA, noise));
    for (double factor : FACTORS) {
      otherwise += FACTOR_WEIGHT * normal(z - factor, Math.hypot(NEAR_SIGMA, noise));
    }
    otherwise += ANY_WEIGHT * normal(logMass - ANY_MEAN, Math.hypot(ANY_SIGMA, noise));
    return near / (near + otherwise);
  }

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
    double named = 0;
    for (int g = 0; g < SCALES.length; g++) {
      if (scale[g] > LEAST_SCALE) {
        named += scale[g] * named(z - SCALES[g], noise);
      }
    }
    double trust = trust(catalogueGrams);
    double base = trust * named + (1 - trust * (1 - ANY_WEIGHT)) * any;
    double seen = 0;
    double weight = URN_STRENGTH;
    for (Ratio ratio : urn) {
      seen += ratio.weight * normal(z - ratio.log, Math.hypot(NEAR_SIGMA, noise));
      weight += ratio.weight;
    }
    return (URN_STRENGTH * base + seen) / weight;
  }

  private static double anything(double logMass, double noise) {
    return normal(logMass - ANY_MEAN, Math.hypot(ANY_SIGMA, noise));
  }

  /** Density of the logarithm of the mass of a thing that nothing is known of. */
  static double anything(double logMass) {
    return anything(logMass, 0);
  }

  /** Mean of a likelihood over the grid under a product's prior, by what all the others taught. */
  double evidence(ProductCode code, double catalogueGrams, double[] likelihood) {
    fill(code, catalogueGrams, scratch);
    double sum = 0;
    for (int i = 0; i < likelihood.length; i++) {
      sum += scratch[i] * likelihood[i] * MassBelief.STEP;
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }

  /** The same under the prior of a thing that nothing is known of. */
  double evidenceOfUnknown(double[] likelihood) {
    double sum = 0;
    for (int i = 0; i < likelihood.length; i++) {
      sum += anything(MassBelief.LOG_MASS[i]) * likelihood[i] * MassBelief.STEP;
    }
    return sum;
  }

  /** Takes back what a product taught: it was another one. */
  void forget(ProductCode code) {
    double[] own = observed.remove(code);
    if (own == null) {
      return;
    }
    version++;
    urn.removeIf(ratio -> ratio.of.equals(code));
    double sum = 0;
    for (int g = 0; g < scale.length; g++) {
      scale[g] = Math.max(scale[g] / own[g], SCALE_FLOOR);
      sum += scale[g];
    }
    for (int g = 0; g < scale.length; g++) {
      scale[g] /= sum;
    }
  }

  /** What all masses are off by, if that is all but certain; else 1. */
  double catalogueFactor() {
    for (int g = 1; g < SCALES.length; g++) {
      if (scale[g] > PLAIN) {
        return Math.exp(SCALES[g]);
      }
    }
    return 1;
  }

  /**
   * The density at each point of {@link MassBelief#LOG_MASS} for a product, by what all the others
   * taught: what its own loads say of its mass is a likelihood of its own and must not count twice.
   * The same as {@link #density}, but each part of the mixture is summed only where it is more than
   * nothing: a new product's first take makes this anew for every product that is known.
   */
  void fill(ProductCode code, double catalogueGrams, double[] density) {
    double[] scales = scale.clone();
    double[] own = observed.get(code);
    double sum = 0;
    for (int g = 0; g < scales.length; g++) {
      scales[g] /= own == null ? 1 : own[g];
      sum += scales[g];
    }
    for (int g = 0; g < scales.length; g++) {
      scales[g] /= sum;
    }
    Arrays.fill(density, 0);
    if (!(catalogueGrams > 0)) {
      add(1, ANY_MEAN, ANY_SIGMA, density);
      return;
    }
    double weight = URN_STRENGTH;
    for (Ratio ratio : urn) {
      weight += ratio.of.equals(code) ? 0 : ratio.weight;
    }
    double listed = Math.log(catalogueGrams);
    for (Ratio ratio : urn) {
      if (!ratio.of.equals(code)) {
        add(ratio.weight / weight, listed + ratio.log, NEAR_SIGMA, density);
      }
    }
    double trust = trust(catalogueGrams);
    double base = URN_STRENGTH / weight;
    add(base * (1 - trust * (1 - ANY_WEIGHT)), ANY_MEAN, ANY_SIGMA, density);
    for (int g = 0; g < SCALES.length; g++) {
      if (scales[g] > LEAST_SCALE) {
        double share = base * trust * scales[g];
        double at = listed + SCALES[g];
        add(share * NEAR_WEIGHT, at, NEAR_SIGMA, density);
        add(share * ROUGH_WEIGHT, at, ROUGH_SIGMA, density);
        for (double factor : FACTORS) {
          add(share * FACTOR_WEIGHT, at + factor, NEAR_SIGMA, density);
        }
      }
    }
  }

  private static void add(double weight, double mean, double sigma, double[] density) {
    int to = MassBelief.pointAfter(mean + FAR_SIGMAS * sigma);
    for (int i = MassBelief.pointAfter(mean - FAR_SIGMAS * sigma); i < to; i++) {
      density[i] += weight * normal(MassBelief.LOG_MASS[i] - mean, sigma);
    }
  }

  private static double trust(double catalogueGrams) {
    return catalogueGrams < LEAST_GRAMS || catalogueGrams > MOST_GRAMS ? ABSURD_TRUST : 1;
  }

  /** Density of the logarithm of the ratio, weights of all but "anything", for a right scale. */
  private static double named(double z, double noise) {
    double near = Math.hypot(NEAR_SIGMA, noise);
    double sum =
        NEAR_WEIGHT * normal(z, near) + ROUGH_WEIGHT * normal(z, Math.hypot(ROUGH_SIGMA, noise));
    for (double factor : FACTORS) {
      sum += FACTOR_WEIGHT * normal(z - factor, near);
    }
    return sum;
  }

  /**
   * Learns from the first load of a product that is known with confidence; each product counts
   * once.
   *
   * @param logUnit logarithm of one unit's mass for each count, from index 1
   * @param noise its relative noise for each count
   * @param count prior of each count
   * @param logMass the likeliest logarithm of its mass
   * @param weight how sure that is
   */
  void observe(
      ProductCode code,
      double catalogueGrams,
      double[] logUnit,
      double[] noise,
      double[] count,
      double logMass,
      double weight) {
    if (!(catalogueGrams > 0) || observed.containsKey(code)) {
      return;
    }
    version++;
    double logListed = Math.log(catalogueGrams);
    observed.put(code, weighScales(logListed, logUnit, noise, count));
    if (urn.size() == URN_SIZE) {
      urn.removeFirst();
    }
    urn.addLast(new Ratio(code, logMass - logListed, weight));
  }

  /** Updates the scales by one load; gives the factors by which their weights changed. */
  private double[] weighScales(double logListed, double[] logUnit, double[] noise, double[] count) {
    double[] factor = new double[SCALES.length];
    double sum = 0;
    for (int g = 0; g < SCALES.length; g++) {
      double likelihood = 0;
      for (int n = 1; n < logUnit.length; n++) {
        double any = normal(logUnit[n] - ANY_MEAN, ANY_SIGMA);
        double z = logUnit[n] - logListed - SCALES[g];
        likelihood += count[n] * (named(z, noise[n]) + ANY_WEIGHT * any);
      }
      factor[g] = likelihood;
      sum += scale[g] * likelihood;
    }
    for (int g = 0; g < SCALES.length; g++) {
      double old = scale[g];
      scale[g] = Math.max(old * factor[g] / sum, SCALE_FLOOR);
      factor[g] = scale[g] / old;
    }
    return factor;
  }

  static double normal(double x, double sigma) {
    double z = x / sigma;
    return 0.3989422804014327 / sigma * Math.exp(-0.5 * z * z);
  }

  /** The logarithm of true over listed mass that one product was found to have. */
  private record Ratio(ProductCode of, double log, double weight) {}
}
