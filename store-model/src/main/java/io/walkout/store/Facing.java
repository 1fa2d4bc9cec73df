package io.walkout.store;

import io.walkout.store.geometry.OrientedBox;
import java.util.List;

/**
 * One product's stretch of plates, all on one shelf.
 *
 * @param product what stands there by plan
 * @param plates the plates it stands on, in order, at least one
 * @param box the room it takes up
 */
public record Facing(ProductCode product, List<PlateId> plates, OrientedBox box) {
  /**
   * Copies the list. Throws {@link IllegalArgumentException} unless all plates lie on one shelf.
   */
  public Facing {
    plates = List.copyOf(plates);
    if (plates.isEmpty() || plates.stream().map(PlateId::shelfId).distinct().count() != 1) {
      throw new IllegalArgumentException("a facing lies on one shelf, found plates " + plates);
    }
  }

  /** The shelf it is on. */
  public ShelfId shelf() {
    return plates.getFirst().shelfId();
  }
}
