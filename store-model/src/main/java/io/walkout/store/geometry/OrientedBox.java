package io.walkout.store.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A box that may be turned: its low corner at the pose's origin, its edges along the pose's axes.
 *
 * @param pose box frame to store frame
 * @param size length of the edges along the box's own x, y, z, metres; a flat box has a zero edge
 */
public record OrientedBox(RigidTransform pose, Vec3 size) {
  /** Throws {@link IllegalArgumentException} on a negative or unknown size. */
  public OrientedBox {
    if (!(size.x() >= 0 && size.y() >= 0 && size.z() >= 0)) {
      throw new IllegalArgumentException("a box's size must not be negative: " + size);
    }
  }

  /** Centre in the store's frame. */
  public Vec3 centre() {
    return pose.apply(size.times(0.5));
  }

  /**
   * Nearest point of the box to {@code p}, in the store's frame; {@code p} itself if it lies
   * inside.
   */
  public Vec3 nearest(Vec3 p) {
    Vec3 l = pose.applyInverse(p);
    return pose.apply(
        new Vec3(
            Math.clamp(l.x(), 0, size.x()),
            Math.clamp(l.y(), 0, size.y()),
            Math.clamp(l.z(), 0, size.z())));
  }

  /** Distance from {@code p} to the box, metres; 0 inside. */
  public double distanceTo(Vec3 p) {
    return nearest(p).distanceTo(p);
  }

  /** Distance on the floor plan from a point to the box seen from above, metres; 0 inside. */
  public double floorDistanceTo(double x, double y) {
    Vec3 p = new Vec3(x, y, centre().z());
    Vec3 n = nearest(p);
    return Math.hypot(n.x() - x, n.y() - y);
  }

  /**
   * The four corners of the box seen from above, in order. Meaningful for boxes turned about the
   * vertical only.
   */
  public FloorPolygon footprint() {
    List<FloorPoint> corners = new ArrayList<>(4);
    for (double[] c : new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
      corners.add(pose.apply(new Vec3(c[0] * size.x(), c[1] * size.y(), 0)).floor());
    }
    return new FloorPolygon(corners);
  }
}
