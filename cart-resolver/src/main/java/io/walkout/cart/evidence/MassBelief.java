package io.walkout.cart.evidence;

import io.walkout.store.Product;
import java.util.Arrays;

/**
 * What is known of one product's true mass: the likelihood from its own loads on a grid over the
 * logarithm of mass, and the posterior with the prior of the moment.
 */
final class MassBelief {
  /** Step of the grid: finer than the 2 % by which single units differ. */
  static final double STEP = 0.015;

  /** Masses this near the mode (of the logarithm) are one reading of the count. */
  private static final double MODE_WIDTH = 0.15;

  /** The grid: logarithms of 2 g to 20 kg. */
  static final double[] LOG_MASS = new double[615];

  static {
    for (int i = 0; i < LOG_MASS.length; i++) {
      LOG_MASS[i] = Math.log(2) + i * STEP;
    }
  }

  /** Index of the first point of the grid at or after a logarithm of mass. */
  static int pointAfter(double logMass) {
    return Math.clamp((int) Math.ceil((logMass - LOG_MASS[0]) / STEP), 0, LOG_MASS.length);
  }

  private final Product product;
  private final MassPrior prior;
  private final double[] likelihood = new double[LOG_MASS.length];
  private final double[] posterior = new double[LOG_MASS.length];
  private int version = -1;
  private double takes;

  MassBelief(Product product, MassPrior prior) {
    this.product = product;
    this.prior = prior;
    Arrays.fill(likelihood, 1);
  }

  /**
   * Multiplies in one load's likelihood, mixed with "was another product", which says nothing.
   *
   * @param load likelihood at each point of the grid
   * @param evidence its mean under the posterior
   * @param confidence that the load was this product
   */
  void take(double[] load, double evidence, double confidence) {
    double max = 0;
    for (int i = 0; i < LOG_MASS.length; i++) {
      likelihood[i] *= 1 - confidence + confidence * load[i] / evidence;
      max = Math.max(max, likelihood[i]);
    }
    for (int i = 0; i < LOG_MASS.length; i++) {
      likelihood[i] /= max;
    }
    version = -1;
    takes += confidence;
  }

  /** Starts from the loads of the places where the product stands. */
  void begin(LoadLikelihood loads) {
    System.arraycopy(loads.at(), 0, likelihood, 0, likelihood.length);
    version = -1;
    takes = loads.loads();
  }

  /** Mean and spread about the mode, and how much of the belief lies there. */
  LearnedMass summary() {
    double[] p = posterior();
    int mode = 0;
    for (int i = 1; i < p.length; i++) {
      mode = p[i] > p[mode] ? i : mode;
    }
    double near = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < p.length; i++) {
      double z = (i - mode) * STEP;
      if (Math.abs(z) < MODE_WIDTH) {
        near += p[i];
        mean += p[i] * z;
        square += p[i] * z * z;
      }
    }
    mean /= near;
    double sigma = Math.sqrt(Math.max(square / near - mean * mean, STEP * STEP / 12));
    return new LearnedMass(Math.exp(LOG_MASS[mode] + mean), sigma, near, takes);
  }

  /** Probability of each point of the grid; valid until something is learned. */
  double[] posterior() {
    if (version != prior.version()) {
      version = prior.version();
      prior.fill(product.code(), product.massGrams(), posterior);
      double sum = 0;
      for (int i = 0; i < LOG_MASS.length; i++) {
        posterior[i] *= likelihood[i];
        sum += posterior[i];
      }
      for (int i = 0; i < LOG_MASS.length; i++) {
        posterior[i] /= sum;
      }
    }
    return posterior;
  }
}
