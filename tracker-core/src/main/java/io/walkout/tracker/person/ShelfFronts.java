package io.walkout.tracker.person;

import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPoint;
import java.util.List;

/** The upright planes in which shelves meet the aisle. Single-threaded. */
final class ShelfFronts {
  private final int count;
  private final double[] ax;
  private final double[] ay;
  private final double[] bx;
  private final double[] by;

  /** Unit vectors on the floor out of the shelf, towards the aisle. */
  private final double[] outX;

  private final double[] outY;

  ShelfFronts(Layout layout) {
    count = layout.gondolas().stream().mapToInt(g -> g.footprint().corners().size()).sum();
    ax = new double[count];
    ay = new double[count];
    bx = new double[count];
    by = new double[count];
    outX = new double[count];
    outY = new double[count];
    int n = 0;
    for (Gondola gondola : layout.gondolas()) {
      List<FloorPoint> corners = gondola.footprint().corners();
      for (int i = 0; i < corners.size(); i++) {
        set(n++, gondola, corners.get(i), corners.get((i + 1) % corners.size()));
      }
    }
  }

  private void set(int n, Gondola gondola, FloorPoint a, FloorPoint b) {
    ax[n] = a.x();
    ay[n] = a.y();
    bx[n] = b.x();
    by[n] = b.y();
    double length = Math.max(1e-9, Math.hypot(b.x() - a.x(), b.y() - a.y()));
    double x = (b.y() - a.y()) / length;
    double y = (a.x() - b.x()) / length;
    double middleX = (a.x() + b.x()) / 2;
    double middleY = (a.y() + b.y()) / 2;
    boolean inwards = gondola.footprint().contains(middleX + 0.01 * x, middleY + 0.01 * y);
    outX[n] = inwards ? -x : x;
    outY[n] = inwards ? -y : y;
  }

  /** The front that somebody at a place stands before, within reach; -1 if there is none. */
  int before(double x, double y, double reachMetres) {
    int best = -1;
    double nearest = reachMetres;
    for (int n = 0; n < count; n++) {
      double out = outside(n, x, y);
      if (out < 0) {
        continue;
      }
      double dx = bx[n] - ax[n];
      double dy = by[n] - ay[n];
      double t = ((x - ax[n]) * dx + (y - ay[n]) * dy) / Math.max(1e-9, dx * dx + dy * dy);
      double s = Math.clamp(t, 0, 1);
      double distance = Math.hypot(x - ax[n] - s * dx, y - ay[n] - s * dy);
      if (distance < nearest) {
        nearest = distance;
        best = n;
      }
    }
    return best;
  }

  /** How far before a front a place is, metres; negative behind it. */
  double outside(int n, double x, double y) {
    return (x - ax[n]) * outX[n] + (y - ay[n]) * outY[n];
  }

  /** Unit vector out of the shelf, by axis 0 or 1. */
  double out(int n, int axis) {
    return axis == 0 ? outX[n] : outY[n];
  }

  /** {@link #out} times a point of the front. */
  double offset(int n) {
    return ax[n] * outX[n] + ay[n] * outY[n];
  }
}
