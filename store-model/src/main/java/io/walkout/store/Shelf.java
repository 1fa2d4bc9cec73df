package io.walkout.store;

import io.walkout.store.geometry.OrientedBox;
import java.util.List;

/**
 * One level of a gondola.
 *
 * @param id its address
 * @param box the room goods can take up: from the plates up to the next shelf; x along the shelf, y
 *     from the front to the back
 * @param plates its plates, in the order of their numbers
 */
public record Shelf(ShelfId id, OrientedBox box, List<Plate> plates) {
  /** Copies the list. */
  public Shelf {
    plates = List.copyOf(plates);
  }
}
