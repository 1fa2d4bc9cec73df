package io.walkout.cart.joint;

import io.walkout.cart.evidence.PlaceEvidence;
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
 * What stands on each shelf by plan. Facings of products that the catalogue lacks count for none.
 */
final class ShelfPlan {
  /** Below this ratio against "anywhere", a unit put on its own shelf is not on its facing. */
  static final double MISPLACED_BELOW = 0.5;

  private final Map<ShelfId, Map<ProductCode, Planned>> byShelf = new TreeMap<>();
  private final List<Product> products;
  private final int shelves;

  ShelfPlan(Store store) {
    products = store.catalogue().products();
    shelves = Math.clamp(store.layout().shelves().size(), 1, Rates.MOST_SHELVES);
    for (Facing facing : store.planogram().facings()) {
      store
          .catalogue()
          .find(facing.product())
          .ifPresent(
              product ->
                  byShelf
                      .computeIfAbsent(facing.shelf(), s -> new LinkedHashMap<>())
                      .computeIfAbsent(product.code(), c -> new Planned(product, new ArrayList<>()))
                      .facings()
                      .add(facing));
    }
  }

  /** The whole catalogue. */
  List<Product> products() {
    return products;
  }

  /** Number of shelves, at most {@link Rates#MOST_SHELVES}. */
  int shelves() {
    return shelves;
  }

  /** The products of a shelf, in the planogram's order. */
  Map<ProductCode, Planned> on(ShelfId shelf) {
    return byShelf.getOrDefault(shelf, Map.of());
  }

  /**
   * One product on one shelf.
   *
   * @param product which
   * @param facings its facings there, at least one
   */
  record Planned(Product product, List<Facing> facings) {
    /** How much likelier the place is for this product than for one put anywhere on the shelf. */
    double placeRatio(PlaceEvidence place) {
      double sum = 0;
      for (Facing facing : facings) {
        sum += place.ratioOf(facing);
      }
      return sum / facings.size();
    }
  }
}
