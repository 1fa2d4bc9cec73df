package io.walkout.sim.world;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.Door;
import io.walkout.store.geometry.FloorPoint;

/**
 * A door as people pass it: straight over its threshold, between a place outside and one inside.
 *
 * @param door which door
 * @param middle of its threshold
 * @param inX x of the unit vector that points inside
 * @param inY y of the unit vector that points inside
 * @param outside where people appear and vanish
 * @param inside where they are in the shop: free floor
 */
public record Doorway(
    Door door, FloorPoint middle, double inX, double inY, FloorPoint outside, FloorPoint inside) {
  /** How far outside a door people appear and vanish; chosen. */
  private static final double OUTSIDE_METRES = 0.8;

  /** How far they step in before they do anything else; chosen. */
  private static final double INSIDE_METRES = 0.5;

  /** The way through a door of a floor; the inside is the side with more room. */
  static Doorway of(Door door, FloorMap floor) {
    FloorPoint middle = SimStore.middle(door);
    double dx = door.threshold().b().x() - door.threshold().a().x();
    double dy = door.threshold().b().y() - door.threshold().a().y();
    double length = StrictMath.hypot(dx, dy);
    double inX = length == 0 ? 0 : -dy / length;
    double inY = length == 0 ? 1 : dx / length;
    if (room(floor, middle, inX, inY) < room(floor, middle, -inX, -inY)) {
      inX = -inX;
      inY = -inY;
    }
    FloorPoint inside = floor.nearestFree(along(middle, inX, inY, INSIDE_METRES));
    return new Doorway(door, middle, inX, inY, along(middle, inX, inY, -OUTSIDE_METRES), inside);
  }

  /** Where somebody appears who comes in so far aside of the middle, metres to their left. */
  public FloorPoint outside(double asideMetres) {
    return aside(outside, asideMetres);
  }

  /** Where they cross the threshold. */
  public FloorPoint threshold(double asideMetres) {
    return aside(middle, asideMetres);
  }

  /** Which way one looks coming in, radians. */
  public double heading() {
    return StrictMath.atan2(inY, inX);
  }

  private FloorPoint aside(FloorPoint p, double metres) {
    return new FloorPoint(p.x() - inY * metres, p.y() + inX * metres);
  }

  private static double room(FloorMap floor, FloorPoint p, double dx, double dy) {
    return Math.max(
        floor.clearance(p.x() + 0.3 * dx, p.y() + 0.3 * dy),
        floor.clearance(p.x() + 0.6 * dx, p.y() + 0.6 * dy));
  }

  private static FloorPoint along(FloorPoint p, double dx, double dy, double metres) {
    return new FloorPoint(p.x() + dx * metres, p.y() + dy * metres);
  }
}
