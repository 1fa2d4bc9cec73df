package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;

/**
 * How often things happen at a shelf that a change may be due to, relative to each other: priors,
 * no evidence. All are chosen from how shops are used, and were revised while watching the
 * simulated visits of the calibration test and one real clip; none is fitted by a program, and
 * those visits are no independent test of them.
 */
final class Rates {
  /** Of the lasting drops of mass, those that are a press, a bump or drift. */
  static final double WHIM = 0.05;

  /** Of the takes, those of a product that the planogram puts on another shelf. */
  static final double OFF_PLAN = 0.004;

  /** A misplaced unit's chance to be taken, as against all the shelf's own stock together. */
  static final double STRAY_TAKE = 0.1;

  /** The same for somebody's own thing: they take it with them. */
  static final double FOREIGN_TAKE = 1;

  /** Two neighbouring goods in one change, as against one kind: by one person's two hands. */
  static final double PAIR_OF_ONE_PERSON = 0.02;

  /** The same where two people could reach. */
  static final double PAIR_OF_TWO_PEOPLE = 0.25;

  /**
   * Two people's units of one product in one change, as against one take, where both could reach.
   * Chosen: about as common as one hand that takes two; a hand may also wait there for its turn.
   */
  static final double SAME_OF_TWO_PEOPLE = 0.1;

  /** Somebody unseen did it, as against one given person in the store. */
  static final double UNSEEN = 0.01;

  /** Somebody takes again what they have just put back at a wrong place, as against anybody. */
  static final double TAKE_AGAIN = 0.05;

  /** Of the put-backs of a thing in the cart, those to the shelf it belongs to. */
  static final double RIGHT_SHELF = 0.75;

  /** Of the others, those that stay on their own shelf, at a wrong place of it. Chosen. */
  static final double OWN_SHELF = 0.5;

  /** A put-back out of somebody else's cart, as against one out of one's own. */
  static final double HAND_OVER = 0.02;

  /** Putting back what was never felt leaving, as against a put-back, by a shopper. Chosen. */
  static final double RESTOCK = 0.0005;

  /** Filling up, as against a put-back, by the staff. Chosen: it is what they do at shelves. */
  static final double RESTOCK_BY_STAFF = 2;

  /**
   * Filling up beside the facing, as against where the place fits as well and the goods belong: who
   * fills up does it by plan. Chosen.
   */
  static final double RESTOCK_ASTRAY = 0.05;

  /** A take by the staff, as against by a shopper. Chosen: they tidy up now and then. */
  static final double TAKE_BY_STAFF = 0.2;

  /** A put-back out of the cart of one who came along, as against out of one's own. Chosen. */
  static final double OF_ONE_PARTY = 0.5;

  /** Leaving an own thing on a shelf, as against a put-back. */
  static final double FOREIGN_PUT = 0.05;

  /**
   * A misread change on the same plates that is caused by somebody's touch, not by the building.
   */
  static final double WHIM_BY_TOUCH = 0.5;

  /** Beyond so many shelves, a right shelf says no more. */
  static final int MOST_SHELVES = 30;

  private static final double[] LOG_COUNT = new double[MassEvidence.MAX_COUNT + 1];

  static {
    for (int n = 0; n < LOG_COUNT.length; n++) {
      LOG_COUNT[n] = Math.log(MassEvidence.countPrior(n));
    }
  }

  private Rates() {}

  /** Of the put-backs to a product's own shelf beside its place, as against any place of any. */
  static double ownShelf(int shelves) {
    return (1 - RIGHT_SHELF) * (1 - OWN_SHELF + OWN_SHELF * shelves);
  }

  /** Logarithm of the chance that so many units are moved at once, 1 to the most of one hand. */
  static double logCount(int units) {
    return LOG_COUNT[units];
  }
}
