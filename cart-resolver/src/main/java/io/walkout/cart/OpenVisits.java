package io.walkout.cart;

import io.walkout.cart.joint.JointCarts;
import io.walkout.store.PersonId;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Who is in the store or has left it unsettled, and who was settled lately. */
final class OpenVisits {
  /**
   * People whose carts were closed, remembered with the time they went out so that nothing more is
   * put into their carts.
   */
  private static final int CLOSED_REMEMBERED = 4096;

  private final long exitMarginNanos;
  private final Map<PersonId, OpenVisit> open = new TreeMap<>();
  private final SequencedMap<PersonId, Long> closed = new LinkedHashMap<>();

  OpenVisits(long exitMarginNanos) {
    this.exitMarginNanos = exitMarginNanos;
  }

  /** In the order of their people's numbers. */
  Collection<OpenVisit> all() {
    return open.values();
  }

  /** The same as a list of its own. */
  List<OpenVisit> snapshot() {
    return new ArrayList<>(open.values());
  }

  /** Whether somebody's cart was closed: what they take from then on is in nobody's cart. */
  boolean isClosed(PersonId person) {
    return closed.containsKey(person);
  }

  /** Whether somebody had gone out by a door before {@code nanos}, and not just then. */
  boolean hadGone(PersonId person, long nanos) {
    OpenVisit visit = open.get(person);
    long gone = visit == null ? closed.getOrDefault(person, Long.MAX_VALUE) : visit.goneNanos;
    return nanos - exitMarginNanos > gone;
  }

  /** The visit of somebody on the floor, opened now if need be. */
  OpenVisit open(PersonId person, long enteredNanos) {
    return open.computeIfAbsent(person, p -> new OpenVisit(p, enteredNanos));
  }

  /** Closes a visit with what it holds. */
  Cart close(OpenVisit visit, JointCarts carts) {
    Cart done =
        new Cart(
            visit.person,
            visit.targetId,
            visit.enteredNanos,
            visit.exitedNanos,
            visit.exitDoor,
            carts.settle(visit.person, visit.mostCertain));
    open.remove(visit.person);
    if (closed.size() == CLOSED_REMEMBERED) {
      closed.pollFirstEntry();
    }
    closed.put(visit.person, visit.goneNanos);
    return done;
  }
}
