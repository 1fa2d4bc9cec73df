package io.walkout.sim.shelf;

import io.walkout.sim.fault.PlateFault;
import io.walkout.sim.world.Dice;

/**
 * A load cell that dies: its gain falls, noise bursts ever more often, and then it is dead. Broken
 * bridges and water in a cell look like that; the figures are chosen. Stateful; asked once for
 * every sample, with times that never go back.
 */
final class DyingCell {
  /** The gain of a cell at the end of its dying. */
  private static final double LAST_GAIN = 0.4;

  /** A burst lasts this many samples at most: a quarter of a second. */
  private static final int BURST_SAMPLES = 15;

  private static final double BURST_GRAMS = 150;

  /** How far out a reading that means nothing may lie: where the converter is at its end. */
  private static final double JUNK_GRAMS = 65_000;

  private final PlateFault fault;
  private final Dice dice;
  private int burst;
  private double last = Double.NaN;

  DyingCell(PlateFault fault, Dice dice) {
    this.fault = fault;
    this.dice = dice;
  }

  /**
   * What the cell says.
   *
   * @param grams what a healthy one would say
   * @param zero what a healthy one says of an empty plate
   */
  double reading(double grams, double zero, double seconds) {
    double dead =
        fault.dyingSeconds() > 0
            ? (seconds - fault.fromSeconds()) / fault.dyingSeconds()
            : seconds < fault.fromSeconds() ? -1 : 1;
    if (dead < 0) {
      last = grams;
      return grams;
    }
    return dead < 1 ? dying(grams, zero, dead) : dead();
  }

  private double dying(double grams, double zero, double share) {
    if (burst > 0) {
      burst--;
    } else if (dice.chance(0.05 * share)) {
      burst = 1 + dice.below(BURST_SAMPLES);
    }
    double gain = 1 - (1 - LAST_GAIN) * share;
    last = zero + gain * (grams - zero) + (burst > 0 ? BURST_GRAMS * dice.gaussian() : 0);
    return last;
  }

  private double dead() {
    return switch (fault.kind()) {
      case NAN -> Double.NaN;
      case JUNK -> junk();
      case STUCK, DRIFT -> last;
    };
  }

  /** Values that stay for a while and then leap anywhere. */
  private double junk() {
    if (dice.chance(0.02)) {
      last = dice.between(-JUNK_GRAMS, JUNK_GRAMS);
    }
    return last + 20 * dice.gaussian();
  }
}
