package io.walkout.store.geometry;

/**
 * A point on the floor plan.
 *
 * @param x metres
 * @param y metres
 */
public record FloorPoint(double x, double y) {
  /** Distance on the floor, metres. */
  public double distanceTo(FloorPoint o) {
    return Math.hypot(x - o.x, y - o.y);
  }
}
