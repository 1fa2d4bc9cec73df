package io.walkout.cart.evidence;

import io.walkout.store.Catalogue;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a mass fits a number of units of a product, and what earlier takes taught about the
 * product's true mass. All densities are per gram and work in the logarithm of mass, where the
 * catalogue's errors are alike for a bar and for a bottle.
 *
 * <p>The true mass of a unit is uncertain: see {@link MassPrior}. Once a product has been taken
 * with confidence, its prior becomes a grid over log mass that each further take sharpens (exact
 * Bayes on the grid, mixed with the old belief by how sure the product is). Bound: at most one grid
 * for each product of the catalogue.
 *
 * <p>Single-threaded.
 */
public final class MassEvidence {
  /** Most units in one hand: what a big hand or an arm carries. */
  public static final int MAX_COUNT = 6;

  /** Spread of single units of one product about their own mean, relative (package filling). */
  private static final double UNIT_SPREAD = 0.02;

  /**
   * Error of the scale with the load's place on it, relative (corner-load error of cheap cells).
   */
  private static final double SCALE_ERROR = 0.01;

  /** Error of the same thing weighed twice at different places: scale error of two places. */
  private static final double REWEIGH_ERROR = 0.02;

  /** Error of a thing weighed again that does not lie freely: leaning, half on the next plate. */
  private static final double LEANING_ERROR = 0.10;

  /** Share of things weighed again that do not lie freely. Chosen. */
  private static final double LEANING_SHARE = 0.08;

  /** Chance that a hand takes 1, 2, ... units at once. Chosen: one is the rule, two is common. */
  private static final double[] COUNT_PRIOR = {0, 0.90, 0.08, 0.012, 0.005, 0.002, 0.001};

  /** A product must be this sure before its take teaches its mass. Chosen. */
  private static final double TEACHING_CONFIDENCE = 0.8;

  private static final double GRID_LOW = Math.log(2);
  private static final double GRID_STEP = 0.015;
  private static final int GRID_POINTS = 615;

  private final Catalogue catalogue;
  private final MassPrior prior = new MassPrior();
  private final Map<ProductCode, double[]> learned = new HashMap<>();

  /** Starts with what the catalogue says. */
  public MassEvidence(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Chance that somebody takes {@code count} units at once; 0 beyond {@link #MAX_COUNT}. */
  public static double countPrior(int count) {
    return count >= 1 && count <= MAX_COUNT ? COUNT_PRIOR[count] : 0;
  }

  /**
   * Density of a load of {@code grams} (positive, measured with {@code sigmaGrams}) if it is {@code
   * count} units of that product.
   */
  public double density(Product product, int count, double grams, double sigmaGrams) {
    double unit = Math.log(grams / count);
    double noise = noise(count, grams, sigmaGrams);
    double[] grid = learned.get(product.code());
    if (grid == null) {
      return prior.density(product.massGrams(), unit, noise) / grams;
    }
    double sum = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      sum += grid[i] * MassPrior.normal(unit - logMass(i), noise);
    }
    return sum / grams;
  }

  /**
   * Density of a load of {@code grams} if it is {@code count} of a thing that was weighed before as
   * {@code unitGrams} with {@code unitSigmaGrams}.
   */
  public static double densityOfWeighed(
      double unitGrams, double unitSigmaGrams, int count, double grams, double sigmaGrams) {
    double z = Math.log(grams / (count * unitGrams));
    double noise = Math.hypot(unitSigmaGrams / unitGrams, sigmaGrams / grams);
    return ((1 - LEANING_SHARE) * MassPrior.normal(z, Math.hypot(noise, REWEIGH_ERROR))
            + LEANING_SHARE * MassPrior.normal(z, Math.hypot(noise, LEANING_ERROR)))
        / grams;
  }

  /**
   * Learns from a take of {@code grams} that was of this product with probability {@code
   * confidence}, in whatever number. Ignored below 0.8, where it would teach errors.
   */
  public void learn(ProductCode code, double grams, double sigmaGrams, double confidence) {
    Product product = catalogue.find(code).orElse(null);
    if (product == null || confidence < TEACHING_CONFIDENCE) {
      return;
    }
    double[] old = learned.computeIfAbsent(code, c -> grid(product.massGrams()));
    double[] posterior = new double[GRID_POINTS];
    double sum = 0;
    double best = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      for (int n = 1; n <= MAX_COUNT; n++) {
        double z = Math.log(grams / n) - logMass(i);
        posterior[i] += old[i] * COUNT_PRIOR[n] * MassPrior.normal(z, noise(n, grams, sigmaGrams));
      }
      sum += posterior[i];
      best = Math.max(best, posterior[i]);
    }
    if (!(sum > 0)) {
      return; // nothing like it was thought possible: a grid can't learn from that
    }
    double mean = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      posterior[i] /= sum;
      mean += posterior[i] * logMass(i);
      old[i] = (1 - confidence) * old[i] + confidence * posterior[i];
    }
    double within = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      within += Math.abs(logMass(i) - mean) < 0.15 ? posterior[i] : 0;
    }
    prior.observe(code, product.massGrams(), mean, confidence * within);
  }

  /**
   * Probability of each count given the product and all that has been learned since, index 0 to
   * {@link #MAX_COUNT}. Exact when the load itself has been learned from: P(n | all) = sum over
   * mass of P(mass | all) P(n | mass, load).
   */
  public double[] countPosterior(Product product, double grams, double sigmaGrams) {
    double[] posterior = new double[MAX_COUNT + 1];
    double[] grid = learned.get(product.code());
    double sum = 0;
    for (int n = 1; n <= MAX_COUNT; n++) {
      if (grid == null) {
        posterior[n] = COUNT_PRIOR[n] * density(product, n, grams, sigmaGrams);
      }
      sum += posterior[n];
    }
    if (grid != null) {
      sum = smooth(grid, grams, sigmaGrams, posterior);
    }
    for (int n = 1; n <= MAX_COUNT && sum > 0; n++) {
      posterior[n] /= sum;
    }
    return posterior;
  }

  private static double smooth(double[] grid, double grams, double sigma, double[] posterior) {
    double[] given = new double[MAX_COUNT + 1];
    double sum = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      double all = 0;
      for (int n = 1; n <= MAX_COUNT; n++) {
        double z = Math.log(grams / n) - logMass(i);
        given[n] = COUNT_PRIOR[n] * MassPrior.normal(z, noise(n, grams, sigma));
        all += given[n];
      }
      for (int n = 1; n <= MAX_COUNT && all > 0; n++) {
        posterior[n] += grid[i] * given[n] / all;
        sum += grid[i] * given[n] / all;
      }
    }
    return sum;
  }

  private double[] grid(double massGrams) {
    double[] grid = new double[GRID_POINTS];
    double sum = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      grid[i] = prior.density(massGrams, logMass(i), 0);
      sum += grid[i];
    }
    for (int i = 0; i < GRID_POINTS; i++) {
      grid[i] /= sum;
    }
    return grid;
  }

  private static double logMass(int i) {
    return GRID_LOW + i * GRID_STEP;
  }

  /** Relative standard deviation of a measured load of {@code count} units about count * mass. */
  private static double noise(int count, double grams, double sigmaGrams) {
    double sensor = sigmaGrams / grams;
    return Math.sqrt(
        sensor * sensor + UNIT_SPREAD * UNIT_SPREAD / count + SCALE_ERROR * SCALE_ERROR);
  }
}
