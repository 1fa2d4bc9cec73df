package io.walkout.store.geometry;

/**
 * A point or direction in the store's frame.
 *
 * @param x metres
 * @param y metres
 * @param z metres above the floor
 */
public record Vec3(double x, double y, double z) {
  /** Sum. */
  public Vec3 plus(Vec3 o) {
    return new Vec3(x + o.x, y + o.y, z + o.z);
  }

  /** Difference. */
  public Vec3 minus(Vec3 o) {
    return new Vec3(x - o.x, y - o.y, z - o.z);
  }

  /** Scaled by {@code s}. */
  public Vec3 times(double s) {
    return new Vec3(x * s, y * s, z * s);
  }

  /** Inner product. */
  public double dot(Vec3 o) {
    return x * o.x + y * o.y + z * o.z;
  }

  /** Length, metres. */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** Distance, metres. */
  public double distanceTo(Vec3 o) {
    return minus(o).norm();
  }

  /** The point on the floor below (or above) this one. */
  public FloorPoint floor() {
    return new FloorPoint(x, y);
  }
}
