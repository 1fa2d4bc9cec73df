package io.walkout.store.shelf;

import io.walkout.store.ShelfId;
import java.util.List;

/**
 * How a shelf is from a moment on: told whenever it changes.
 *
 * @param shelf which
 * @param state how much its plates can tell
 * @param troubles what was found wrong with its plates so far, in the order of their numbers
 * @param captureNanos from when on
 */
public record ShelfHealth(
    ShelfId shelf, ShelfState state, List<PlateTrouble> troubles, long captureNanos) {
  /** Copies the list. */
  public ShelfHealth {
    troubles = List.copyOf(troubles);
  }
}
