package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.geometry.FloorPoint;
import java.util.List;

/**
 * A way over the floor as somebody walks it: planned once, corner after corner, and planned anew
 * only if others pushed them so far off it that the next corner is out of sight.
 */
final class Route {
  /** A corner is passed this near. */
  private static final double CORNER_METRES = 0.25;

  /** Looks ahead this often, in steps. */
  private static final int LOOK_STEPS = 12;

  /** Who moves no faster than this stands in the way, metres a second. */
  private static final double STANDS = 0.2;

  /** Somebody this near to where one is or wants to be is no reason for a detour. */
  private static final double BESIDE_METRES = 0.3;

  private final FloorMap floor;
  private final Shopper me;
  private final FloorPoint to;
  private List<FloorPoint> corners;
  private int next = 1;
  private int steps;

  /** The way to a place that is free, from where somebody is and around those who stand about. */
  Route(Shopper me, FloorPoint to) {
    this.me = me;
    floor = me.scene().shop().floor();
    this.to = to;
    corners = plan(me.at());
  }

  /** Looks for another way from where one is now. */
  void replan() {
    corners = plan(me.at());
    next = 1;
  }

  private List<FloorPoint> plan(FloorPoint from) {
    List<Shopper> people = me.scene().shoppers();
    double[] standing = new double[4 * people.size()];
    int count = 0;
    for (Shopper other : people) {
      if (other == me || !other.isInside()) {
        continue;
      }
      double speed2 = other.speedX * other.speedX + other.speedY * other.speedY;
      if (speed2 < STANDS * STANDS && other.at().distanceTo(to) > BESIDE_METRES) {
        standing[2 * count] = other.x;
        standing[2 * count + 1] = other.y;
        count++;
        Pushed pushed = other.pushed();
        if (pushed != null) {
          standing[2 * count] = pushed.x;
          standing[2 * count + 1] = pushed.y;
          count++;
        }
      }
    }
    List<FloorPoint> way = floor.path(from, to, standing, count);
    // Whoever stands where no way leads from is let out straight.
    return way.isEmpty() ? List.of(from, to) : way;
  }

  /** The corner to head for from here. */
  FloorPoint next(double x, double y) {
    while (next < corners.size() - 1 && isPassed(x, y)) {
      next++;
    }
    if (++steps % LOOK_STEPS == 0) {
      look(x, y);
    }
    return corners.get(next);
  }

  /** Metres left to go. */
  double left(double x, double y) {
    FloorPoint corner = corners.get(next);
    double left = StrictMath.hypot(corner.x() - x, corner.y() - y);
    for (int i = next + 1; i < corners.size(); i++) {
      left += corners.get(i).distanceTo(corners.get(i - 1));
    }
    return left;
  }

  boolean isLastLeg() {
    return next == corners.size() - 1;
  }

  private boolean isPassed(double x, double y) {
    FloorPoint c = corners.get(next);
    double dx = c.x() - x;
    double dy = c.y() - y;
    return dx * dx + dy * dy < CORNER_METRES * CORNER_METRES;
  }

  private void look(double x, double y) {
    if (next < corners.size() - 1) {
      FloorPoint after = corners.get(next + 1);
      if (floor.segmentIsFree(x, y, after.x(), after.y())) {
        next++;
        return;
      }
    }
    FloorPoint corner = corners.get(next);
    if (!floor.segmentIsFree(x, y, corner.x(), corner.y())) {
      replan();
    }
  }
}
