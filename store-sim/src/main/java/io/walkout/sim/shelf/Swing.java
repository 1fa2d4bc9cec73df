package io.walkout.sim.shelf;

import io.walkout.sim.world.Dice;

/**
 * One natural mode of a gondola: a damped oscillator, kicked by feet, doors and the building, stepped
 * once a sample. Exact for free motion (a rotation that shrinks), so it never blows up.
 */
final class Swing {
  private final double cos;
  private final double sin;
  private double position;
  private double speed;

  Swing(double hertz, double decaySeconds, double stepSeconds) {
    double shrink = Math.exp(-stepSeconds / decaySeconds);
    cos = shrink * Math.cos(2 * Math.PI * hertz * stepSeconds);
    sin = shrink * Math.sin(2 * Math.PI * hertz * stepSeconds);
  }

  /** A mode as gondolas have them: 6.5 to 12.5 Hz and a decay of 0.3 to 0.9 s, as measured. */
  static Swing draw(Dice dice, double stepSeconds) {
    return new Swing(dice.between(6.5, 12.5), dice.between(0.3, 0.9), stepSeconds);
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
