package io.walkout.sim.people;

import org.jspecify.annotations.Nullable;

/**
 * How one body holds itself from step to step: what its arms reach for, what it carries, how it
 * sways; and where its joints and hands were one step ago, so that one can look between the steps.
 */
final class Posture {
  /** How fast a forearm is lifted to carry, and let down again: in so many seconds. */
  private static final double CARRY_SECONDS = 0.4;

  /**
   * Who stands sways this far at most, metres; a little and slowly, and now and then a hip's shift.
   */
  private static final double SWAY_METRES = 0.008;

  private static final double SHIFT_METRES = 0.022;

  /** A hand that got so far of its way into a shelf is hidden in it. */
  private static final double HIDDEN_SHARE = 0.8;

  private final Body body;
  private final double swayPhase;
  private final double[] before = new double[3 * BodyJoint.COUNT];
  private final double[] gripsBefore = new double[6];
  private Body.@Nullable Reach leftReach;
  private double leftShare;
  private Body.@Nullable Reach rightReach;
  private double rightShare;
  private boolean intoShelf;
  private double stride;
  private double stillness;

  /** A body at ease; {@code swayPhase} is where in its swaying it begins, seconds. */
  Posture(Body body, double swayPhase) {
    this.body = body;
    this.swayPhase = swayPhase;
  }

  Body body() {
    return body;
  }

  /** Where everything is now is where it was a step ago. */
  void remember() {
    System.arraycopy(body.joints, 0, before, 0, before.length);
    System.arraycopy(body.grips, 0, gripsBefore, 0, gripsBefore.length);
  }

  /** Goes on walking at a speed; true if a foot came down. */
  boolean walk(double speed, double step) {
    double was = stride;
    double length = Body.STEP * body.height * (0.5 + 0.5 * Math.min(1, speed));
    stride += speed * step / length * Math.PI;
    return Math.floor(stride / Math.PI) > Math.floor(was / Math.PI);
  }

  /** Sets all joints of a body that stands or walks there; {@code swing} of its arms in metres. */
  void pose(double x, double y, double heading, double swing) {
    body.pose(x, y, heading, stride, swing, leftReach, leftShare, rightReach, rightShare);
  }

  /** What a body does by itself: it sways when it stands, and carries what it holds. */
  void ease(
      double seconds,
      double step,
      boolean carriesLeft,
      boolean carriesRight,
      boolean pushes,
      boolean stands) {
    double most = step / CARRY_SECONDS;
    body.carryLeft += Math.clamp((carriesLeft ? 1 : 0) - body.carryLeft, -most, most);
    body.carryRight += Math.clamp((carriesRight ? 1 : 0) - body.carryRight, -most, most);
    body.pushing += Math.clamp((pushes ? 1 : 0) - body.pushing, -most, most);
    stillness += Math.clamp((stands ? 1 : 0) - stillness, -2 * step, step);
    if (stillness > 0) {
      double t = seconds + swayPhase;
      double slow = StrictMath.sin(0.55 * t);
      double shift = slow * slow * slow;
      body.swayAside = stillness * (SWAY_METRES * StrictMath.sin(2.1 * t) + SHIFT_METRES * shift);
      body.swayAhead = stillness * SWAY_METRES * StrictMath.sin(1.6 * t + 1);
    } else {
      body.swayAside = 0;
      body.swayAhead = 0;
    }
  }

  /** One coordinate of a joint; share 0 is a step ago, 1 is now. */
  double joint(BodyJoint joint, int axis, double share) {
    int k = 3 * joint.ordinal() + axis;
    return before[k] + share * (body.joints[k] - before[k]);
  }

  /** One coordinate of where a hand grips; as {@link #joint}. */
  double grip(boolean left, int axis, double share) {
    int k = (left ? 0 : 3) + axis;
    return gripsBefore[k] + share * (body.grips[k] - gripsBefore[k]);
  }

  boolean isIdle() {
    return leftReach == null && rightReach == null;
  }

  boolean isInShelf() {
    return intoShelf && Math.max(leftShare, rightShare) > HIDDEN_SHARE;
  }

  /** The arm that a reach means gets so far with it; the other one goes on as it does. */
  void reach(Body.Reach to, double share, boolean into) {
    intoShelf = into;
    if (to.left()) {
      leftReach = to;
      leftShare = share;
    } else {
      rightReach = to;
      rightShare = share;
    }
  }

  /** One arm comes to rest. */
  void rest(boolean left) {
    if (left) {
      leftReach = null;
      leftShare = 0;
    } else {
      rightReach = null;
      rightShare = 0;
    }
  }
}
