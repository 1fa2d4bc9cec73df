package io.walkout.cart;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.PersonId;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Who took something at the same time already: one who did has one hand fewer for another take. Two
 * people side by side are told apart by it, and one alone is not accused less.
 */
final class BusyHands {
  /** A take with the other hand in the same instant, as against one with both free. Chosen. */
  private static final double OTHER_HAND = 0.3;

  /** Most recent takes remembered; more can't overlap, as two hands times 64 people is a crowd. */
  private static final int MOST = 64;

  private final Deque<Taking> recent = new ArrayDeque<>();

  /** The same reaches, lower for whoever took something during the change. */
  List<Reach> weigh(ShelfChange change, List<Reach> reaches) {
    if (change.deltaGrams() > 0 || recent.isEmpty()) {
      return reaches;
    }
    List<Reach> weighed = new ArrayList<>(reaches.size());
    for (Reach r : reaches) {
      double ratio = r.ratio();
      for (Taking t : recent) {
        boolean overlaps = t.startNanos < change.endNanos() && change.startNanos() < t.endNanos;
        ratio *= overlaps && t.person.equals(r.person()) ? OTHER_HAND : 1;
      }
      weighed.add(new Reach(r.person(), ratio, r.metres(), r.with()));
    }
    return weighed;
  }

  /** Remembers a take. */
  void note(Assignment assignment) {
    PersonId person = assignment.best().person();
    if (assignment.best().kind() != Kind.TAKE || person == null) {
      return;
    }
    if (recent.size() == MOST) {
      recent.removeFirst();
    }
    ShelfChange change = assignment.change();
    recent.addLast(new Taking(person, change.startNanos(), change.endNanos()));
  }

  private record Taking(PersonId person, long startNanos, long endNanos) {}
}
