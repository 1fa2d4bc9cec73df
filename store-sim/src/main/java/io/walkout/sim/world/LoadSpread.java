package io.walkout.sim.world;

/**
 * How the load of one unit spreads over the plates of its shelf. A rigid pack loads the plates
 * under its base in proportion to the overlap; a soft one slumps beyond it and unevenly. A little
 * goes over to the next plates through the frame and the packs that lean on each other.
 */
final class LoadSpread {
  /** Share of each plate's load that its neighbours bear, each side at most; chosen. */
  private static final double MOST_CROSSTALK = 0.02;

  /** A soft pack is this much wider on the shelf than its nominal width; chosen. */
  private static final double SLUMP = 1.25;

  private LoadSpread() {}

  /** Grams on each plate of a shelf of {@code plates}; sums to the unit's mass. */
  static double[] of(Unit unit, int plates, Dice dice) {
    double pitch = FixturePlan.PLATE_WIDTH_METRES;
    boolean soft = unit.article().isSoft();
    double half = unit.article().widthMetres() / 2 * (soft ? SLUMP : 0.9);
    double[] share = new double[plates];
    double sum = 0;
    for (int p = 0; p < plates; p++) {
      double low = Math.max(unit.alongMetres() - half, p * pitch);
      double high = Math.min(unit.alongMetres() + half, (p + 1) * pitch);
      double overlap = Math.max(0, high - low);
      share[p] = soft ? overlap * dice.between(0.4, 1.6) : overlap;
      sum += share[p];
    }
    double leak = dice.between(0, MOST_CROSSTALK);
    double[] grams = new double[plates];
    for (int p = 0; p < plates; p++) {
      double own = unit.massGrams() * share[p] / sum;
      int neighbours = (p > 0 ? 1 : 0) + (p < plates - 1 ? 1 : 0);
      grams[p] += own * (1 - leak * neighbours);
      if (p > 0) {
        grams[p - 1] += own * leak;
      }
      if (p < plates - 1) {
        grams[p + 1] += own * leak;
      }
    }
    return grams;
  }
}
