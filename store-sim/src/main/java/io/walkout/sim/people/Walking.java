package io.walkout.sim.people;

import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/**
 * Walks a planned way, steers around others, and arrives. Where somebody else stands at the very
 * place, beside it will do.
 */
final class Walking implements Activity {
  private static final double ARRIVED_METRES = 0.04;

  /** So near is near enough for who has been kept off for a while. */
  private static final double NEARLY_METRES = 0.35;

  private static final double NEARLY_SECONDS = 2;

  /** Speed falls with the way that is left, by so much a second: nobody stops dead. */
  private static final double SLOWING_PER_SECOND = 1.3;

  /** A place that is only passed counts as reached this near, metres. */
  private static final double PASSED_METRES = 0.12;

  /** It may be passed so far aside. */
  private static final double ABREAST_METRES = 0.6;

  /** Who can't get on looks for another way, but not more often than this. */
  private static final double REPLAN_SECONDS = 2;

  /** Nobody needs this long across a shop; then something is wrong with the simulator. */
  private static final double MOST_SECONDS = 300;

  private final Shopper me;
  private final FloorPoint to;
  private final boolean throughDoor;
  private final boolean stop;
  private final Steering steering;
  private @Nullable Route route;
  private double begun = Double.NaN;
  private double replanSeconds;
  private double fromX;
  private double fromY;

  /** Walks through a door, past a place and on; or over the floor to a place, to stop there. */
  Walking(Shopper me, FloorPoint to, boolean throughDoor) {
    this(me, to, throughDoor, !throughDoor);
  }

  private Walking(Shopper me, FloorPoint to, boolean throughDoor, boolean stop) {
    this.me = me;
    this.to = throughDoor ? to : me.scene().insideFreeFloor(to);
    this.throughDoor = throughDoor;
    this.stop = stop;
    steering = new Steering(me);
  }

  /** Walks over the floor to a place, and does not stop there. */
  static Walking past(Shopper me, FloorPoint place) {
    return new Walking(me, place, false, false);
  }

  /** Whether they have passed the place at one of its sides, seen from where they set out. */
  private boolean isAbreast() {
    double dx = to.x() - fromX;
    double dy = to.y() - fromY;
    return StrictMath.hypot(to.x() - me.x, to.y() - me.y) < ABREAST_METRES
        && dx * (to.x() - me.x) + dy * (to.y() - me.y) <= 0;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(begun)) {
      begun = seconds;
      fromX = me.x;
      fromY = me.y;
      if (!throughDoor) {
        route = new Route(me, to);
      }
    }
    if (seconds - begun > MOST_SECONDS) {
      throw new IllegalStateException("a shopper walks for ever towards " + to);
    }
    FloorPoint corner = route == null ? to : route.next(me.x, me.y);
    double left =
        route == null ? StrictMath.hypot(to.x() - me.x, to.y() - me.y) : route.left(me.x, me.y);
    if (left < (stop ? ARRIVED_METRES : PASSED_METRES)
        || (!stop && isAbreast())
        || (left < NEARLY_METRES && steering.stuckSeconds() > NEARLY_SECONDS)) {
      return true;
    }
    if (route != null && steering.stuckSeconds() > 0.7 && seconds > replanSeconds) {
      route.replan();
      replanSeconds = seconds + REPLAN_SECONDS;
    }
    double speed = stop ? Math.min(me.pace, 0.05 + SLOWING_PER_SECOND * left) : me.pace;
    boolean last = stop && (route == null || route.isLastLeg());
    steering.step(corner.x(), corner.y(), speed, step, throughDoor, last);
    return false;
  }
}
