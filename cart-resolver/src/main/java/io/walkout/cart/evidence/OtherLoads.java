package io.walkout.cart.evidence;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Densities, per gram, of loads that are no goods: a press or a bump, somebody's own thing, and
 * such a thing weighed again when it is fetched.
 */
public final class OtherLoads {
  private static final double WHIM_LEAST_GRAMS = 6;
  private static final double WHIM_SIGMAS = 3;
  private static final double WHIM_ANY = 0.03;
  private static final double FOREIGN_MEDIAN_GRAMS = 500;
  private static final double FOREIGN_SIGMA = 1.5;

  /** Error of a load weighed twice, relative to it: where it stands on the plates differs. */
  private static final double REWEIGH = 0.004;

  /** A bag's own outline on the plates, felt twice, agrees to this share of each plate's load. */
  private static final double PLATE_ERROR = 0.02;

  private OtherLoads() {}

  /**
   * Density of a whim of {@code grams}: exponential with the larger of 6 g (a bad plate's p95
   * noise) and three sigma, and a thin tail over all masses for what leans for good.
   */
  static double whim(double grams, double sigmaGrams) {
    double scale = Math.max(WHIM_LEAST_GRAMS, WHIM_SIGMAS * sigmaGrams);
    return (1 - WHIM_ANY) * Math.exp(-grams / scale) / scale + WHIM_ANY * foreign(grams);
  }

  /** Density of a thing that is no product: log-normal, from a phone to a rucksack. */
  static double foreign(double grams) {
    double z = Math.log(grams / FOREIGN_MEDIAN_GRAMS) / FOREIGN_SIGMA;
    return 0.3989422804014327 / (FOREIGN_SIGMA * grams) * Math.exp(-0.5 * z * z);
  }

  /** Density of a loss if it is but the thing that was felt before, fetched again. */
  static double fetched(ShelfChange loss, ShelfChange thing) {
    ShelfChange rest = rest(loss, thing);
    double sigma = Math.hypot(rest.sigmaGrams(), REWEIGH * Math.abs(loss.deltaGrams()) + 1);
    double z = rest.deltaGrams() / sigma;
    return Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
  }

  /** What is left of a change when a thing felt before goes with it, plate by plate. */
  public static ShelfChange rest(ShelfChange change, ShelfChange thing) {
    double sum = 0;
    List<PlateDelta> rest = new ArrayList<>();
    for (PlateDelta p : change.platesWith(thing)) {
      double own = PLATE_ERROR * Math.abs(of(thing, p.plate()));
      double sigma = Math.hypot(p.sigmaGrams(), own);
      sum += p.deltaGrams();
      rest.add(p.bearing(p.deltaGrams(), sigma));
    }
    double variance =
        Math.pow(change.sigmaGrams(), 2)
            + Math.pow(thing.sigmaGrams(), 2)
            + Math.pow(REWEIGH * thing.deltaGrams(), 2);
    return change.part(sum, Math.sqrt(variance), rest);
  }

  private static double of(ShelfChange change, @Nullable PlateId plate) {
    for (PlateDelta p : change.plates()) {
      if (p.plate().equals(plate)) {
        return p.deltaGrams();
      }
    }
    return 0;
  }
}
