package io.walkout.sim.floor;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.util.List;

/** The edges of a shop's floor and of what stands on it, as arrays: how far a point is from all. */
final class Outlines {
  /** First polygon: the floor, to stay inside of; the others: to stay outside of. */
  private final int[] firstEdge;

  private final double[] ax;
  private final double[] ay;
  private final double[] bx;
  private final double[] by;
  private final double[] minX;
  private final double[] minY;
  private final double[] maxX;
  private final double[] maxY;

  Outlines(FloorPolygon floor, List<FloorPolygon> obstacles) {
    int polygons = obstacles.size() + 1;
    int edges = floor.corners().size();
    for (FloorPolygon o : obstacles) {
      edges += o.corners().size();
    }
    firstEdge = new int[polygons + 1];
    ax = new double[edges];
    ay = new double[edges];
    bx = new double[edges];
    by = new double[edges];
    minX = new double[polygons];
    minY = new double[polygons];
    maxX = new double[polygons];
    maxY = new double[polygons];
    int e = 0;
    for (int p = 0; p < polygons; p++) {
      FloorPolygon polygon = p == 0 ? floor : obstacles.get(p - 1);
      firstEdge[p] = e;
      minX[p] = polygon.minX();
      minY[p] = polygon.minY();
      maxX[p] = polygon.maxX();
      maxY[p] = polygon.maxY();
      List<FloorPoint> corners = polygon.corners();
      for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        ax[e] = corners.get(j).x();
        ay[e] = corners.get(j).y();
        bx[e] = corners.get(i).x();
        by[e] = corners.get(i).y();
        e++;
      }
    }
    firstEdge[polygons] = e;
  }

  /**
   * Metres from a point to the nearest wall or fixture; negative inside a fixture and outside the
   * floor. Changes by no more than the way one goes.
   */
  double clearance(double x, double y) {
    double best = signed(0, x, y);
    for (int p = 1; p < minX.length; p++) {
      double dx = Math.max(0, Math.max(minX[p] - x, x - maxX[p]));
      double dy = Math.max(0, Math.max(minY[p] - y, y - maxY[p]));
      if (best <= 0 ? dx == 0 && dy == 0 : dx * dx + dy * dy < best * best) {
        best = Math.min(best, -signed(p, x, y));
      }
    }
    return best;
  }

  /** Distance to a polygon's edge, positive inside. */
  private double signed(int p, double x, double y) {
    double best = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int e = firstEdge[p]; e < firstEdge[p + 1]; e++) {
      double dx = bx[e] - ax[e];
      double dy = by[e] - ay[e];
      double px = x - ax[e];
      double py = y - ay[e];
      double length2 = dx * dx + dy * dy;
      double t = length2 == 0 ? 0 : Math.clamp((px * dx + py * dy) / length2, 0, 1);
      double ox = px - t * dx;
      double oy = py - t * dy;
      best = Math.min(best, ox * ox + oy * oy);
      if (by[e] > y != ay[e] > y && x < dx * (y - ay[e]) / dy + ax[e]) {
        inside = !inside;
      }
    }
    double distance = Math.sqrt(best);
    return inside ? distance : -distance;
  }
}
