package io.walkout.node.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why receipts are wrong.
 *
 * @param counts mistakes of each cause, all causes listed
 * @param wrongUnits units that are on a receipt wrongly or missing from one; each is in one mistake
 * @param mistakes each mistake, by cause, then by person and product
 */
public record Causes(Map<Cause, Integer> counts, int wrongUnits, List<Mistake> mistakes) {
  /** Copies the list. */
  public Causes {
    mistakes = List.copyOf(mistakes);
  }

  /** Counts them. */
  static Causes of(List<Mistake> mistakes) {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      counts.put(cause, 0);
    }
    int units = 0;
    for (Mistake mistake : mistakes) {
      counts.merge(mistake.cause(), 1, Integer::sum);
      units += mistake.units();
    }
    return new Causes(counts, units, mistakes);
  }
}
