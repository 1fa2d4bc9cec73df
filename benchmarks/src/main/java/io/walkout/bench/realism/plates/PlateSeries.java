package io.walkout.bench.realism.plates;

import io.walkout.store.PlateId;

/**
 * The samples of one plate, one after the other at {@link PlateTape#RATE_HERTZ}.
 *
 * @param id its address
 * @param grams untared; NaN where a sample is missing. Not copied: treat as immutable
 */
public record PlateSeries(PlateId id, float[] grams) {
  /** Whether it never reads or never changes: a dead or pretended plate. */
  public boolean isDead() {
    for (float value : grams) {
      if (Float.isNaN(value)) {
        return true;
      }
    }
    for (int i = 1; i < grams.length; i++) {
      if (grams[i] != grams[0]) {
        return false;
      }
    }
    return true;
  }
}
