package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/**
 * Goes where somebody else goes, a step behind and beside them, as a child does; over once they
 * have left the shop, or after a given time.
 */
final class Following implements Activity {
  /** Behind and beside whom one follows. */
  private static final double BEHIND_METRES = 0.35;

  private static final double BESIDE_METRES = 0.5;

  /** Nearer than this to the place, one stands; farther than the second, one goes again. */
  private static final double THERE_METRES = 0.15;

  private static final double AWAY_METRES = 0.45;

  /** The way is planned anew this often while they are out of sight, seconds. */
  private static final double PLAN_SECONDS = 1;

  private final Shopper me;
  private final Shopper whom;
  private final double side;
  private final double mostSeconds;
  private final Steering steering;
  private @Nullable Route route;
  private double plannedSeconds = Double.NEGATIVE_INFINITY;
  private double end = Double.NaN;
  private boolean going = true;

  /**
   * Follows somebody.
   *
   * @param whom who goes ahead
   * @param left whether one walks at their left side
   * @param mostSeconds at most so long; infinite for as long as they are in the shop
   */
  Following(Shopper me, Shopper whom, boolean left, double mostSeconds) {
    if (me == whom) {
      throw new IllegalArgumentException("nobody follows themselves");
    }
    this.me = me;
    this.whom = whom;
    this.mostSeconds = mostSeconds;
    side = left ? 1 : -1;
    steering = new Steering(me);
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(end)) {
      end = seconds + mostSeconds;
    }
    if (whom.isGone() || seconds >= end) {
      return true;
    }
    double fx = StrictMath.cos(whom.heading());
    double fy = StrictMath.sin(whom.heading());
    double toX = whom.x - BEHIND_METRES * fx - side * BESIDE_METRES * fy;
    double toY = whom.y - BEHIND_METRES * fy + side * BESIDE_METRES * fx;
    FloorMap floor = me.scene().shop().floor();
    if (!floor.isFree(toX, toY)) {
      toX = whom.x;
      toY = whom.y;
    }
    double d = StrictMath.hypot(toX - me.x, toY - me.y);
    double theirs = StrictMath.hypot(whom.speedX, whom.speedY);
    going = going ? d > THERE_METRES || theirs > 0.3 : d > AWAY_METRES;
    boolean beside = StrictMath.hypot(whom.x - me.x, whom.y - me.y) < 0.6;
    if (!going || (beside && theirs < 0.1)) {
      me.turnTo(StrictMath.atan2(whom.y - me.y, whom.x - me.x), step);
      return false;
    }
    double speed = Math.min(1.3 * me.pace, theirs + 1.2 * d);
    if (floor.segmentIsFree(me.x, me.y, toX, toY)) {
      route = null;
      steering.step(toX, toY, speed, step, false, false);
      return false;
    }
    if (route == null || seconds - plannedSeconds > PLAN_SECONDS) {
      route = new Route(me, floor.nearestFree(new FloorPoint(toX, toY)));
      plannedSeconds = seconds;
    }
    FloorPoint corner = route.next(me.x, me.y);
    steering.step(corner.x(), corner.y(), speed, step, false, false);
    return false;
  }
}
