package io.walkout.sim.film;

import io.walkout.store.Door;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.awt.Rectangle;
import java.awt.geom.Path2D;

/**
 * Metres of the floor to pixels of the film: the same scale both ways, y upwards on the plan, all
 * of the floor and its doors within a frame. Immutable.
 */
final class PlanScale {
  /** Room around the floor, where people come in and names may stand, metres. */
  private static final double MARGIN_METRES = 0.7;

  private final double pixelsPerMetre;
  private final double left;
  private final double bottom;
  private final double minX;
  private final double minY;

  PlanScale(Layout layout, Rectangle frame) {
    double x0 = layout.floor().minX();
    double y0 = layout.floor().minY();
    double x1 = layout.floor().maxX();
    double y1 = layout.floor().maxY();
    for (Door door : layout.doors()) {
      for (FloorPoint p : new FloorPoint[] {door.threshold().a(), door.threshold().b()}) {
        x0 = Math.min(x0, p.x());
        y0 = Math.min(y0, p.y());
        x1 = Math.max(x1, p.x());
        y1 = Math.max(y1, p.y());
      }
    }
    minX = x0 - MARGIN_METRES;
    minY = y0 - MARGIN_METRES;
    double width = x1 - x0 + 2 * MARGIN_METRES;
    double height = y1 - y0 + 2 * MARGIN_METRES;
    pixelsPerMetre = Math.min(frame.width / width, frame.height / height);
    left = frame.x + (frame.width - width * pixelsPerMetre) / 2;
    bottom = frame.y + frame.height - (frame.height - height * pixelsPerMetre) / 2;
  }

  double x(double metres) {
    return left + (metres - minX) * pixelsPerMetre;
  }

  double y(double metres) {
    return bottom - (metres - minY) * pixelsPerMetre;
  }

  double length(double metres) {
    return metres * pixelsPerMetre;
  }

  Path2D shape(FloorPolygon polygon) {
    Path2D path = new Path2D.Double();
    for (FloorPoint p : polygon.corners()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(x(p.x()), y(p.y()));
      } else {
        path.lineTo(x(p.x()), y(p.y()));
      }
    }
    path.closePath();
    return path;
  }
}
