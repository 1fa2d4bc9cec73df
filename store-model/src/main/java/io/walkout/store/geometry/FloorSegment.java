package io.walkout.store.geometry;

/**
 * A straight piece of the floor plan, such as a door's threshold.
 *
 * @param a one end
 * @param b the other end
 */
public record FloorSegment(FloorPoint a, FloorPoint b) {
  /** Distance from a point to the nearest point of the segment, metres. */
  public double distanceTo(double x, double y) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length2 = dx * dx + dy * dy;
    double t = length2 == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length2, 0, 1);
    return Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy);
  }
}
