package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.Vec3;
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

  private static final double HALF_HIPS = 0.06;
  private static final double ANKLE = 0.039;
  private static final double THIGH = 0.245;
  private static final double SHANK = 0.246;

  /** How far ahead a foot comes down when somebody walks at an ordinary pace, metres. */
  private static final double HALF_STEP_METRES = 0.3;

  /** From the wrist to where fingers close around something. */
  private static final double GRIP = 0.07;

  final double height;

  /** x, y, z of each joint of {@link BodyJoint}, metres. */
  final double[] joints = new double[3 * BodyJoint.COUNT];

  /** A grown-up of a height that is drawn. */
  Body(Dice dice) {
    this(1.71 + dice.gaussian(0.09));
  }

  /** A body of that height, metres. */
  Body(double height) {
    this.height = height;
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
    set(BodyJoint.HEAD, x + fx * headOut, y + fy * headOut, headUp);
    set(BodyJoint.NECK, x + fx * neckOut, y + fy * neckOut, neckUp);
    for (int side = 0; side < 2; side++) {
      boolean left = side == 0;
      Vec3 s = shoulder(x, y, heading, bend, crouch, left);
      set(left ? BodyJoint.LEFT_SHOULDER : BodyJoint.RIGHT_SHOULDER, s.x(), s.y(), s.z() + bob);
      double forth = swing * StrictMath.sin(stride + (left ? Math.PI : 0)) + 0.06;
      Vec3 rest = s.plus(new Vec3(fx * forth, fy * forth, -(UPPER_ARM + 0.9 * FOREARM) * height));
      Vec3 wrist = rest;
      if (reach != null && reach.left() == left) {
        wrist = rest.plus(reach.wrist().minus(rest).times(share));
      }
      arm(s, wrist, left, heading);
      leg(x, y, heading, crouch, bob, stride, swing, left);
    }
  }

  /** Hip, knee and ankle of one side; the foot is ahead when the other side's arm is. */
  private void leg(
      double x,
      double y,
      double heading,
      double crouch,
      double bob,
      double stride,
      double swing,
      boolean left) {
    double fx = StrictMath.cos(heading);
    double fy = StrictMath.sin(heading);
    double side = (left ? 1 : -1) * HALF_HIPS * height;
    double phase = stride + (left ? 0 : Math.PI);
    double moving = Math.min(1, swing / 0.18);
    double ahead = HALF_STEP_METRES * moving * StrictMath.sin(phase);
    double lift = 0.07 * moving * Math.max(0, StrictMath.cos(phase));
    double hipX = x - fy * side;
    double hipY = y + fx * side;
    double hipZ = HIP * height - crouch + bob;
    double footZ = ANKLE * height + lift;
    double dz = hipZ - footZ;
    double d = Math.max(0.05, Math.min(StrictMath.hypot(ahead, dz), (THIGH + SHANK) * height));
    double a = THIGH * height;
    double b = SHANK * height;
    double along = (a * a - b * b + d * d) / (2 * d);
    double off = Math.sqrt(Math.max(0, a * a - along * along));
    double kneeAhead = ahead * along / d + off * dz / d;
    double kneeZ = hipZ - dz * along / d + off * ahead / d;
    set(left ? BodyJoint.LEFT_HIP : BodyJoint.RIGHT_HIP, hipX, hipY, hipZ);
    set(
        left ? BodyJoint.LEFT_KNEE : BodyJoint.RIGHT_KNEE,
        hipX + fx * kneeAhead,
        hipY + fy * kneeAhead,
        kneeZ);
    set(
        left ? BodyJoint.LEFT_ANKLE : BodyJoint.RIGHT_ANKLE,
        hipX + fx * ahead,
        hipY + fy * ahead,
        footZ);
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
    set(left ? BodyJoint.LEFT_ELBOW : BodyJoint.RIGHT_ELBOW, elbow.x(), elbow.y(), elbow.z());
    set(left ? BodyJoint.LEFT_WRIST : BodyJoint.RIGHT_WRIST, wrist.x(), wrist.y(), wrist.z());
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

  private void set(BodyJoint joint, double x, double y, double z) {
    int k = 3 * joint.ordinal();
    joints[k] = x;
    joints[k + 1] = y;
    joints[k + 2] = z;
  }
}
