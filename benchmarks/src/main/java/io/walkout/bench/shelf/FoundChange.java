package io.walkout.bench.shelf;

import io.walkout.store.shelf.ShelfChange;

/**
 * A change that the tracker announced.
 *
 * @param change what it says
 * @param announcedNanos arrival of the block that made it certain
 */
record FoundChange(ShelfChange change, long announcedNanos) {
  /** When it says that the load went or came. */
  long stepNanos() {
    return change.stepNanos();
  }

  /** The middle of what it says, in plates from plate 1. */
  double middle() {
    double sum = 0;
    double moment = 0;
    for (ShelfChange.PlateDelta plate : change.plates()) {
      sum += Math.abs(plate.deltaGrams());
      moment += plate.plate().plate() * Math.abs(plate.deltaGrams());
    }
    return moment / Math.max(sum, 1e-9);
  }
}
