package io.walkout.sim.people;

/** Waits a moment for room before a facing; over at once if there is room. */
final class WaitForRoom implements Activity {
  private final Shopper me;
  private final int facing;
  private final double distance;
  private double end = Double.NaN;

  WaitForRoom(Shopper me, int facing, double distance) {
    this.me = me;
    this.facing = facing;
    this.distance = distance;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(end)) {
      boolean crowded = me.scene().isCrowded(me, me.scene().spot(me, facing, distance));
      end = crowded ? seconds + 1.5 : seconds;
      me.speedX = 0;
      me.speedY = 0;
    }
    return seconds >= end;
  }
}
