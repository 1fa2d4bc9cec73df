package io.walkout.sim.shelf;

/**
 * One natural mode of a gondola: a damped oscillator, kicked by feet, doors and the building,
 * stepped once a sample. Exact for free motion (a rotation that shrinks), so it never blows up.
 */
final class Swing {
  private final double cos;
  private final double sin;
  private double position;
  private double speed;

  Swing(double hertz, double decaySeconds, double stepSeconds) {
    double shrink = StrictMath.exp(-stepSeconds / decaySeconds);
    cos = shrink * StrictMath.cos(2 * Math.PI * hertz * stepSeconds);
    sin = shrink * StrictMath.sin(2 * Math.PI * hertz * stepSeconds);
  }

  /** Standard deviation of a kick a sample that keeps this mode swinging with deviation 1. */
  double ambientKick() {
    return Math.sqrt(2 * (1 - cos * cos - sin * sin));
  }

  /** A knock; its mode then swings with about this amplitude. */
  void kick(double amplitude) {
    speed += amplitude;
  }

  /** Goes on by one sample; where it is then. */
  double step() {
    double p = cos * position + sin * speed;
    speed = cos * speed - sin * position;
    position = p;
    return p;
  }
}
