package io.walkout.store.geometry;

import java.util.Arrays;

/**
 * A rotation and a translation: {@code world = R * local + t}.
 *
 * @param rotation R, 3x3, row-major
 * @param translation t, metres
 */
public record RigidTransform(double[] rotation, Vec3 translation) {
  /** No rotation, no translation. */
  public static final RigidTransform IDENTITY =
      new RigidTransform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new Vec3(0, 0, 0));

  /** Copies the array. Throws {@link IllegalArgumentException} unless it has nine entries. */
  public RigidTransform {
    if (rotation.length != 9) {
      throw new IllegalArgumentException("a rotation has 9 entries, found " + rotation.length);
    }
    rotation = rotation.clone();
  }

  /** A turn about the vertical by {@code radians}, counter-clockwise from above, then a shift. */
  public static RigidTransform yaw(double radians, Vec3 translation) {
    // StrictMath here and below: a store's geometry has the same bits on every machine.
    double c = StrictMath.cos(radians);
    double s = StrictMath.sin(radians);
    // 0 - s and not -s: no turn is the identity to the last bit, without a negative zero.
    return new RigidTransform(new double[] {c, 0 - s, 0, s, c, 0, 0, 0, 1}, translation);
  }

  /** From a Rodrigues vector (axis times angle in radians) and a shift. */
  public static RigidTransform rodrigues(Vec3 axisAngle, Vec3 translation) {
    double angle = axisAngle.norm();
    if (angle < 1e-12) {
      return new RigidTransform(IDENTITY.rotation, translation);
    }
    Vec3 k = axisAngle.times(1 / angle);
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    double v = 1 - c;
    return new RigidTransform(
        new double[] {
          c + k.x() * k.x() * v,
          k.x() * k.y() * v - k.z() * s,
          k.x() * k.z() * v + k.y() * s,
          k.y() * k.x() * v + k.z() * s,
          c + k.y() * k.y() * v,
          k.y() * k.z() * v - k.x() * s,
          k.z() * k.x() * v - k.y() * s,
          k.z() * k.y() * v + k.x() * s,
          c + k.z() * k.z() * v
        },
        translation);
  }

  /** A copy of the rotation, row-major. */
  @Override
  public double[] rotation() {
    return rotation.clone();
  }

  /** R * v, without the shift. */
  public Vec3 rotate(Vec3 v) {
    double[] r = rotation;
    return new Vec3(
        r[0] * v.x() + r[1] * v.y() + r[2] * v.z(),
        r[3] * v.x() + r[4] * v.y() + r[5] * v.z(),
        r[6] * v.x() + r[7] * v.y() + r[8] * v.z());
  }

  /** R * v + t. */
  public Vec3 apply(Vec3 v) {
    return rotate(v).plus(translation);
  }

  /** Undoes {@link #apply}: R^T * (v - t). */
  public Vec3 applyInverse(Vec3 v) {
    Vec3 d = v.minus(translation);
    double[] r = rotation;
    return new Vec3(
        r[0] * d.x() + r[3] * d.y() + r[6] * d.z(),
        r[1] * d.x() + r[4] * d.y() + r[7] * d.z(),
        r[2] * d.x() + r[5] * d.y() + r[8] * d.z());
  }

  /** This after {@code inner}: a child's transform in the parent's frame. */
  public RigidTransform compose(RigidTransform inner) {
    double[] c = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        c[3 * i + j] =
            rotation[3 * i] * inner.rotation[j]
                + rotation[3 * i + 1] * inner.rotation[3 + j]
                + rotation[3 * i + 2] * inner.rotation[6 + j];
      }
    }
    return new RigidTransform(c, apply(inner.translation));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RigidTransform other
        && Arrays.equals(rotation, other.rotation)
        && translation.equals(other.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + translation.hashCode();
  }

  @Override
  public String toString() {
    return "RigidTransform" + Arrays.toString(rotation) + translation;
  }
}
