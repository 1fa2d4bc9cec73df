package io.walkout.cart.evidence;

/**
 * How likely the hand of one who is not seen is at a place, by where they were last seen before and
 * first seen after. One who is lost from sight either stays where they stood or walks off, and may
 * then be at any shelf that can be reached on foot in the time: a ratio of one there, as nothing
 * more is known. Both ends must allow it, so their ratios are multiplied.
 */
final class OutOfSight {
  /** Mean time that somebody who stands in a shop goes on standing. Chosen. */
  private static final double STAY_SECONDS = 3;

  /** How fast one walks between shelves, m/s: an unhurried walk. Chosen. */
  private static final double WALK_METRES_PER_SECOND = 1.2;

  /** A stretched arm past the body's middle, and half a pack; as {@link Limb#BODY}. */
  private static final double ARM_METRES = 0.75;

  /** How sharply it ends how far one can have come. Chosen. */
  private static final double SLACK_METRES = 0.3;

  /** Deviation of a place where somebody was seen to stand. Chosen: they shift their feet. */
  private static final double STANDING_SIGMA = 0.15;

  private OutOfSight() {}

  /**
   * Ratio of a hand at a place, by one end.
   *
   * @param metres from where they were seen to the place, on the floor plan
   * @param seconds between that sight and the moment
   */
  static double ratio(double metres, double seconds) {
    double stays = Math.exp(-seconds / STAY_SECONDS);
    double beyond =
        Math.max(0, metres - ARM_METRES - WALK_METRES_PER_SECOND * seconds) / SLACK_METRES;
    return stays * Limb.BODY.ratio(metres, STANDING_SIGMA)
        + (1 - stays) * Math.exp(-0.5 * beyond * beyond);
  }
}
