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

  /** Grams on each plate of a row, by column; sums to the unit's mass. */
  static double[] of(Unit unit, PlateRow row, Dice dice) {
    int plates = row.columns();
    boolean soft = unit.article().isSoft();
    double half = unit.article().widthMetres() / 2 * (soft ? SLUMP : 0.9);
    double[] share = new double[plates];
    double sum = 0;
    for (int p = 0; p < plates; p++) {
      double low = Math.max(unit.alongMetres() - half, row.left(p));
      double high = Math.min(unit.alongMetres() + half, row.left(p) + row.width(p));
      double overlap = Math.max(0, high - low);
      share[p] = soft ? overlap * dice.between(0.4, 1.6) : overlap;
      sum += share[p];
    }
    if (sum == 0) {
      // It stands where a plate is missing: the nearest one bears it.
      share[row.nearest(unit.alongMetres())] = 1;
      sum = 1;
    }
    double leak = dice.between(0, MOST_CROSSTALK);
    double[] grams = new double[plates];
    for (int p = 0; p < plates; p++) {
      double own = unit.massGrams() * share[p] / sum;
      boolean before = p > 0 && row.exists(p - 1);
      boolean after = p < plates - 1 && row.exists(p + 1);
      int neighbours = (before ? 1 : 0) + (after ? 1 : 0);
      grams[p] += own * (1 - leak * neighbours);
      if (before) {
        grams[p - 1] += own * leak;
      }
      if (after) {
        grams[p + 1] += own * leak;
      }
    }
    return grams;
  }
}
