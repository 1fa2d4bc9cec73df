package io.walkout.cart.joint;

import io.walkout.cart.plan.FacingBelief;
import io.walkout.cart.plan.PlanBelief;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands on each shelf: by plan, and where the plan was found to err, by what was learned.
 * Facings of products that the catalogue lacks count for none.
 */
final class ShelfPlan {
  /** Below this log ratio against "anywhere", a unit put on its own shelf is not on its facing. */
  static final double MISPLACED_BELOW_LOG = Math.log(0.5);

  /** The planned product keeps so much of a facing that something unlisted seems to stand on. */
  private static final double MOST_UNLISTED = 0.45;

  private final Map<ShelfId, Map<ProductCode, Planned>> byShelf = new TreeMap<>();
  private final PlanBelief belief;
  private final List<Product> products;
  private final int shelves;
  private int version;

  ShelfPlan(Store store, PlanBelief belief) {
    this.belief = belief;
    products = store.catalogue().products();
    shelves = Math.clamp(store.layout().shelves().size(), 1, Rates.MOST_SHELVES);
  }

  /** The whole catalogue. */
  List<Product> products() {
    return products;
  }

  /** What is believed of each facing. */
  PlanBelief belief() {
    return belief;
  }

  /** Number of shelves, at most {@link Rates#MOST_SHELVES}. */
  int shelves() {
    return shelves;
  }

  /** The products of a shelf, in the planogram's order, then those that were learned. */
  Map<ProductCode, Planned> on(ShelfId shelf) {
    if (version != belief.version()) {
      version = belief.version();
      byShelf.clear();
    }
    return byShelf.computeIfAbsent(shelf, this::make);
  }

  private Map<ProductCode, Planned> make(ShelfId shelf) {
    List<FacingBelief> facings = belief.on(shelf);
    Map<ProductCode, Integer> count = new TreeMap<>();
    for (FacingBelief f : facings) {
      count.merge(f.planned().code(), 1, Integer::sum);
    }
    Map<ProductCode, Planned> planned = new LinkedHashMap<>();
    for (FacingBelief f : facings) {
      double presence = 1 - Math.min(f.unlisted(), MOST_UNLISTED);
      for (FacingBelief.Other other : f.others()) {
        presence -= other.probability();
      }
      add(planned, f.planned(), f, Math.max(presence, 0), count);
    }
    for (FacingBelief f : facings) {
      for (FacingBelief.Other other : f.others()) {
        add(planned, other.product(), f, other.probability(), count);
      }
    }
    return planned;
  }

  private static void add(
      Map<ProductCode, Planned> planned,
      Product product,
      FacingBelief at,
      double presence,
      Map<ProductCode, Integer> count) {
    double share = presence / count.getOrDefault(at.planned().code(), 1);
    planned
        .computeIfAbsent(
            product.code(), c -> new Planned(product, 1.0 / count.size(), new ArrayList<>()))
        .stands()
        .add(new Stand(at, presence, share));
  }

  /**
   * One product on one facing.
   *
   * @param at the facing
   * @param presence probability that the product stands there
   * @param share of all that the product's planned neighbours would be taken from, this facing's
   */
  record Stand(FacingBelief at, double presence, double share) {
    Facing facing() {
      return at.facing();
    }
  }

  /**
   * One product on one shelf.
   *
   * @param product which
   * @param prior chance that a take from this shelf is of one given product by plan
   * @param stands where it may stand there, at least one
   */
  record Planned(Product product, double prior, List<Stand> stands) {
    /** Probability that what is taken there for this product is in no catalogue. */
    double unlisted() {
      double sum = 0;
      double all = 0;
      for (Stand stand : stands) {
        boolean own = stand.at.planned().equals(product);
        sum += own ? stand.share * Math.min(stand.at.unlisted(), MOST_UNLISTED) : 0;
        all += stand.share;
      }
      return all > 0 ? Math.min(sum / all, MOST_UNLISTED) : 0;
    }
  }
}
