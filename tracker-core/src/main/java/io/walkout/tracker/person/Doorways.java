package io.walkout.tracker.person;

import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.Layout;
import org.jspecify.annotations.Nullable;

/** Where people can come from and go to. Immutable. */
final class Doorways {
  /**
   * Who is first or last seen within this of a threshold came or went through it: a step and the
   * error of a place on the floor.
   */
  private static final double AT_DOOR_METRES = 1.2;

  /** The same for the edge of the floor, where doors aren't known. */
  private static final double AT_EDGE_METRES = 0.8;

  private final Layout layout;

  Doorways(Layout layout) {
    this.layout = layout;
  }

  /** The entrance at a place, or null. */
  @Nullable DoorId entrance(double x, double y) {
    return nearest(x, y, true);
  }

  /** The exit at a place, or null. */
  @Nullable DoorId exit(double x, double y) {
    return nearest(x, y, false);
  }

  /** Whether somebody may have come in here. */
  boolean mayEnter(double x, double y) {
    return layout.doors().isEmpty()
        ? layout.floor().distanceToEdge(x, y) < AT_EDGE_METRES
        : entrance(x, y) != null;
  }

  private @Nullable DoorId nearest(double x, double y, boolean in) {
    DoorId best = null;
    double distance = AT_DOOR_METRES;
    for (Door door : layout.doors()) {
      double d = door.threshold().distanceTo(x, y);
      if ((in ? door.use().letsIn() : door.use().letsOut()) && d < distance) {
        distance = d;
        best = door.id();
      }
    }
    return best;
  }
}
