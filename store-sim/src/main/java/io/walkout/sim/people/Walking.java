package io.walkout.sim.people;

import io.walkout.store.geometry.FloorPoint;

/**
 * Walks in a straight line, gives way to others, and arrives. Who is kept from arriving for long
 * squeezes past: people do.
 */
final class Walking implements Activity {
  private static final double ARRIVED_METRES = 0.05;
  private static final double SLOW_METRES = 0.5;
  private static final double PERSONAL_METRES = 0.65;
  private static final double PATIENCE_SECONDS = 5;

  /** Nobody needs this long across a shop; then something is wrong with the simulator. */
  private static final double MOST_SECONDS = 60;

  private final Shopper me;
  private final FloorPoint to;
  private final boolean throughDoor;
  private double begun = Double.NaN;

  Walking(Shopper me, FloorPoint to, boolean throughDoor) {
    this.me = me;
    this.to = throughDoor ? to : me.scene().insideFreeFloor(to);
    this.throughDoor = throughDoor;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(begun)) {
      begun = seconds;
    }
    double dx = to.x() - me.x;
    double dy = to.y() - me.y;
    double d = StrictMath.hypot(dx, dy);
    if (d < ARRIVED_METRES) {
      me.speedX = 0;
      me.speedY = 0;
      return true;
    }
    if (seconds - begun > MOST_SECONDS) {
      throw new IllegalStateException("a shopper walks for ever towards " + to);
    }
    double speed = me.pace * Math.min(1, 0.12 + d / SLOW_METRES);
    double wantX = dx / d * speed;
    double wantY = dy / d * speed;
    if (seconds - begun < PATIENCE_SECONDS && d > 0.3) {
      for (Shopper other : me.scene().shoppers()) {
        if (other != me && other.isOnFloor()) {
          double ox = me.x - other.x;
          double oy = me.y - other.y;
          double od = Math.max(0.05, StrictMath.hypot(ox, oy));
          if (od < PERSONAL_METRES) {
            double push = (PERSONAL_METRES - od) * 2.5 / od;
            // A little to the side as well, everyone to their right, or two would stand off.
            wantX += ox * push + oy * push * 0.6;
            wantY += oy * push - ox * push * 0.6;
          }
        }
      }
    }
    double limit = Math.min(1, me.pace * 1.2 / Math.max(1e-6, StrictMath.hypot(wantX, wantY)));
    double ease = Math.min(1, step / 0.2);
    me.speedX += (wantX * limit - me.speedX) * ease;
    me.speedY += (wantY * limit - me.speedY) * ease;
    // Close to the aim, momentum must not carry anyone in circles around it.
    double along = (me.speedX * dx + me.speedY * dy) / d;
    if (d < 0.3) {
      me.speedX = dx / d * Math.max(0.1, along);
      me.speedY = dy / d * Math.max(0.1, along);
    }
    me.moveBy(me.speedX * step, me.speedY * step, throughDoor);
    if (StrictMath.hypot(me.speedX, me.speedY) > 0.15) {
      me.turnTo(StrictMath.atan2(me.speedY, me.speedX), step);
    }
    return false;
  }
}
