package io.walkout.sim.people;

import io.walkout.store.geometry.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * A body with a spine that bends at the hips, knees that give, feet that stay on the floor or rise
 * on their toes, and two arms of two bones each that work independently. All bones keep their
 * lengths. Between steps it holds how it carries things; {@link #pose} does the rest.
 */
final class Body {
  /** Length of a step at an ordinary pace, of the height: 0.72 m of 1.71. */
  static final double STEP = 0.42;

  /** How far ahead a foot comes down: so far that it stands still under the passing body. */
  private static final double HALF_STEP = STEP / Math.PI;

  /** How far feet rise on their toes, of the height: less than their length's third. */
  private static final double TIPTOE = 0.045;

  /** A deep squat: the hips go down by so much of the height. */
  private static final double DEEPEST = 0.33;

  private static final int CROUCHES = 6;
  private static final int BENDS = 16;
  private static final double BEND_STEP = Math.toRadians(5);

  /** An arm is hardly ever quite straight. */
  private static final double STRETCHED = 0.995;

  /** A hand this near has got there; fingers do the rest. */
  static final double TOUCH_METRES = 0.03;

  private static final double UPRIGHT_BEND = 0.05;

  final BodyShape shape;
  final double height;

  /** x, y, z of each joint of {@link BodyJoint}, metres. */
  final double[] joints = new double[3 * BodyJoint.COUNT];

  /** Where fingers close, left x, y, z and right x, y, z, metres. */
  final double[] grips = new double[6];

  /** How far each forearm is lifted to carry something before the body, 0 to 1. */
  double carryLeft;

  double carryRight;

  /** How far both hands are on a handle before the body, 0 to 1. */
  double pushing;

  /** How far the hips have swayed from above the feet, metres to the left. */
  double swayAside;

  /** As {@link #swayAside}, ahead. */
  double swayAhead;

  private double x;
  private double y;

  Body(BodyShape shape) {
    this.shape = shape;
    height = shape.heightMetres();
  }

  /**
   * How a body reaches a place.
   *
   * @param left which arm
   * @param bendRadians of the spine at the hips
   * @param crouchMetres how far the hips go down; negative on tiptoe
   * @param grip where fingers close
   */
  record Reach(boolean left, double bendRadians, double crouchMetres, Vec3 grip) {}

  /** Places on a body that a hand goes to. */
  enum Spot {
    /** The trouser pocket of the hand's side. */
    POCKET,
    /** A bag that hangs from the other shoulder. */
    BAG,
    /** Before the chest, to look at something or to hand it over. */
    CHEST
  }

  /**
   * The least uncomfortable way to bring a hand to {@code grip}; the arm may still be too short:
   * ask {@link #canReach}.
   */
  Reach plan(double x, double y, double heading, Vec3 grip, boolean left) {
    double bestCost = Double.POSITIVE_INFINITY;
    Reach best = new Reach(left, 0, 0, grip);
    double arm = armMetres();
    double fx = StrictMath.cos(heading);
    double fy = StrictMath.sin(heading);
    for (int b = 0; b <= BENDS; b++) {
      double bend = UPRIGHT_BEND + BEND_STEP * b;
      for (int c = -1; c <= CROUCHES; c++) {
        double crouch = (c < 0 ? -TIPTOE : DEEPEST * c / CROUCHES) * height;
        double missing =
            Math.max(0, grip.distanceTo(shoulder(x, y, fx, fy, bend, crouch, left)) - arm);
        double cost = BEND_STEP * b + 2 * Math.abs(crouch) + 100 * missing;
        if (cost < bestCost) {
          bestCost = cost;
          best = new Reach(left, BEND_STEP * b, crouch, grip);
        }
      }
    }
    return best;
  }

  /** Whether the hand gets to {@code grip} within 3 cm from where the body stands. */
  boolean canReach(double x, double y, double heading, Vec3 grip, boolean left) {
    Reach reach = plan(x, y, heading, grip, left);
    Vec3 shoulder =
        shoulder(
            x,
            y,
            StrictMath.cos(heading),
            StrictMath.sin(heading),
            UPRIGHT_BEND + reach.bendRadians(),
            reach.crouchMetres(),
            left);
    return grip.distanceTo(shoulder) <= armMetres() + TOUCH_METRES;
  }

  /** Where a spot of this body is for one of its hands, standing so. */
  Vec3 spot(double x, double y, double heading, Spot spot, boolean left) {
    double side = left ? 1 : -1;
    return switch (spot) {
      case POCKET -> place(x, y, heading, 0.06, 0.1 * side, shape.hip() - 0.03);
      case BAG -> place(x, y, heading, 0.08, -0.13 * side, shape.hip() + 0.04);
      case CHEST -> place(x, y, heading, 0.24, 0.03 * side, 0.66);
    };
  }

  private Vec3 place(double x, double y, double heading, double ahead, double aside, double up) {
    double fx = StrictMath.cos(heading) * height;
    double fy = StrictMath.sin(heading) * height;
    return new Vec3(x + fx * ahead - fy * aside, y + fy * ahead + fx * aside, up * height);
  }

  /**
   * Sets all joints.
   *
   * @param stride phase of the gait, radians
   * @param swing how far the arms swing, metres; 0 stands
   * @param left what the left arm does, or null
   * @param leftShare how far it has got, 0 (at rest) to 1 (there)
   * @param right what the right arm does, or null
   * @param rightShare how far it has got
   */
  void pose(
      double x,
      double y,
      double heading,
      double stride,
      double swing,
      @Nullable Reach left,
      double leftShare,
      @Nullable Reach right,
      double rightShare) {
    double bend = UPRIGHT_BEND + Math.max(bend(left, leftShare), bend(right, rightShare));
    double crouch = crouch(left, leftShare, right, rightShare);
    double fx = StrictMath.cos(heading);
    double fy = StrictMath.sin(heading);
    this.x = x + fx * swayAhead - fy * swayAside;
    this.y = y + fy * swayAhead + fx * swayAside;
    double moving = Math.min(1, swing / 0.18);
    double sin = StrictMath.sin(stride);
    double cos = StrictMath.cos(stride);
    double ahead = HALF_STEP * height * (0.5 + 0.5 * moving) * Math.min(1, 4 * moving) * sin;
    double hipZ = hipHeight(crouch, ahead);
    double toes = Math.max(0, -crouch);
    double lift = 0.04 * height * moving;
    leg(x, y, fx, fy, ahead, toes + lift * Math.max(0, cos), hipZ, true);
    leg(x, y, fx, fy, -ahead, toes + lift * Math.max(0, -cos), hipZ, false);
    trunk(fx, fy, bend, hipZ);
    double arms = swing * sin;
    arm(fx, fy, bend, hipZ, -arms, carryLeft, left, leftShare, true);
    arm(fx, fy, bend, hipZ, arms, carryRight, right, rightShare, false);
  }

  private static double bend(@Nullable Reach reach, double share) {
    return reach == null ? 0 : share * reach.bendRadians();
  }

  /** Of two hands the lower one says how far the hips go down; a tiptoe gives way to a crouch. */
  private static double crouch(
      @Nullable Reach left, double leftShare, @Nullable Reach right, double rightShare) {
    double a = left == null ? 0 : leftShare * left.crouchMetres();
    double b = right == null ? 0 : rightShare * right.crouchMetres();
    return Math.max(a, b) > 0 ? Math.max(a, b) : Math.min(a, b);
  }

  /** As high as the crouch leaves it, and never higher than straight legs bear it. */
  private double hipHeight(double crouch, double step) {
    double leg = (shape.thigh() + shape.shank()) * height;
    double off = Math.abs(step) + Math.abs(swayAhead);
    double across = off * off + swayAside * swayAside;
    double straight = Math.sqrt(Math.max(0.1 * leg * leg, leg * leg * 0.9999 - across));
    double toes = Math.max(0, -crouch);
    return BodyShape.ANKLE * height
        + toes
        + Math.min(straight, leg * 0.99995 - Math.max(0, crouch));
  }

  private void trunk(double fx, double fy, double bend, double hipZ) {
    double length = (shape.neck() - shape.hip()) * height;
    double neckOut = length * StrictMath.sin(bend);
    double neckUp = hipZ + length * StrictMath.cos(bend);
    // The head lags behind the bend: one looks where one reaches.
    double nod = 0.6 * bend + 0.2;
    double headOut = neckOut + shape.headAboveNeck() * height * StrictMath.sin(nod);
    double headUp = neckUp + shape.headAboveNeck() * height * StrictMath.cos(nod);
    set(BodyJoint.HEAD, x + fx * headOut, y + fy * headOut, headUp);
    set(BodyJoint.NECK, x + fx * neckOut, y + fy * neckOut, neckUp);
  }

  /** Hip, knee and ankle of one side, the knee forwards; the foot stays where it is. */
  private void leg(
      double footX,
      double footY,
      double fx,
      double fy,
      double ahead,
      double lift,
      double hipZ,
      boolean left) {
    double side = (left ? 1 : -1) * shape.halfHips() * height;
    double hipX = x - fy * side;
    double hipY = y + fx * side;
    double ankleX = footX + fx * ahead - fy * side;
    double ankleY = footY + fy * ahead + fx * side;
    double ankleZ = BodyShape.ANKLE * height + lift;
    double dx = ankleX - hipX;
    double dy = ankleY - hipY;
    double dz = ankleZ - hipZ;
    double a = shape.thigh() * height;
    double b = shape.shank() * height;
    double d = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double along = (a * a - b * b + d * d) / (2 * d);
    double off = Math.sqrt(Math.max(0, a * a - along * along));
    // The knee's side: forwards, square to the line from hip to ankle.
    double forth = (fx * dx + fy * dy) / d;
    double nx = fx - dx / d * forth;
    double ny = fy - dy / d * forth;
    double nz = -dz / d * forth;
    double n = Math.max(1e-9, Math.sqrt(nx * nx + ny * ny + nz * nz));
    set(left ? BodyJoint.LEFT_HIP : BodyJoint.RIGHT_HIP, hipX, hipY, hipZ);
    set(
        left ? BodyJoint.LEFT_KNEE : BodyJoint.RIGHT_KNEE,
        hipX + dx / d * along + nx / n * off,
        hipY + dy / d * along + ny / n * off,
        hipZ + dz / d * along + nz / n * off);
    set(left ? BodyJoint.LEFT_ANKLE : BodyJoint.RIGHT_ANKLE, ankleX, ankleY, ankleZ);
  }

  /** Shoulder, elbow and wrist of one side. */
  private void arm(
      double fx,
      double fy,
      double bend,
      double hipZ,
      double swing,
      double carry,
      @Nullable Reach reach,
      double share,
      boolean left) {
    double length = (shape.neck() - BodyShape.SHOULDER_DROP - shape.hip()) * height;
    double out = length * StrictMath.sin(bend);
    double side = left ? 1 : -1;
    double across = side * shape.halfShoulders() * height;
    double sx = x + fx * out - fy * across;
    double sy = y + fy * out + fx * across;
    double sz = hipZ + length * StrictMath.cos(bend);
    // Hanging, swinging; then carrying before the body; then both hands on a handle.
    double forth = (swing + 0.06) * (1 - pushing);
    double aside = 0.02 * side * height;
    double down = -(shape.upperArm() + 0.9 * (shape.forearm() + BodyShape.GRIP)) * height;
    double raised = Math.max(carry, pushing);
    forth += raised * (0.21 * height - forth);
    aside += carry * (-0.05 * side * height - aside);
    down += raised * ((pushing > carry ? -0.2 : -0.16) * height - down);
    double gx = sx + fx * forth - fy * aside;
    double gy = sy + fy * forth + fx * aside;
    double gz = sz + down;
    if (reach != null) {
      gx += share * (reach.grip().x() - gx);
      gy += share * (reach.grip().y() - gy);
      gz += share * (reach.grip().z() - gz);
    }
    set(left ? BodyJoint.LEFT_SHOULDER : BodyJoint.RIGHT_SHOULDER, sx, sy, sz);
    bones(sx, sy, sz, gx, gy, gz, fx, fy, left);
  }

  /** Elbow and wrist between a shoulder and what the hand grips, the elbow hanging down and out. */
  private void bones(
      double sx,
      double sy,
      double sz,
      double gx,
      double gy,
      double gz,
      double fx,
      double fy,
      boolean left) {
    double a = shape.upperArm() * height;
    double b = (shape.forearm() + BodyShape.GRIP) * height;
    double wx = gx - sx;
    double wy = gy - sy;
    double wz = gz - sz;
    double far = Math.max(1e-6, Math.sqrt(wx * wx + wy * wy + wz * wz));
    double d = Math.clamp(far, Math.abs(a - b) + 0.03, (a + b) * STRETCHED);
    double ux = wx / far;
    double uy = wy / far;
    double uz = wz / far;
    double along = (a * a - b * b + d * d) / (2 * d);
    double off = Math.sqrt(Math.max(0, a * a - along * along));
    double aside = left ? 0.5 : -0.5;
    // Down, out and a little back, square to the line from shoulder to hand.
    double px = -fy * aside - 0.2 * fx;
    double py = fx * aside - 0.2 * fy;
    double dot = px * ux + py * uy - uz;
    double nx = px - ux * dot;
    double ny = py - uy * dot;
    double nz = -1 - uz * dot;
    double n = Math.max(1e-9, Math.sqrt(nx * nx + ny * ny + nz * nz));
    double ex = sx + ux * along + nx / n * off;
    double ey = sy + uy * along + ny / n * off;
    double ez = sz + uz * along + nz / n * off;
    double hx = sx + ux * d;
    double hy = sy + uy * d;
    double hz = sz + uz * d;
    double toWrist = shape.forearm() * height / b;
    set(left ? BodyJoint.LEFT_ELBOW : BodyJoint.RIGHT_ELBOW, ex, ey, ez);
    set(
        left ? BodyJoint.LEFT_WRIST : BodyJoint.RIGHT_WRIST,
        ex + (hx - ex) * toWrist,
        ey + (hy - ey) * toWrist,
        ez + (hz - ez) * toWrist);
    int k = left ? 0 : 3;
    grips[k] = hx;
    grips[k + 1] = hy;
    grips[k + 2] = hz;
  }

  private double armMetres() {
    return (shape.upperArm() + shape.forearm() + BodyShape.GRIP) * height * STRETCHED;
  }

  private Vec3 shoulder(
      double x, double y, double fx, double fy, double bend, double crouch, boolean left) {
    double length = (shape.neck() - BodyShape.SHOULDER_DROP - shape.hip()) * height;
    double out = length * StrictMath.sin(bend);
    double side = (left ? 1 : -1) * shape.halfShoulders() * height;
    return new Vec3(
        x + fx * out - fy * side,
        y + fy * out + fx * side,
        shape.hip() * height - crouch + length * StrictMath.cos(bend));
  }

  private void set(BodyJoint joint, double x, double y, double z) {
    int k = 3 * joint.ordinal();
    joints[k] = x;
    joints[k + 1] = y;
    joints[k + 2] = z;
  }
}
