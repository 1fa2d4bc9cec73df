package io.walkout.cart.evidence;

/**
 * How far the hand is from a known part of the body. The nearer, the likelier, as most reaching is
 * done with a bent arm: a half-normal of {@code usualMetres}; beyond the stretched arm, {@code
 * lengthMetres}, falls a second one, {@code slackMetres} wide. Lengths are those of a tall adult
 * (Winter 2009, Biomechanics and Motor Control of Human Movement, figure 4.1: forearm 0.146, hand
 * 0.108, upper arm 0.186 of the body's height) and leave room for half a pack in the hand.
 */
enum Limb {
  /** From the elbow: forearm, hand, half a pack. */
  ELBOW(0.30, 0.45, 0.10),
  /** From the shoulder: the whole arm. */
  SHOULDER(0.45, 0.75, 0.12),
  /**
   * On the floor plan from the head, the neck or where the person stands: an arm past the body's
   * middle. On the plan only, as one who reaches for a low shelf bends or squats.
   */
  BODY(0.42, 0.75, 0.13);

  /**
   * Room in which a hand may be at work, as against the room that one part allows: 30 shelves of
   * 1.2 x 0.4 x 0.3 m. It sets the scale of the ratios against "nobody seen", nothing between
   * persons.
   */
  static final double STORE_CUBIC_METRES = 4;

  /** Half a pack and the error of the shelf's stated place, for the volume of the smallest limb. */
  private static final double PLACE_METRES = 0.10;

  private final double usualMetres;
  private final double lengthMetres;
  private final double slackMetres;
  private final double peak;

  Limb(double usualMetres, double lengthMetres, double slackMetres) {
    this.usualMetres = usualMetres;
    this.lengthMetres = lengthMetres;
    this.slackMetres = slackMetres;
    double radius = lengthMetres + PLACE_METRES;
    this.peak = Math.max(1, STORE_CUBIC_METRES / (4.0 / 3 * Math.PI * radius * radius * radius));
  }

  /** Likelihood ratio of a hand at a place {@code metres} from a part known to {@code sigma}. */
  double ratio(double metres, double sigma) {
    double within = metres / Math.hypot(usualMetres, sigma);
    double over = Math.max(0, metres - lengthMetres) / Math.hypot(slackMetres, sigma);
    return peak * Math.exp(-0.5 * within * within - 0.5 * over * over);
  }
}
