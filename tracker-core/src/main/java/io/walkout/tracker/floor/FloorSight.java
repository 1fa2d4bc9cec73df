package io.walkout.tracker.floor;

/**
 * How much of an upright person a camera sees past the fixtures; people in front of each other and
 * the picture's borders are the tracker's own to know. Called for each person and camera at each
 * moment: must be quick and give the same answer for the same place.
 */
@FunctionalInterface
public interface FloorSight {
  /** Nothing stands in the way. */
  FloorSight OPEN =
      (camera, x, y, height, seen) -> {
        seen[0] = 0;
        seen[1] = height;
      };

  /**
   * Tells the part of a body that fixtures leave visible.
   *
   * @param camera index of the camera
   * @param x place on the floor, metres
   * @param y place on the floor, metres
   * @param height the person's height, metres
   * @param seen receives the lowest and the highest visible height, metres; equal if nothing is
   */
  void look(int camera, double x, double y, double height, double[] seen);
}
