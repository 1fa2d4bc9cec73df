package io.walkout.store;

import io.walkout.store.geometry.FloorPolygon;
import java.util.List;

/**
 * A fixture with shelves.
 *
 * @param number its number, from 1
 * @param footprint the floor it covers
 * @param shelves its shelves, from the lowest number
 */
public record Gondola(int number, FloorPolygon footprint, List<Shelf> shelves) {
  /** Copies the list. */
  public Gondola {
    shelves = List.copyOf(shelves);
  }
}
