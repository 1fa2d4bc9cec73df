package io.walkout.store;

import io.walkout.store.geometry.FloorPolygon;

/**
 * A named part of the floor.
 *
 * @param name its name
 * @param kind what it is for
 * @param area where it is
 */
public record Zone(String name, Kind kind, FloorPolygon area) {
  /** What a zone is for. */
  public enum Kind {
    /** Shoppers walk here. */
    SHOPPING,
    /** Staff only: who comes from here is no shopper. */
    STAFF,
    /**
     * In the picture, but not in the store: behind a window, in the street. Nobody here is tracked.
     */
    OUTSIDE
  }
}
