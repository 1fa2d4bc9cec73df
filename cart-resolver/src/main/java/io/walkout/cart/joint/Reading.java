package io.walkout.cart.joint;

import io.walkout.cart.evidence.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change may have been: one deed, or two at once that the plates felt as one.
 *
 * @param log logarithm of its weight before any person is looked at
 * @param deeds one or two
 * @param by whose two deeds are
 * @param pair the two things that the whole change was asked about, null for any other reading
 */
record Reading(double log, List<Deed> deeds, By by, @Nullable Pair pair) {
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
    return new Reading(log, List.of(deed), By.ANY, null);
  }

  static Reading of(double log, Deed one, Deed other, By by) {
    return new Reading(log, List.of(one, other), by, null);
  }

  static Reading of(double log, Pair pair, Deed one, Deed other, By by) {
    return new Reading(log, List.of(one, other), by, pair);
  }
}
