package io.walkout.cart.evidence;

import io.walkout.store.people.Joint;
import io.walkout.store.people.People;

/** Where a hand closes, by its wrist and elbow. Reusable scratch; metres, the store's frame. */
final class Grip {
  /**
   * From the wrist to the middle of what the hand holds: about half a hand and half a pack (Winter
   * 2009, figure 4.1: a hand is 0.108 of the body's height, 0.18 m; a grip is a little past its
   * middle).
   */
  static final double BEYOND_WRIST_METRES = 0.11;

  private static final Joint[] WRISTS = {Joint.LEFT_WRIST, Joint.RIGHT_WRIST};
  private static final Joint[] ELBOWS = {Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW};

  double x;
  double y;
  double z;

  /** Whether the forearm was seen, so that the grip lies in its line; else it is the wrist. */
  boolean inLine;

  /** The grip of person {@code i}, side 0 left or 1 right; false if the wrist is not known. */
  boolean of(People p, int i, int side) {
    int w = i * Joint.COUNT + WRISTS[side].ordinal();
    x = p.jointX[w];
    y = p.jointY[w];
    z = p.jointZ[w];
    if (!Double.isFinite(x + y + z)) {
      return false;
    }
    int e = i * Joint.COUNT + ELBOWS[side].ordinal();
    double dx = x - p.jointX[e];
    double dy = y - p.jointY[e];
    double dz = z - p.jointZ[e];
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    inLine = length > 0.05; // NaN where the elbow is not known
    if (inLine) {
      double further = BEYOND_WRIST_METRES / length;
      x += further * dx;
      y += further * dy;
      z += further * dz;
    }
    return true;
  }
}
