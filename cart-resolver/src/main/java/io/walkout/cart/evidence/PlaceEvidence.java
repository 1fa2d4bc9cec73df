package io.walkout.cart.evidence;

import io.walkout.store.Facing;
import io.walkout.store.shelf.ShelfChange;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Where along its shelf one change happened, from its spread over the plates.
 *
 * <p>A unit stands with its centre at x and a width w. Its load falls on each plate in proportion
 * to the overlap, and a little of it leaks to the plates beside. Plate k then shows {@code delta *
 * share_k(x, w)} with the plate's own noise and an error in proportion to the load. The likelihood
 * of x is the mean over the widths; a product's is its mean over where that product may stand.
 * Everything is given as a ratio against "anywhere on this shelf", so 1 says nothing.
 *
 * <p>Immutable after construction.
 */
public final class PlaceEvidence {
  /** Step of the grid of centres: a tenth of a plate, finer than the noise can tell. */
  private static final double STEP_METRES = 0.01;

  /** Most points of the grid; a longer shelf gets longer steps. */
  private static final int MAX_POINTS = 512;

  /** Widths of packs and of two or three packs side by side, from a bar to a family bag. */
  private static final double[] WIDTHS_METRES = {0.03, 0.06, 0.10, 0.15, 0.20, 0.30};

  /** How common the widths are of loads whose mass says nothing. */
  private static final double[] WIDTH_WEIGHTS = {0.06, 0.22, 0.22, 0.22, 0.18, 0.10};

  /** Share of loads whose width has nothing to do with their mass: bags of chips, laid bottles. */
  private static final double ANY_WIDTH = 0.3;

  /** Goods have about the density of water with a third of air in the pack. Chosen. */
  private static final double GRAMS_PER_LITRE = 700;

  /** Spread of the logarithm of a pack's width about the edge of a cube of its volume. Chosen. */
  private static final double WIDTH_SPREAD = 0.45;

  /**
   * Share of a plate's load that each neighbour feels: packs touch and lean on each other. Chosen.
   */
  private static final double LEAK = 0.05;

  /** Error of a plate's share of the load: uneven packs, friction between packs. Chosen. */
  private static final double SHARE_ERROR = 0.08;

  /** Noise of a plate that the change does not list: a bad but healthy plate (p95 of real ones). */
  private static final double SILENT_PLATE_GRAMS = 5;

  /**
   * How far a row of packs stands from where the plan puts its facing (standard deviation). Chosen:
   * shoppers and staff keep a row to about a finger's width. 0.012 to 0.026 tell goods of one mass
   * apart as often.
   */
  private static final double EDGE_METRES = 0.02;

  /**
   * Of half a pack's width, what stands inside its facing: packs don't stand in one another, so the
   * wider a pack the further its centre is from the edge; but bases are narrower than packs, and
   * soft ones give way. Chosen; 0.5 and 1 do as well.
   */
  private static final double INSIDE = 0.7;

  /** Keeps the ratio of a pair finite. */
  private static final double MOST_LOG_RATIO = 200;

  /**
   * Chance that a unit stands on its shelf without regard to its facing, and nobody was seen to put
   * it there. Chosen: staff face up shelves daily.
   */
  private static final double ASTRAY = 0.004;

  /** Widths and step of the coarser grids for two units at once. */
  private static final double[] PAIR_WIDTHS_METRES = {0.06, 0.10, 0.15, 0.20};

  private static final double PAIR_STEP_METRES = 0.02;

  private final ShelfLine line;
  private final double[] delta;
  private final double[] sigma;
  private final double load;
  private final double logAnywhere;
  private final double left;
  private final double step;
  private final double[][] byWidth;
  private final double[] weight;
  private final double centre;
  private final double spread;

