package io.walkout.store.geometry;

import java.util.List;

/**
 * A simple polygon on the floor plan.
 *
 * @param corners at least three corners in order, either way round; the last joins the first
 */
public record FloorPolygon(List<FloorPoint> corners) {
  /** Throws {@link IllegalArgumentException} on fewer than three corners. */
  public FloorPolygon {
    corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException("a polygon needs three corners, found " + corners.size());
    }
  }

  /** The rectangle between two opposite corners. */
  public static FloorPolygon rectangle(double x0, double y0, double x1, double y1) {
    return new FloorPolygon(
        List.of(
            new FloorPoint(x0, y0),
            new FloorPoint(x1, y0),
            new FloorPoint(x1, y1),
            new FloorPoint(x0, y1)));
  }

  /** Whether the point lies inside (even-odd rule). */
  public boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      FloorPoint a = corners.get(i);
      FloorPoint b = corners.get(j);
      if (a.y() > y != b.y() > y && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Distance from the point to the polygon's edge, metres; positive inside and outside alike. */
  public double distanceToEdge(double x, double y) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      best = Math.min(best, new FloorSegment(corners.get(j), corners.get(i)).distanceTo(x, y));
    }
    return best;
  }

  /** Smallest x of a corner, metres. */
  public double minX() {
    return corners.stream().mapToDouble(FloorPoint::x).min().orElseThrow();
  }

  /** Smallest y of a corner, metres. */
  public double minY() {
    return corners.stream().mapToDouble(FloorPoint::y).min().orElseThrow();
  }

  /** Largest x of a corner, metres. */
  public double maxX() {
    return corners.stream().mapToDouble(FloorPoint::x).max().orElseThrow();
  }

  /** Largest y of a corner, metres. */
  public double maxY() {
    return corners.stream().mapToDouble(FloorPoint::y).max().orElseThrow();
  }
}
