package io.walkout.cart.joint;

import java.util.List;

/**
 * What a change may have been: one deed, or two at once that the plates felt as one.
 *
 * @param log logarithm of its weight before any person is looked at
 * @param deeds one or two
 * @param by whose two deeds are
 */
record Reading(double log, List<Deed> deeds, By by) {
  /** Whose two deeds are. */
  enum By {
    /** Of one person. */
    ONE,
    /** Of two people. */
    TWO,
    /** Of anybody. */
    ANY
  }

  static Reading of(double log, Deed deed) {
    return new Reading(log, List.of(deed), By.ANY);
  }

  static Reading of(double log, Deed one, Deed other, By by) {
    return new Reading(log, List.of(one, other), by);
  }
}
