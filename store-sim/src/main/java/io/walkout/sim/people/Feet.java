package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;

/**
 * Moves a body over the floor: not through fixtures, and never with a jolt that no feet can give
 * it. Who comes too fast at a shelf leans in over it a little, rather than stopping dead.
 */
final class Feet {
  /** From a walk to a stand within half a step. */
  private static final double STOP_METRES_PER_SECOND2 = 3;

  /** No feet change a body's velocity faster, whatever comes in their way. */
  static final double MOST_METRES_PER_SECOND2 = 7;

  /** A middle comes so much nearer to a fixture than one walks, for a moment. */
  private static final double LEAN_METRES = 0.12;

  /** But never nearer than this. */
  private static final double NEAREST_METRES = 0.06;

  private final Shopper me;
  private final double[] moved = new double[2];
  private boolean throughDoor;

  Feet(Shopper me) {
    this.me = me;
  }

  /** Whether they went through a door when they last moved. */
  boolean isThroughDoor() {
    return throughDoor;
  }

  /**
   * Feet that nothing drives stop, as fast as one stops a walk; and who stands idle makes room for
   * somebody who comes too near.
   */
  void comeToRest(boolean idle, double step) {
    Steering.room(me, idle, moved);
    double changeX = moved[0] - me.speedX;
    double changeY = moved[1] - me.speedY;
    double change = Math.sqrt(changeX * changeX + changeY * changeY);
    FloorMap floor = me.scene().shop().floor();
    boolean free = floor.isFree(me.x, me.y);
    if (change == 0 && me.speedX == 0 && me.speedY == 0 && free) {
      return;
    }
    double share = Math.min(1, STOP_METRES_PER_SECOND2 * step / Math.max(change, 1e-9));
    boolean inDoorway = !free && !hasRoom(me.x, me.y);
    move(me.speedX + share * changeX, me.speedY + share * changeY, step, inDoorway);
  }

  /**
   * One step with a velocity that is wanted; sets place and velocity to what came of it.
   *
   * @param throughDoor whether walls don't count
   */
  void move(double wantX, double wantY, double step, boolean throughDoor) {
    Pushed pushed = me.pushed();
    double freedom = pushed == null ? 1 : pushed.freedom();
    this.throughDoor = throughDoor;
    double goX = wantX * freedom * step;
    double goY = wantY * freedom * step;
    if (!throughDoor) {
      moved[0] = me.x;
      moved[1] = me.y;
      me.scene().shop().floor().slide(moved, goX, goY);
      goX = moved[0] - me.x;
      goY = moved[1] - me.y;
    }
    double jumpX = goX / step - me.speedX;
    double jumpY = goY / step - me.speedY;
    double jump = Math.sqrt(jumpX * jumpX + jumpY * jumpY);
    double soft = MOST_METRES_PER_SECOND2 * step / Math.max(jump, 1e-9);
    if (soft < 1) {
      double softX = (me.speedX + jumpX * soft) * step;
      double softY = (me.speedY + jumpY * soft) * step;
      if (throughDoor || hasRoom(me.x + softX, me.y + softY)) {
        goX = softX;
        goY = softY;
      }
    }
    me.x += goX;
    me.y += goY;
    me.speedX = goX / step;
    me.speedY = goY / step;
  }

  private boolean hasRoom(double x, double y) {
    FloorMap floor = me.scene().shop().floor();
    double least = Math.max(NEAREST_METRES, floor.bodyMetres() - LEAN_METRES);
    return floor.clearance(x, y) >= least;
  }
}
