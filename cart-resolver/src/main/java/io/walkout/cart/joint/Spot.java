package io.walkout.cart.joint;

import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.Question;
import io.walkout.cart.evidence.Reach;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;

/**
 * One part of a change: what the plates felt, where on the shelf, and who could have reached it.
 *
 * @param part the change, or the part of it that is one deed
 * @param place where on the shelf
 * @param reaches everybody seen about then, in the order of their numbers
 * @param felt what lines will rest on
 * @param heard what all sources say of it
 */
record Spot(ShelfChange part, PlaceEvidence place, List<Reach> reaches, Felt felt, Heard heard) {
  static Spot of(
      ShelfChange part, PlaceEvidence place, List<Reach> reaches, double trust, Heard heard) {
    return new Spot(part, place, reaches, new Felt(part, trust), heard);
  }

  /** The weight of everybody who may have done it: each person seen, and somebody unseen. */
  double norm() {
    return reaches.size() + Rates.UNSEEN;
  }

  /** The most that who did it can add to a deed's weight; at least 1. */
  double nearest(Deed deed) {
    double most = 1;
    for (Reach r : reaches) {
      double hand = Math.max(heard.hand(r, 0, deed), heard.hand(r, 1, deed));
      most = Math.max(most, hand / norm());
    }
    return most;
  }

  /** How often somebody near touches the shelf, as against anywhere: the mean ratio. */
  double touch() {
    double sum = 0;
    for (Reach r : reaches) {
      sum += r.ratio() / reaches.size();
    }
    return sum;
  }

  /** Mass that went or came, positive. */
  double grams() {
    return Question.grams(part);
  }
}
