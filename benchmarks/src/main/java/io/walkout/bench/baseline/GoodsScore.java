package io.walkout.bench.baseline;

import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * Which product left a shelf, as the contest's winner is described to score it: 0.8 times the
 * planogram's arrangement and 0.2 times the overlap of two Gaussians of 10 g, one about the change
 * of the shelf's mass and one about the product's by the catalogue.
 *
 * <p>The arrangement of a product is the share of the change on plates where the planogram has it;
 * a plate that several products share counts to each by equal parts, and plates that changed the
 * other way count nothing (they are noise). The overlap is that of the two densities, 1 for equal
 * masses and 0.32 for 20 g apart; a product without a mass has none. Immutable.
 */
final class GoodsScore {
  /** From the published description. */
  static final double ARRANGEMENT_SHARE = 0.8;

  /** From the published description. */
  static final double MASS_SHARE = 0.2;

  private final List<Product> products = new ArrayList<>();
  private final Map<PlateId, List<ProductCode>> onPlate = new HashMap<>();

  /** A product and its score, 0..1. */
  record Scored(Product product, double score) {}

  GoodsScore(Store store) {
    for (Facing facing : store.planogram().facings()) {
      Product product = store.catalogue().find(facing.product()).orElse(null);
      if (product == null) {
        continue;
      }
      if (!products.contains(product)) {
        products.add(product);
      }
      for (PlateId plate : facing.plates()) {
        List<ProductCode> there = onPlate.computeIfAbsent(plate, p -> new ArrayList<>());
        if (!there.contains(product.code())) {
          there.add(product.code());
        }
      }
    }
  }

  /**
   * The product with the highest score, of equal ones that whose facing the planogram lists first;
   * null if the planogram is empty.
   */
  @Nullable Scored best(ShelfChange change) {
    Map<ProductCode, Double> arrangement = arrangement(change);
    Scored best = null;
    for (Product product : products) {
      double score =
          ARRANGEMENT_SHARE * arrangement.getOrDefault(product.code(), 0.0)
              + MASS_SHARE * overlap(Math.abs(change.deltaGrams()), product.massGrams());
      if (best == null || score > best.score()) {
        best = new Scored(product, score);
      }
    }
    return best;
  }

  private Map<ProductCode, Double> arrangement(ShelfChange change) {
    double sign = Math.signum(change.deltaGrams());
    double whole = 0;
    for (ShelfChange.PlateDelta plate : change.plates()) {
      whole += Math.max(0, sign * plate.deltaGrams());
    }
    Map<ProductCode, Double> shares = new HashMap<>();
    for (ShelfChange.PlateDelta plate : change.plates()) {
      double share = Math.max(0, sign * plate.deltaGrams()) / whole;
      List<ProductCode> there = onPlate.getOrDefault(plate.plate(), List.of());
      if (share > 0) {
        there.forEach(code -> shares.merge(code, share / there.size(), Double::sum));
      }
    }
    return shares;
  }

  /**
   * The area under both of two Gaussians of 10 g: {@code erfc(d / (2 sqrt(2) sigma))} for means
   * {@code d} apart (Inman and Bradley 1989, for equal sigmas).
   */
  static double overlap(double oneGrams, double otherGrams) {
    double apart = Math.abs(oneGrams - otherGrams);
    return Double.isNaN(apart) ? 0 : Erf.erfc(apart / (2 * Math.sqrt(2) * ShelfSeries.SIGMA_GRAMS));
  }
}
