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
  private static final double SLOWING_PER_SECOND = 1.7;

  /** Nobody needs this long across a shop; then something is wrong with the simulator. */
  private static final double MOST_SECONDS = 300;

  private final Shopper me;
  private final FloorPoint to;
  private final boolean throughDoor;
  private final Steering steering;
  private @Nullable Route route;
  private double begun = Double.NaN;

  Walking(Shopper me, FloorPoint to, boolean throughDoor) {
    this.me = me;
    this.to = throughDoor ? to : me.scene().insideFreeFloor(to);
    this.throughDoor = throughDoor;
    steering = new Steering(me);
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(begun)) {
      begun = seconds;
      if (!throughDoor) {
        route = new Route(me.scene().shop().floor(), me.at(), to);
      }
    }
    if (seconds - begun > MOST_SECONDS) {
      throw new IllegalStateException("a shopper walks for ever towards " + to);
    }
    FloorPoint corner = route == null ? to : route.next(me.x, me.y);
    double left =
        route == null ? StrictMath.hypot(to.x() - me.x, to.y() - me.y) : route.left(me.x, me.y);
    if (left < ARRIVED_METRES
        || (left < NEARLY_METRES && steering.stuckSeconds() > NEARLY_SECONDS)) {
      me.speedX = 0;
      me.speedY = 0;
      return true;
    }
    double speed = Math.min(me.pace, 0.03 + SLOWING_PER_SECOND * left);
    steering.step(corner.x(), corner.y(), speed, step, throughDoor);
    return false;
  }
}
