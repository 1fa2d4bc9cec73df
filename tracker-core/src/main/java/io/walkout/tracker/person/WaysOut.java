package io.walkout.tracker.person;

import io.walkout.store.Door;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on the way out: was seen to walk out through an exit, or over the edge of a floor whose
 * doors aren't known. What is seen at that place from then on may be the door they left open behind
 * them, and has to be as well witnessed as somebody who comes in. Single-threaded.
 */
final class WaysOut {
  /** As for those who come in where doors aren't known: see {@link Doorways}. */
  private static final double AT_EDGE_METRES = 0.8;

  private final List<Threshold> exits = new ArrayList<>();
  private final FloorPolygon floor;

  WaysOut(Layout layout) {
    floor = layout.floor();
    for (Door door : layout.doors()) {
      if (door.use().letsOut()) {
        exits.add(new Threshold(door, floor));
      }
    }
  }

  /** Whether somebody, when last seen, was walking out. */
  boolean isTakenBy(Trail trail) {
    for (Threshold exit : exits) {
      if (exit.isBeingLeftBy(trail)) {
        return true;
      }
    }
    return exits.isEmpty() && overTheEdge(trail);
  }

  private boolean overTheEdge(Trail trail) {
    int now = trail.last();
    double x = trail.x(now);
    double y = trail.y(now);
    if (!floor.contains(x, y)) {
      return true;
    }
    if (floor.distanceToEdge(x, y) > AT_EDGE_METRES) {
      return false;
    }
    // The way to the nearest edge, by the slope of the distance to it.
    double step = 0.01;
    double outX = floor.distanceToEdge(x - step, y) - floor.distanceToEdge(x + step, y);
    double outY = floor.distanceToEdge(x, y - step) - floor.distanceToEdge(x, y + step);
    double norm = Math.hypot(outX, outY);
    return norm > 0 && trail.speedAlong(outX / norm, outY / norm) >= Threshold.OUT_SPEED;
  }
}
