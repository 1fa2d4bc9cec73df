package io.walkout.store;

import io.walkout.store.geometry.FloorSegment;

/**
 * A way in or out.
 *
 * @param id its name
 * @param use which way people may pass
 * @param threshold the line they cross
 */
public record Door(DoorId id, Use use, FloorSegment threshold) {
  /** Which way people pass a door. */
  public enum Use {
    /** In only. */
    ENTRY,
    /** Out only. */
    EXIT,
    /** Both ways. */
    BOTH;

    /** Whether one may enter here. */
    public boolean letsIn() {
      return this != EXIT;
    }

    /** Whether one may leave here. */
    public boolean letsOut() {
      return this != ENTRY;
    }
  }
}