  private PlaceEvidence(
      ShelfLine line,
      double[] delta,
      double[] sigma,
      double load,
      double logAnywhere,
      double left,
      double step,
      double[][] byWidth,
      double[] weight) {
    this.line = line;
    this.delta = delta;
    this.sigma = sigma;
    this.load = load;
    this.logAnywhere = logAnywhere;
    this.left = left;
    this.step = step;
    this.byWidth = byWidth;
    this.weight = weight;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < weight.length; i++) {
      double x = left + i * step;
      mean += weight[i] * x;
      square += weight[i] * x * x;
    }
    this.centre = mean;
    this.spread = Math.sqrt(Math.max(0, square - mean * mean));
  }

  /** Reads the place of {@code change} on its shelf. */
  public static PlaceEvidence of(ShelfChange change, ShelfLine line) {
    int n = line.count();
    double[] delta = new double[n];
    double[] sigma = new double[n];
    Arrays.fill(sigma, SILENT_PLATE_GRAMS);
    double load = 0;
    for (ShelfChange.PlateDelta plate : change.plates()) {
      int k = line.indexOf(plate.plate());
      if (k >= 0 && Double.isFinite(plate.deltaGrams())) {
        delta[k] = plate.deltaGrams();
        sigma[k] = plate.sigmaGrams() > 0 ? plate.sigmaGrams() : SILENT_PLATE_GRAMS;
        load += plate.deltaGrams();
      }
    }
    for (int k = 0; k < n; k++) {
      sigma[k] = Math.hypot(sigma[k], SHARE_ERROR * load) + 1e-9;
    }
    double left = line.left();
    double length = line.right() - left;
    int points = Math.clamp((int) Math.ceil(length / STEP_METRES) + 1, 2, MAX_POINTS);
    double step = length / (points - 1);
    double[] widths = widthWeights(Math.abs(load));
    double[] log = new double[points * WIDTHS_METRES.length];
    double[] share = new double[n];
    for (int i = 0; i < points; i++) {
      for (int w = 0; w < WIDTHS_METRES.length; w++) {
        shares(line, left + i * step, WIDTHS_METRES[w], share);
        log[i * WIDTHS_METRES.length + w] = fit(delta, sigma, share, load);
      }
    }
    double max = max(log);
    double[][] byWidth = new double[WIDTHS_METRES.length][points];
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      int w = i % WIDTHS_METRES.length;
      byWidth[w][i / WIDTHS_METRES.length] = Math.exp(log[i] - max) * widths[w];
      sum += byWidth[w][i / WIDTHS_METRES.length];
    }
    double[] weight = new double[points];
    for (double[] ofWidth : byWidth) {
      for (int i = 0; i < points; i++) {
        ofWidth[i] /= sum;
        weight[i] += ofWidth[i];
      }
    }
    double logAnywhere = max + Math.log(sum / points);
    return new PlaceEvidence(line, delta, sigma, load, logAnywhere, left, step, byWidth, weight);
  }

  /** How common the widths are of loads of that mass. */
  private static double[] widthWeights(double grams) {
    double edge = Math.cbrt(Math.max(grams, 1) / GRAMS_PER_LITRE) / 10;
    double[] weights = new double[WIDTHS_METRES.length];
    double sum = 0;
    for (int w = 0; w < weights.length; w++) {
      double z = Math.log(WIDTHS_METRES[w] / edge) / WIDTH_SPREAD;
      weights[w] = Math.exp(-0.5 * z * z);
      sum += weights[w];
    }
    for (int w = 0; w < weights.length; w++) {
      double byMass = sum > 0 ? weights[w] / sum : WIDTH_WEIGHTS[w];
      weights[w] = ANY_WIDTH * WIDTH_WEIGHTS[w] + (1 - ANY_WIDTH) * byMass;
    }
    return weights;
  }

  private static double max(double[] log) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : log) {
      max = Math.max(max, v);
    }
    return max;
  }

  private static double fit(double[] delta, double[] sigma, double[] share, double load) {
    double sum = 0;
    for (int k = 0; k < delta.length; k++) {
      double z = (delta[k] - load * share[k]) / sigma[k];
      sum -= 0.5 * z * z;
    }
    return sum;
  }

  private static void shares(ShelfLine line, double centre, double width, double[] share) {
    int n = share.length;
    double total = 0;
    for (int k = 0; k < n; k++) {
      double overlap =
          Math.min(line.to(k), centre + width / 2) - Math.max(line.from(k), centre - width / 2);
      share[k] = Math.max(0, overlap);
      total += share[k];
    }
    double before = 0;
    for (int k = 0; k < n; k++) {
      double own = total > 0 ? share[k] / total : 0;
      double next = k + 1 < n && total > 0 ? share[k + 1] / total : 0;
      double losses = (k > 0 ? LEAK : 0) + (k + 1 < n ? LEAK : 0);
      share[k] = own * (1 - losses) + LEAK * (before + next);
      before = own;
    }
  }

  /** Plates of the shelf's line. */
  public int plates() {
    return delta.length;
  }

  /** Likeliest place of the unit's centre, metres along the shelf. */
  public double centreMetres() {
    return centre;
  }

  /** Standard deviation of {@link #centreMetres}. */
  public double spreadMetres() {
    return spread;
  }

  /** How much likelier this spread is for a unit of that facing than for one put anywhere. */
  public double ratioOf(Facing facing) {
    double[] stretch = line.stretch(facing);
    double middle = (stretch[0] + stretch[1]) / 2;
    double inside = 0;
    for (int w = 0; w < byWidth.length; w++) {
      double from = Math.min(stretch[0] + WIDTHS_METRES[w] / 2 * INSIDE, middle - STEP_METRES / 2);
      double to = Math.max(stretch[1] - WIDTHS_METRES[w] / 2 * INSIDE, middle + STEP_METRES / 2);
      inside += share(byWidth[w], x -> edge(x - from) - edge(x - to));
    }
    return (1 - ASTRAY) * inside + ASTRAY;
  }

  /** How much likelier this spread is for a unit last felt at {@code metres} than anywhere. */
  public double ratioNear(double metres, double sigmaMetres) {
    double s = Math.hypot(sigmaMetres, EDGE_METRES);
    double near = share(weight, x -> Math.exp(-0.5 * (x - metres) * (x - metres) / (s * s)));
    return (1 - ASTRAY) * near + ASTRAY;
  }

  /**
   * How much likelier this spread is for one unit of each of two facings at once than for one unit
   * anywhere.
   *
   * @param shareOfA the first unit's share of the load
   * @param portionOfA filled with the first unit's portion of each plate of the line, for the
   *     likeliest places of both
   */
  public double ratioOfPair(Facing a, Facing b, double shareOfA, double[] portionOfA) {
    double[][] sharesA = footprints(line.stretch(a));
    double[][] sharesB = footprints(line.stretch(b));
    double[] both = new double[delta.length];
    double best = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double[] ofA : sharesA) {
      for (double[] ofB : sharesB) {
        for (int k = 0; k < both.length; k++) {
          both[k] = shareOfA * ofA[k] + (1 - shareOfA) * ofB[k];
        }
        double fit = fit(delta, sigma, both, load);
        sum += Math.exp(Math.min(fit - logAnywhere, MOST_LOG_RATIO));
        if (fit > best) {
          best = fit;
          for (int k = 0; k < both.length; k++) {
            portionOfA[k] = both[k] > 0 ? shareOfA * ofA[k] / both[k] : 0.5;
          }
        }
      }
    }
    return sum / ((double) sharesA.length * sharesB.length);
  }

  private double[][] footprints(double[] stretch) {
    int places = Math.max(1, (int) Math.round((stretch[1] - stretch[0]) / PAIR_STEP_METRES));
    double[][] all = new double[places * PAIR_WIDTHS_METRES.length][delta.length];
    for (int i = 0; i < all.length; i++) {
      int place = i / PAIR_WIDTHS_METRES.length;
      double x = stretch[0] + (place + 0.5) * PAIR_STEP_METRES;
      shares(line, x, PAIR_WIDTHS_METRES[i % PAIR_WIDTHS_METRES.length], all[i]);
    }
    return all;
  }

  /** The weights' mean where a unit may stand, as against their mean over the shelf. */
  private double share(double[] weights, DoubleUnaryOperator where) {
    double hit = 0;
    double total = 0;
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      double p = where.applyAsDouble(left + i * step);
      hit += p * weights[i];
      total += p;
      all += weights[i];
    }
    return total > 0 ? hit * weights.length / total : all;
  }

  /**
   * A smooth step: the normal distribution's, of that deviation (Bowling and others 2009: a
   * logistic of a cubic, off by 0.0002 at most, with the normal's short tails).
   */
  private static double edge(double metres) {
    double z = metres / EDGE_METRES;
    return 1 / (1 + Math.exp(-(0.07056 * z * z * z + 1.5976 * z)));
  }
}
