package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import org.jspecify.annotations.Nullable;

/**
 * A body with a spine that bends at the hips, knees that give, and two arms of two bones each. Bone
 * lengths are shares of the height (R. Drillis and R. Contini, Body Segment Parameters, 1966).
 */
final class Body {
  private static final double HIP = 0.53;
  private static final double NECK = 0.84;
  private static final double HEAD_ABOVE_NECK = 0.095;
  private static final double SHOULDER_DROP = 0.02;
  private static final double HALF_SHOULDERS = 0.11;
  private static final double UPPER_ARM = 0.186;
  private static final double FOREARM = 0.146;

  /** From the wrist to where fingers close around something. */
  private static final double GRIP = 0.07;

  final double height;

  /** x, y, z of each joint of {@link Joint}, metres. */
  final double[] joints = new double[3 * Joint.COUNT];

  Body(Dice dice) {
    height = 1.71 + dice.gaussian(0.09);
  }

  /**
   * How a body reaches a place.
   *
   * @param left which arm
   * @param bendRadians of the spine at the hips
   * @param crouchMetres how far the hips go down
   * @param wrist where the wrist gets to
   */
  record Reach(boolean left, double bendRadians, double crouchMetres, Vec3 wrist) {}

  /**
   * The least uncomfortable way to bring a hand to {@code grip}; the arm may still be too short.
   */
  Reach plan(double x, double y, double heading, Vec3 grip, boolean left) {
    double arm = (UPPER_ARM + FOREARM) * height * 0.97;
    double bestCost = Double.POSITIVE_INFINITY;
    Reach best = new Reach(left, 0, 0, grip);
    for (int b = 0; b <= 16; b++) {
      for (int c = 0; c <= 4; c++) {
        double bend = Math.toRadians(5 * b);
        double crouch = 0.07 * c * height;
        Vec3 shoulder = shoulder(x, y, heading, bend, crouch, left);
        Vec3 way = grip.minus(shoulder);
        Vec3 wrist = grip.minus(way.times(GRIP * height / Math.max(way.norm(), 0.1)));
        double missing = Math.max(0, wrist.distanceTo(shoulder) - arm);
        double cost = bend + 2 * crouch + 100 * missing;
        if (cost < bestCost) {
          bestCost = cost;
          best = new Reach(left, bend, crouch, wrist);
        }
      }
    }
    return best;
  }

  /**
   * Sets all joints.
   *
   * @param stride phase of the gait, radians
   * @param swing how far the arms swing, metres
   * @param reach what an arm does, or null
   * @param share how far it has got, 0 (at rest) to 1 (there)
   */
  void pose(
      double x,
      double y,
      double heading,
      double stride,
      double swing,
      @Nullable Reach reach,
      double share) {
    double bend = reach == null ? 0.05 : 0.05 + share * reach.bendRadians();
    double crouch = reach == null ? 0 : share * reach.crouchMetres();
    double bob = 0.015 * StrictMath.cos(2 * stride) * Math.min(1, swing * 5);
    double fx = StrictMath.cos(heading);
    double fy = StrictMath.sin(heading);
    double trunk = (NECK - HIP) * height;
    double neckOut = trunk * StrictMath.sin(bend);
    double neckUp = HIP * height - crouch + trunk * StrictMath.cos(bend) + bob;
    double headOut = neckOut + HEAD_ABOVE_NECK * height * StrictMath.sin(0.6 * bend + 0.2);
    double headUp = neckUp + HEAD_ABOVE_NECK * height * StrictMath.cos(0.6 * bend + 0.2);
    set(Joint.HEAD, x + fx * headOut, y + fy * headOut, headUp);
    set(Joint.NECK, x + fx * neckOut, y + fy * neckOut, neckUp);
    for (int side = 0; side < 2; side++) {
      boolean left = side == 0;
      Vec3 s = shoulder(x, y, heading, bend, crouch, left);
      set(left ? Joint.LEFT_SHOULDER : Joint.RIGHT_SHOULDER, s.x(), s.y(), s.z() + bob);
      double forth = swing * StrictMath.sin(stride + (left ? Math.PI : 0)) + 0.06;
      Vec3 rest = s.plus(new Vec3(fx * forth, fy * forth, -(UPPER_ARM + 0.9 * FOREARM) * height));
      Vec3 wrist = rest;
      if (reach != null && reach.left() == left) {
        wrist = rest.plus(reach.wrist().minus(rest).times(share));
      }
      arm(s, wrist, left, heading);
    }
  }

  /** Two bones from shoulder to wrist, the elbow hanging down and out. */
  private void arm(Vec3 shoulder, Vec3 wanted, boolean left, double heading) {
    double a = UPPER_ARM * height;
    double b = FOREARM * height;
    Vec3 way = wanted.minus(shoulder);
    double far = Math.max(way.norm(), 1e-6);
    double d = Math.clamp(far, Math.abs(a - b) + 0.02, (a + b) * 0.995);
    Vec3 u = way.times(1 / far);
    double along = (a * a - b * b + d * d) / (2 * d);
    double off = Math.sqrt(Math.max(0, a * a - along * along));
    double out = left ? 0.5 : -0.5;
    Vec3 pole = new Vec3(-StrictMath.sin(heading) * out, StrictMath.cos(heading) * out, -1);
    Vec3 across = pole.minus(u.times(pole.dot(u)));
    double norm = across.norm();
    Vec3 n =
        norm < 1e-6
            ? new Vec3(-StrictMath.cos(heading), -StrictMath.sin(heading), 0)
            : across.times(1 / norm);
    Vec3 elbow = shoulder.plus(u.times(along)).plus(n.times(off));
    Vec3 wrist = shoulder.plus(u.times(d));
    set(left ? Joint.LEFT_ELBOW : Joint.RIGHT_ELBOW, elbow.x(), elbow.y(), elbow.z());
    set(left ? Joint.LEFT_WRIST : Joint.RIGHT_WRIST, wrist.x(), wrist.y(), wrist.z());
  }

  private Vec3 shoulder(
      double x, double y, double heading, double bend, double crouch, boolean left) {
    double trunk = (NECK - SHOULDER_DROP - HIP) * height;
    double out = trunk * StrictMath.sin(bend);
    double side = (left ? 1 : -1) * HALF_SHOULDERS * height;
    return new Vec3(
        x + StrictMath.cos(heading) * out - StrictMath.sin(heading) * side,
        y + StrictMath.sin(heading) * out + StrictMath.cos(heading) * side,
        HIP * height - crouch + trunk * StrictMath.cos(bend));
  }

  private void set(Joint joint, double x, double y, double z) {
    int k = 3 * joint.ordinal();
    joints[k] = x;
    joints[k + 1] = y;
    joints[k + 2] = z;
  }
}
