package io.walkout.sim.floor;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.util.List;

/**
 * The floor that people can walk on: a shop's floor without its fixtures, both kept off by half a
 * body's width. Whether a place is free is exact geometry; ways are found on a grid and pulled
 * straight. Of floors in several parts the largest counts as the shop's. Immutable; safe for any
 * thread. Coordinates are metres in the store's frame.
 */
public final class FloorMap {
  /** What lies this little too near still has room: rounding is no wall. */
  private static final double TOLERANCE_METRES = 1e-6;

  /** Least step when a straight way is looked along; a corner that cuts in less is no hindrance. */
  private static final double LEAST_STEP_METRES = 0.02;

  /** How often a body that has no room is moved away from what is too near. */
  private static final int MOST_PUSHES = 4;

  /** Who has no room gets so far away from what is too near, each step. */
  private static final double LEAST_PUSH_METRES = 0.01;

  private static final double[] NOBODY = {};

  private final Outlines outlines;
  private final FloorGrid grid;
  private final PathSearch search;
  private final double bodyMetres;

  /**
   * Makes the map of a floor.
   *
   * @param floor what is inside the walls
   * @param fixtures footprints that nobody walks through; they may touch and overlap
   * @param bodyMetres how near the middle of a body comes to a wall or fixture
   * @throws IllegalArgumentException if there is no room for a body anywhere
   */
  public FloorMap(FloorPolygon floor, List<FloorPolygon> fixtures, double bodyMetres) {
    this.bodyMetres = bodyMetres;
    outlines = new Outlines(floor, fixtures);
    grid = new FloorGrid(floor, outlines, bodyMetres);
    search = new PathSearch(this, grid);
  }

  /** How near the middle of a body comes to a wall or fixture, metres. */
  public double bodyMetres() {
    return bodyMetres;
  }

  /** Whether there is room for the middle of a body. */
  public boolean isFree(double x, double y) {
    return clearance(x, y) >= bodyMetres - TOLERANCE_METRES;
  }

  /** Whether there is room, and one can walk there from most other places. */
  public boolean isReachable(double x, double y) {
    if (!isFree(x, y)) {
      return false;
    }
    int cell = grid.freeCellNear(this, x, y);
    return cell >= 0 && grid.part(cell) == grid.largestPart();
  }

  /**
   * Metres to the nearest wall or fixture; negative inside a fixture and outside the floor.
   * Allocates nothing.
   */
  public double clearance(double x, double y) {
    return outlines.clearance(x, y);
  }

  /** The place itself if it is reachable, else the nearest one found that is. */
  public FloorPoint nearestFree(FloorPoint to) {
    if (isReachable(to.x(), to.y())) {
      return to;
    }
    int cell = grid.nearestOfLargestPart(to.x(), to.y());
    double x = grid.x(cell);
    double y = grid.y(cell);
    // From the cell's middle towards the place as far as the floor is free.
    double near = 0;
    double far = 1;
    for (int i = 0; i < 12; i++) {
      double share = (near + far) / 2;
      if (segmentIsFree(x, y, x + share * (to.x() - x), y + share * (to.y() - y))) {
        near = share;
      } else {
        far = share;
      }
    }
    return new FloorPoint(x + near * (to.x() - x), y + near * (to.y() - y));
  }

  /** Whether a body can go straight from one place to the other. */
  public boolean segmentIsFree(FloorPoint a, FloorPoint b) {
    return segmentIsFree(a.x(), a.y(), b.x(), b.y());
  }

  /** As {@link #segmentIsFree(FloorPoint, FloorPoint)}; allocates nothing. */
  public boolean segmentIsFree(double ax, double ay, double bx, double by) {
    double length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    double gone = 0;
    while (gone < length) {
      double share = gone / length;
      double room = clearance(ax + share * (bx - ax), ay + share * (by - ay)) - bodyMetres;
      if (room < -TOLERANCE_METRES) {
        return false;
      }
      gone += Math.max(room, LEAST_STEP_METRES);
    }
    return isFree(bx, by);
  }

  /**
   * The way from one place to another: short, but rather through the middle of an aisle than along
   * its fixtures.
   *
   * @return the corners of the way, both places included; empty if there is none, or if {@code to}
   *     is not free. A start that is not free is left by the nearest way first.
   */
  public List<FloorPoint> path(FloorPoint from, FloorPoint to) {
    return search.path(from, to, NOBODY, 0);
  }

  /**
   * As {@link #path(FloorPoint, FloorPoint)}, and rather around people who stand about than through
   * between them; where there is no way around, through between them.
   *
   * @param standing x and y of each of them, one after the other
   * @param count how many they are
   */
  public List<FloorPoint> path(FloorPoint from, FloorPoint to, double[] standing, int count) {
    return search.path(from, to, standing, count);
  }

  /**
   * Moves a body by one small step and lets it slide along what is in its way; it never gets
   * farther than the step by much.
   *
   * @param at where it is, x and y; receives where it comes to. A place that was free stays so.
   * @param dx metres to go
   * @param dy metres to go
   */
  public void slide(double[] at, double dx, double dy) {
    double x = at[0] + dx;
    double y = at[1] + dy;
    double room = clearance(x, y) - bodyMetres;
    for (int i = 0; i < MOST_PUSHES && room < -TOLERANCE_METRES; i++) {
      double e = 1e-4;
      double gx = (clearance(x + e, y) - clearance(x - e, y)) / (2 * e);
      double gy = (clearance(x, y + e) - clearance(x, y - e)) / (2 * e);
      double norm2 = Math.max(gx * gx + gy * gy, 0.25);
      x -= gx / norm2 * (room - TOLERANCE_METRES);
      y -= gy / norm2 * (room - TOLERANCE_METRES);
      room = clearance(x, y) - bodyMetres;
    }
    double gone2 = (x - at[0]) * (x - at[0]) + (y - at[1]) * (y - at[1]);
    double most2 = Math.max(dx * dx + dy * dy, LEAST_PUSH_METRES * LEAST_PUSH_METRES);
    if (gone2 <= 1.44 * most2) {
      if (room >= -TOLERANCE_METRES || !isFree(at[0], at[1])) {
        at[0] = x;
        at[1] = y;
      }
    } else if (!isFree(at[0], at[1])) {
      // From where there is no room, back to where there is, no faster than one walks.
      double share = Math.sqrt(most2 / gone2);
      at[0] += share * (x - at[0]);
      at[1] += share * (y - at[1]);
    }
  }

  /** Lowest x of the floor. */
  public double minX() {
    return grid.minX;
  }

  /** Lowest y of the floor. */
  public double minY() {
    return grid.minY;
  }

  /** Highest x of the floor. */
  public double maxX() {
    return grid.maxX;
  }

  /** Highest y of the floor. */
  public double maxY() {
    return grid.maxY;
  }
}
