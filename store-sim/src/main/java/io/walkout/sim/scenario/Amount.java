package io.walkout.sim.scenario;

import io.walkout.sim.world.Dice;

/**
 * A number of a script: fixed, or drawn anew for each seed.
 *
 * @param low the least
 * @param high the most; equal to {@code low} if it is fixed
 */
record Amount(double low, double high) {
  static Amount of(double value) {
    return new Amount(value, value);
  }

  double draw(Dice dice) {
    return low == high ? low : dice.between(low, high);
  }

  /** A whole number, each from low to high with the same chance. */
  int drawWhole(Dice dice) {
    int least = (int) Math.round(low);
    return least + (low == high ? 0 : dice.below((int) Math.round(high) - least + 1));
  }
}
