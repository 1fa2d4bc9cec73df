package io.walkout.ingest.storefile;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a camera sees of the floor: its picture's border laid on the plan, cut at the walls. */
final class FloorView {
  /** Points along each edge of the picture; a distorted edge is a curve. */
  private static final int STEPS = 16;

  /** Farther than this the floor is not drawn, metres: a camera that sees the horizon. */
  private static final double FARTHEST = 30;

  private FloorView() {}

  /** Empty if the camera sees no floor. */
  static Optional<FloorPolygon> of(CameraModel camera, FloorPolygon floor) {
    List<FloorPoint> border = new ArrayList<>();
    double w = camera.widthPixels();
    double h = camera.heightPixels();
    double[][] corners = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    for (int edge = 0; edge < 4; edge++) {
      double[] from = corners[edge];
      double[] to = corners[(edge + 1) % 4];
      for (int i = 0; i < STEPS; i++) {
        double t = (double) i / STEPS;
        border.add(
            onFloor(camera, from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])));
      }
    }
    border.removeIf(p -> !Double.isFinite(p.x()) || !Double.isFinite(p.y()));
    List<FloorPoint> cut = clip(border, floor.minX(), floor.minY(), floor.maxX(), floor.maxY());
    return cut.size() < 3 ? Optional.empty() : Optional.of(new FloorPolygon(cut));
  }

  /** Where a pixel's ray meets the floor, or a far point in its direction if it never does. */
  private static FloorPoint onFloor(CameraModel camera, double u, double v) {
    Vec3 ray = camera.ray(u, v);
    Vec3 at = camera.position();
    double level = Math.hypot(ray.x(), ray.y());
    double distance = ray.z() < 0 ? level * -at.z() / ray.z() : Double.POSITIVE_INFINITY;
    double reach = Math.min(distance, FARTHEST);
    return level == 0
        ? at.floor()
        : new FloorPoint(at.x() + ray.x() / level * reach, at.y() + ray.y() / level * reach);
  }

  /** Cuts a polygon to a rectangle (Sutherland and Hodgman, 1974). */
  private static List<FloorPoint> clip(
      List<FloorPoint> polygon, double x0, double y0, double x1, double y1) {
    List<FloorPoint> p = halfPlane(polygon, 1, 0, -x0);
    p = halfPlane(p, -1, 0, x1);
    p = halfPlane(p, 0, 1, -y0);
    return halfPlane(p, 0, -1, y1);
  }

  /** Keeps where {@code a x + b y + c >= 0}. */
  private static List<FloorPoint> halfPlane(List<FloorPoint> in, double a, double b, double c) {
    List<FloorPoint> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      FloorPoint p = in.get(i);
      FloorPoint q = in.get((i + 1) % in.size());
      double sp = a * p.x() + b * p.y() + c;
      double sq = a * q.x() + b * q.y() + c;
      if (sp >= 0) {
        out.add(p);
      }
      if ((sp >= 0) != (sq >= 0)) {
        double t = sp / (sp - sq);
        out.add(new FloorPoint(p.x() + t * (q.x() - p.x()), p.y() + t * (q.y() - p.y())));
      }
    }
    return out;
  }
}
