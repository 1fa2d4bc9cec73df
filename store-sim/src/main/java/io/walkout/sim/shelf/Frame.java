package io.walkout.sim.shelf;

import io.walkout.sim.world.Dice;

/**
 * The frame of one gondola: it sways and rattles in a few modes of its own, a little always, and
 * more when feet, doors and wheels shake it. Stepped once a sample; amplitudes in units of the
 * modes' own, which each plate feels with a gain of its own.
 */
final class Frame {
  /**
   * Modes of a gondola, lowest and highest frequency of each: a way to sway, another, a rattle.
   * Five gondolas of a real shop swayed most at 10, 12, 18, 23 and 23 Hz: each has a frequency of
   * its own, by its load and its fixings. See docs/simulator.md.
   */
  private static final double[][] MODE_HERTZ = {{8, 24}, {8, 24}, {15, 28}};

  static final int MODES = MODE_HERTZ.length;

  /** How much of a knock from outside each mode takes up: feet and doors make it sway. */
  private static final double[] MODE_KNOCK = {1, 0.5, 0.5};

  /** The same for hard wheels on joints and crumbs; chosen: they rattle more than they sway. */
  private static final double[] MODE_RATTLE = {0.4, 0.7, 1.5};

  /**
   * Seconds in which each mode dies, shortest and longest: a frame sways long and rattles briefly,
   * so that a rattle is broad in the spectrum, as real noise above 13 Hz is.
   */
  private static final double[][] MODE_DECAY = {{0.4, 1.4}, {0.3, 0.9}, {0.03, 0.1}};

  /**
   * Deviation of each mode at rest, in its own units; chosen with the white noise so that a quiet
   * plate's spectrum is that of a real one: flat below 8 Hz, twice as much at 10 to 25 Hz.
   */
  private static final double[] AMBIENT = {0.15, 0.15, 0.3};

  private final Dice dice;
  private final Swing[] modes = new Swing[MODES];
  private final double[] ambientKick = new double[MODES];
  private final double swayHertz;

  Frame(Dice dice) {
    this.dice = dice;
    double[] hertz = new double[MODES];
    for (int m = 0; m < MODES; m++) {
      hertz[m] = dice.between(MODE_HERTZ[m][0], MODE_HERTZ[m][1]);
    }
    swayHertz = hertz[0];
    for (int m = 0; m < MODES; m++) {
      modes[m] =
          new Swing(
              hertz[m], dice.between(MODE_DECAY[m][0], MODE_DECAY[m][1]), 1.0 / Plates.RATE_HERTZ);
      ambientKick[m] = AMBIENT[m] * modes[m].ambientKick();
    }
  }

  /** At what frequency it sways most. */
  double swayHertz() {
    return swayHertz;
  }

  /** Standard deviation of a mode at rest. */
  static double ambient(int mode) {
    return AMBIENT[mode];
  }

  /** A knock against the whole gondola: feet and doors. */
  void knock(double amplitude) {
    for (int m = 0; m < MODES; m++) {
      modes[m].kick(amplitude * MODE_KNOCK[m] * dice.between(-1, 1));
    }
  }

  /** Something rattles at the gondola: each mode gets its part of a broad noise. */
  void rattle(double amplitude) {
    for (int m = 0; m < MODES; m++) {
      modes[m].kick(amplitude * MODE_RATTLE[m] * dice.gaussian(1));
    }
  }

  /** Goes on by one sample; where each mode is then. */
  void step(double[] swings) {
    for (int m = 0; m < MODES; m++) {
      modes[m].kick(ambientKick[m] * dice.gaussian());
      swings[m] = modes[m].step();
    }
  }
}
