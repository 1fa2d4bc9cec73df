package io.walkout.sim.camera;

/** The ceiling's lamps: panels in a grid. */
final class Lamps {
  /** Distance of the panels' middles, metres; chosen as offices have them. */
  private static final double PITCH_X = 2.4;

  private static final double PITCH_Y = 1.8;
  private static final double HALF_LONG = 0.6;
  private static final double HALF_WIDE = 0.15;

  private Lamps() {}

  /** Whether a point of the ceiling is a lamp. */
  static boolean at(double x, double y) {
    return off(x, PITCH_X) < HALF_LONG && off(y, PITCH_Y) < HALF_WIDE;
  }

  /** How much lamp a dull mirror shows at that point of the ceiling, 0 to 1. */
  static double glow(double x, double y) {
    return fall(off(x, PITCH_X) - HALF_LONG) * fall(off(y, PITCH_Y) - HALF_WIDE);
  }

  private static double off(double x, double pitch) {
    double turns = x / pitch + 0.25;
    return Math.abs(turns - Math.floor(turns) - 0.5) * pitch;
  }

  private static double fall(double beyond) {
    double s = Math.clamp(0.5 - beyond / 0.7, 0, 1);
    return s * s * (3 - 2 * s);
  }
}
