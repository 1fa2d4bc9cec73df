package io.walkout.ingest.storefile;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the store's files say where a thing stands. Reader and writer share these sums, so that what
 * the writer spells in the short way comes back to the last bit.
 */
final class Placement {
  private Placement() {}

  /** A pose from an angle in degrees, counter-clockwise from above. */
  static RigidTransform yaw(double degrees, Vec3 origin) {
    return RigidTransform.yaw(Math.toRadians(degrees), origin);
  }

  /** A box at an offset in its parent's frame, turned as its parent. */
  static OrientedBox within(RigidTransform parent, Vec3 offset, Vec3 size) {
    return new OrientedBox(new RigidTransform(parent.rotation(), parent.apply(offset)), size);
  }

  /** The {@code index}-th (from 0) of a row of even plates on a shelf. */
  static OrientedBox evenPlate(OrientedBox shelf, int index, double width, double depth) {
    return within(shelf.pose(), new Vec3(index * width, 0, 0), new Vec3(width, depth, 0));
  }

  /** The angle for which {@link #yaw} gives exactly this rotation, if there is one. */
  static OptionalDouble yawDegrees(RigidTransform pose) {
    double[] r = pose.rotation();
    double exact = Math.toDegrees(Math.atan2(r[3], r[0]));
    for (double degrees : new double[] {rounded(exact), exact}) {
      if (yaw(degrees, pose.translation()).equals(pose)) {
        return OptionalDouble.of(degrees);
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * The offset in {@code parent}'s frame that {@link #within} turns into exactly this box's place.
   *
   * @return empty if rounding leaves none, or the box is turned another way than its parent
   */
  static Optional<Vec3> offset(RigidTransform parent, OrientedBox box) {
    Vec3 exact = parent.applyInverse(box.pose().translation());
    Vec3 round = new Vec3(rounded(exact.x()), rounded(exact.y()), rounded(exact.z()));
    for (Vec3 offset : new Vec3[] {round, exact}) {
      if (within(parent, offset, box.size()).equals(box)) {
        return Optional.of(offset);
      }
    }
    return Optional.empty();
  }

  /** To the nanometre (or billionth of a degree): what a person would have typed. */
  static double rounded(double value) {
    return Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value;
  }

  /**
   * How far a matrix is from a rotation: the largest error of R * R^T against one, or 2 if it
   * mirrors.
   */
  static double rotationError(double[] r) {
    double worst = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double dot = 0;
        for (int k = 0; k < 3; k++) {
          dot += r[3 * i + k] * r[3 * j + k];
        }
        worst = Math.max(worst, Math.abs(dot - (i == j ? 1 : 0)));
      }
    }
    double determinant =
        r[0] * (r[4] * r[8] - r[5] * r[7])
            - r[1] * (r[3] * r[8] - r[5] * r[6])
            + r[2] * (r[3] * r[7] - r[4] * r[6]);
    return determinant > 0 ? worst : 2;
  }
}
