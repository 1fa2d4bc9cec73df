package io.walkout.cart.evidence;

import io.walkout.store.people.Joint;
import io.walkout.store.people.People;

/**
 * Whether somebody's hands came to carry something, or ceased to: one carries with the forearm held
 * up, and lets an empty arm hang. Weak evidence, as arms are bent for other reasons too.
 */
final class Carrying {
  /** What a person's hands did across a moment. */
  enum Change {
    /** An arm that was held up hangs. */
    LET_GO,
    /** An arm that hung is held up. */
    TOOK_UP,
    /** Neither, both, or not seen. */
    SAME
  }

  /** An arm carries if its forearm rises above this share of its length downwards: 30 degrees. */
  private static final double HELD_UP = -0.5;

  /** Fewer sights than this tell nothing. */
  private static final int LEAST_SIGHTS = 3;

  private static final Joint[] WRISTS = {Joint.LEFT_WRIST, Joint.RIGHT_WRIST};
  private static final Joint[] ELBOWS = {Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW};

  private Carrying() {}

  /** What a person's arms did from the first stretch of time to the second. */
  static Change between(
      PeopleHistory history, long person, long from, long to, long laterFrom, long laterTo) {
    boolean letGo = false;
    boolean tookUp = false;
    for (int side = 0; side < 2; side++) {
      double before = pitch(history, person, side, from, to);
      double after = pitch(history, person, side, laterFrom, laterTo);
      if (!Double.isNaN(before + after)) {
        letGo |= before > HELD_UP && after <= HELD_UP;
        tookUp |= before <= HELD_UP && after > HELD_UP;
      }
    }
    return letGo == tookUp ? Change.SAME : letGo ? Change.LET_GO : Change.TOOK_UP;
  }

  /** Mean rise of the forearm towards the hand, as a share of its length; NaN if hardly seen. */
  private static double pitch(PeopleHistory history, long person, int side, long from, long to) {
    double sum = 0;
    int sights = 0;
    for (int m = history.from(from); m < history.count(); m++) {
      People p = history.moment(m);
      if (p.captureNanos > to) {
        break;
      }
      int i = p.indexOf(person);
      if (i < 0) {
        continue;
      }
      int w = i * Joint.COUNT + WRISTS[side].ordinal();
      int e = i * Joint.COUNT + ELBOWS[side].ordinal();
      double dx = p.jointX[w] - p.jointX[e];
      double dy = p.jointY[w] - p.jointY[e];
      double dz = p.jointZ[w] - p.jointZ[e];
      double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (length > 0.05) {
        sum += dz / length;
        sights++;
      }
    }
    return sights < LEAST_SIGHTS ? Double.NaN : sum / sights;
  }
}
