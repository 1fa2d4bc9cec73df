package io.walkout.bench.shelf;

import io.walkout.store.ShelfId;

/**
 * A load that truly came to a shelf or went from it.
 *
 * @param shelf where
 * @param nanos the middle of its movement, event time
 * @param grams lasting change of each plate of the shelf, by column from plate 1
 * @param goods whether it was goods (else a bag)
 */
record TrueLoad(ShelfId shelf, long nanos, double[] grams, boolean goods) {
  /** All plates together. */
  double sum() {
    double sum = 0;
    for (double g : grams) {
      sum += g;
    }
    return sum;
  }

  /** The middle of the load, in plates from plate 1. */
  double middle() {
    double sum = 0;
    double moment = 0;
    for (int p = 0; p < grams.length; p++) {
      sum += Math.abs(grams[p]);
      moment += (p + 1) * Math.abs(grams[p]);
    }
    return moment / Math.max(sum, 1e-9);
  }
}
