package io.walkout.cart.evidence;

import io.walkout.store.Catalogue;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.shelf.ShelfChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
public final class MassEvidence implements Evidence {
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

  /** Spread of one unit about its known mass, relative, in a pair: catalogue and unit together. */
  private static final double PAIR_SPREAD = 0.05;

  /** Chance that both masses of a pair are nearly right. */
  private static final double PAIR_TRUST = 0.6;

  /** So many takes by others confirm a mass that is not the listed one, and how well. Chosen. */
  private static final double CONFIRMED_TAKES = 1.5;

  private static final double CONFIRMED_SIGMAS = 3;

  /** Masses this near the mode (of the logarithm) are one reading of the count. */
  private static final double MODE_WIDTH = 0.15;

  /** A load further from a mass than this does not tell of it: 1e-14 of the peak. */
  private static final double FAR_SIGMAS = 8;

  private static final double[] LOG_MASS = MassBelief.LOG_MASS;
  private static final int GRID_POINTS = LOG_MASS.length;

  private final Catalogue catalogue;
  private final MassPrior prior = new MassPrior();
  private final Map<ProductCode, MassBelief> learned = new HashMap<>();

  /** Starts with what the catalogue says. */
  public MassEvidence(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String source() {
    return "mass";
  }

  @Override
  public Testimony about(Question question) {
    return new MassTestimony(this, question);
  }

  @Override
  public void learn(ShelfChange part, Product product, double probability) {
    learn(product.code(), Question.grams(part), part.sigmaGrams(), probability);
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
    double[] grid = posterior(product);
    if (grid == null) {
      return prior.density(product.massGrams(), unit, noise) / grams;
    }
    double sum = 0;
    int to = MassBelief.pointAfter(unit + FAR_SIGMAS * noise);
    for (int i = MassBelief.pointAfter(unit - FAR_SIGMAS * noise); i < to; i++) {
      sum += grid[i] * MassPrior.normal(unit - LOG_MASS[i], noise);
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
   * Probability that a load was this product of about its listed mass, or of the mass that takes by
   * others confirmed; 1 for a product without a listed mass. Where it is small the store's
   * description of the place is wrong, in the mass or in the goods.
   *
   * @param own takes that are no confirmation: those of the line that is asked about
   */
  public double fit(Product product, int count, double grams, double sigmaGrams, int own) {
    if (!product.hasMass()) {
      return 1;
    }
    double unit = Math.log(grams / count);
    double noise = noise(count, grams, sigmaGrams);
    LearnedMass known = learned(product.code()).orElse(null);
    if (known != null && known.takes() - own >= CONFIRMED_TAKES) {
      double z = (unit - Math.log(known.grams())) / Math.hypot(known.relativeSigma(), noise);
      if (Math.abs(z) < CONFIRMED_SIGMAS) {
        return 1;
      }
    }
    return MassPrior.nearly(product.massGrams() * catalogueFactor(), unit, noise);
  }

  /** Mass of one unit as known now: learned, else the catalogue's; NaN if neither. */
  public double expectedGrams(Product product) {
    double[] grid = posterior(product);
    if (grid == null) {
      return product.hasMass() ? product.massGrams() : Double.NaN;
    }
    int best = 0;
    for (int i = 1; i < GRID_POINTS; i++) {
      best = grid[i] > grid[best] ? i : best;
    }
    return Math.exp(LOG_MASS[best]);
  }

  /**
   * Density of a load of {@code grams} if it is one unit each of two products; 0 if the mass of one
   * is not known.
   */
  public double densityOfPair(Product a, Product b, double grams, double sigmaGrams) {
    double massA = expectedGrams(a);
    double massB = expectedGrams(b);
    if (Double.isNaN(massA + massB)) {
      return 0;
    }
    double own = PAIR_SPREAD * Math.hypot(massA, massB);
    double sigma = Math.hypot(Math.hypot(own, SCALE_ERROR * grams), sigmaGrams);
    return PAIR_TRUST * MassPrior.normal(grams - massA - massB, sigma);
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
    double[] logUnit = new double[MAX_COUNT + 1];
    double[] noise = new double[MAX_COUNT + 1];
    for (int n = 1; n <= MAX_COUNT; n++) {
      logUnit[n] = Math.log(grams / n);
      noise[n] = noise(n, grams, sigmaGrams);
    }
    MassBelief known = learned.computeIfAbsent(code, c -> new MassBelief(product, prior));
    double[] before = known.posterior();
    double[] load = new double[GRID_POINTS];
    double[] after = new double[GRID_POINTS];
    double sum = 0;
    int mode = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      for (int n = 1; n <= MAX_COUNT; n++) {
        load[i] += COUNT_PRIOR[n] * MassPrior.normal(logUnit[n] - LOG_MASS[i], noise[n]);
      }
      after[i] = before[i] * load[i];
      sum += after[i];
      mode = after[i] > after[mode] ? i : mode;
    }
    if (!(sum > 0)) {
      return; // nothing like it was thought possible: a grid can't learn from that
    }
    double nearMode = 0;
    for (int i = 0; i < GRID_POINTS; i++) {
      nearMode += Math.abs(i - mode) * MassBelief.STEP < MODE_WIDTH ? after[i] / sum : 0;
    }
    known.take(load, sum, confidence);
    prior.observe(
        code,
        product.massGrams(),
        logUnit,
        noise,
        COUNT_PRIOR,
        LOG_MASS[mode],
        confidence * nearMode);
  }

  /**
   * How likely the loads of some place are if it is this product that stands there, by its
   * catalogue mass and what all other products taught; not by what was learned of itself.
   */
  public double evidence(Product product, LoadLikelihood loads) {
    return prior.evidence(product.code(), product.massGrams(), loads.at());
  }

  /** How likely the loads of some place are if the thing there is in no catalogue. */
  public double evidenceOfUnknown(LoadLikelihood loads) {
    return prior.evidenceOfUnknown(loads.at());
  }

  /** Density of the logarithm of a load's grams if it is any number of units of that product. */
  public double densityOfAny(Product product, double grams, double sigmaGrams) {
    double sum = 0;
    for (int n = 1; n <= MAX_COUNT; n++) {
      sum += COUNT_PRIOR[n] * density(product, n, grams, sigmaGrams);
    }
    return sum * grams;
  }

  /** Density of the logarithm of one unit's mass by the catalogue, and what others taught of it. */
  public double listedDensity(Product product, double grams) {
    return prior.density(product.massGrams(), Math.log(grams), UNIT_SPREAD);
  }

  /** Chance of each number of units in one hand, from index 1. */
  public static double[] countPriors() {
    return COUNT_PRIOR.clone();
  }

  /**
   * Forgets what was learned of a product and starts from these loads instead: it was found to
   * stand elsewhere than was thought when it was learned.
   */
  public void relearn(ProductCode code, LoadLikelihood loads) {
    Product product = catalogue.find(code).orElse(null);
    if (product == null) {
      return;
    }
    learned.remove(code);
    prior.forget(code);
    if (loads.loads() > 0) {
      MassBelief known = new MassBelief(product, prior);
      known.begin(loads);
      learned.put(code, known);
    }
  }

  /** What was learned of a product's mass; empty before it was taken with confidence. */
  public Optional<LearnedMass> learned(ProductCode code) {
    return Optional.ofNullable(learned.get(code)).map(MassBelief::summary);
  }

  /** What all masses of the catalogue seem to be off by: 1 if they are right. */
  public double catalogueFactor() {
    return prior.catalogueFactor();
  }

  private double @Nullable [] posterior(Product product) {
    MassBelief known = learned.get(product.code());
    return known == null ? null : known.posterior();
  }

  /**
   * Probability of each count given the product and all that has been learned since, index 0 to
   * {@link #MAX_COUNT}. Exact when the load itself has been learned from: P(n | all) = sum over
   * mass of P(mass | all) P(n | mass, load).
   */
  public double[] countPosterior(Product product, double grams, double sigmaGrams) {
    double[] posterior = new double[MAX_COUNT + 1];
    double[] grid = posterior(product);
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
        double z = Math.log(grams / n) - LOG_MASS[i];
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

  /** Relative standard deviation of a measured load of {@code count} units about count * mass. */
  static double noise(int count, double grams, double sigmaGrams) {
    double sensor = sigmaGrams / grams;
    return Math.sqrt(
        sensor * sensor + UNIT_SPREAD * UNIT_SPREAD / count + SCALE_ERROR * SCALE_ERROR);
  }
}
