package io.walkout.sim.people;

import io.walkout.sim.world.Dice;

/**
 * How a body is built: its height, and its parts as shares of the height. Grown-ups after R.
 * Drillis and R. Contini, Body Segment Parameters, 1966; children have a larger head, shorter legs
 * and shorter arms, the more so the smaller they are (after R. Snyder et al., Anthropometry of
 * Infants, Children and Youths to Age 18, 1977, rounded). An upright leg is straight: thigh, shank
 * and ankle add up to the hip's height.
 *
 * @param heightMetres standing upright
 * @param hip height of the hip joints
 * @param neck height of the base of the neck
 * @param headAboveNeck from there to the middle of the head
 * @param halfShoulders from the spine to a shoulder
 * @param halfHips from the spine to a hip
 * @param upperArm from shoulder to elbow
 * @param forearm from elbow to wrist
 * @param thigh from hip to knee
 * @param shank from knee to ankle
 */
public record BodyShape(
    double heightMetres,
    double hip,
    double neck,
    double headAboveNeck,
    double halfShoulders,
    double halfHips,
    double upperArm,
    double forearm,
    double thigh,
    double shank) {
  /** Height of the ankle above the sole. */
  static final double ANKLE = 0.039;

  /** From the wrist to where fingers close around something. */
  static final double GRIP = 0.07;

  /** Shoulders lie so far below the base of the neck. */
  static final double SHOULDER_DROP = 0.02;

  /** From this height on a body has the proportions of a grown-up. */
  private static final double GROWN_METRES = 1.45;

  /** At this height they are those of a small child. */
  private static final double SMALL_METRES = 0.9;

  /** Height of a grown-up's hips. */
  private static final double GROWN_LEG_METRES = 0.53 * 1.71;

  /** The shortest and tallest body that is ever built. */
  private static final double LEAST_METRES = 0.8;

  private static final double MOST_METRES = 2.1;

  /** A grown-up: 1.71 m and 0.09 m either way. */
  public static BodyShape adult(Dice dice) {
    return ofHeight(1.71 + dice.gaussian(0.09));
  }

  /** A child that walks and does not need a hand: 0.9 to 1.35 m, three to nine years old. */
  public static BodyShape child(Dice dice) {
    return ofHeight(dice.between(SMALL_METRES, 1.35));
  }

  /** A body of a given height, with the proportions that go with it; 0.8 to 2.1 m. */
  public static BodyShape ofHeight(double metres) {
    if (!(metres >= LEAST_METRES && metres <= MOST_METRES)) {
      throw new IllegalArgumentException(
          "people are " + LEAST_METRES + " to " + MOST_METRES + " metres tall, not " + metres);
    }
    double young = Math.clamp((GROWN_METRES - metres) / (GROWN_METRES - SMALL_METRES), 0, 1);
    double hip = 0.53 - 0.05 * young;
    double leg = hip - ANKLE;
    return new BodyShape(
        metres,
        hip,
        0.84 - 0.045 * young,
        0.095 + 0.025 * young,
        0.11 + 0.005 * young,
        0.06,
        0.186 - 0.012 * young,
        0.146 - 0.01 * young,
        leg * 0.5,
        leg * 0.5);
  }

  /**
   * How fast a body walks at its ease, as a share of a grown-up's pace: legs swing like pendulums,
   * so it goes with the root of their length (equal Froude numbers; R. Alexander, Principles of
   * Animal Locomotion, 2003). Grown-ups differ by more than their legs: 1 for all of them.
   */
  public double paceShare() {
    return isChild() ? Math.sqrt(hip * heightMetres / GROWN_LEG_METRES) : 1;
  }

  /** Whether this is a child's body. */
  public boolean isChild() {
    return heightMetres < GROWN_METRES;
  }
}
