package io.walkout.ingest.autocheckout;

import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;

/** The floor that a gondola covers: the rectangle, in its own frame, around all its parts. */
final class Footprint {
  private Footprint() {}

  /** Around a gondola's own box (its back panel) and its shelves. */
  static FloorPolygon of(OrientedBox own, List<Shelf> shelves) {
    List<OrientedBox> parts = new ArrayList<>();
    parts.add(own);
    shelves.forEach(shelf -> parts.add(shelf.box()));
    return around(own.pose(), parts);
  }

  /** Around boxes that stand upright, along the axes of {@code frame}. */
  static FloorPolygon around(RigidTransform frame, List<OrientedBox> parts) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (OrientedBox part : parts) {
      for (FloorPoint corner : part.footprint().corners()) {
        Vec3 local = frame.applyInverse(new Vec3(corner.x(), corner.y(), frame.translation().z()));
        minX = Math.min(minX, local.x());
        minY = Math.min(minY, local.y());
        maxX = Math.max(maxX, local.x());
        maxY = Math.max(maxY, local.y());
      }
    }
    List<FloorPoint> corners = new ArrayList<>(4);
    for (double[] c : new double[][] {{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}}) {
      corners.add(frame.apply(new Vec3(c[0], c[1], 0)).floor());
    }
    return new FloorPolygon(corners);
  }
}
