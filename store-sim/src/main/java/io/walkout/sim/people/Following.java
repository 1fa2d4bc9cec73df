package io.walkout.sim.people;

import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/** Walks after somebody, stands while they stand, and stops when they have left. */
final class Following implements Activity {
  /** How often a follower looks anew where to go. */
  private static final double GLANCE_SECONDS = 1.0;

  private final Shopper me;
  private final Shopper ahead;
  private final double apartMetres;
  private final double forSeconds;
  private @Nullable Activity walk;
  private double begun = Double.NaN;
  private double glanced;

  Following(Shopper me, Shopper ahead, double apartMetres, double forSeconds) {
    this.me = me;
    this.ahead = ahead;
    this.apartMetres = apartMetres;
    this.forSeconds = forSeconds;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(begun)) {
      begun = seconds;
      me.hold(null);
    }
    if (seconds - begun >= forSeconds || ahead.isGone()) {
      me.speedX = 0;
      me.speedY = 0;
      return true;
    }
    Activity way = walk;
    if (way != null && seconds - glanced < GLANCE_SECONDS) {
      if (way.step(seconds, step)) {
        walk = null;
      }
      return false;
    }
    double d = me.at().distanceTo(ahead.at());
    if (!ahead.isInside() || d < apartMetres + 0.3) {
      me.speedX = 0;
      me.speedY = 0;
      walk = null;
      return false;
    }
    double share = (d - apartMetres) / d;
    glanced = seconds;
    walk =
        me.way(
            new FloorPoint(me.x + share * (ahead.x - me.x), me.y + share * (ahead.y - me.y)));
    return false;
  }
}
