package io.walkout.sim.shelf;

import io.walkout.sim.world.Dice;

/**
 * The roughness of a grip: fingers slip, packs scrape along their neighbours. A force that changes
 * at random some twenty times a second, the same whenever it is asked. Immutable.
 */
final class Jerks {
  private static final double KNOTS_PER_SECOND = 25;

  /** Enough for a second; what lasts longer repeats itself. */
  private static final int KNOTS = 25;

  private final double[] knots = new double[KNOTS];

  /**
   * Draws a grip.
   *
   * @param most the roughest grip's standard deviation
   */
  Jerks(Dice dice, double most) {
    double size = dice.between(0, most);
    for (int k = 0; k < KNOTS; k++) {
      knots[k] = size * dice.gaussian(1);
    }
  }

  /** The force at that time after the grip began, as a share of what is gripped. */
  double at(double seconds) {
    double at = Math.max(0, seconds) * KNOTS_PER_SECOND;
    int k = (int) at;
    double between = at - k;
    return knots[k % KNOTS] * (1 - between) + knots[(k + 1) % KNOTS] * between;
  }
}
