package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.people.PersonEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who the people on the floor may be, if the tracker has taken one for another. Each has a
 * distribution over everybody's accounts, at first all on their own; of two who may have been
 * exchanged with probability p, each keeps 1 - p of theirs and gets p of the other's. These are the
 * marginals of a random permutation, exact as long as encounters are independent. The worlds are
 * made as if everybody were who the tracker takes them for; a line is no surer than this allows.
 *
 * <p>Bounded: {@link #MOST_EVENTS} encounters are remembered by their times, older ones count for
 * all times. Single-threaded.
 */
final class Mistaken {
  /** Most encounters whose time is remembered: of 30 people each some 30 in a visit. */
  static final int MOST_EVENTS = 1024;

  /** What is rarer is no doubt worth keeping. */
  private static final double LEAST = 0.002;

  private static final Comparator<PersonEvent.Confused> IN_TIME =
      Comparator.comparingLong(PersonEvent.Confused::captureNanos)
          .thenComparing(PersonEvent.Confused::person)
          .thenComparing(PersonEvent.Confused::other);

  private final List<PersonEvent.Confused> events = new ArrayList<>();
  private final Map<PersonId, Map<PersonId, Double>> before = new TreeMap<>();

  /** Two people may have been exchanged. Events may come in any order. */
  void note(PersonEvent.Confused event) {
    if (event.probability() < LEAST) {
      return;
    }
    int at = events.size();
    while (at > 0 && IN_TIME.compare(events.get(at - 1), event) > 0) {
      at--;
    }
    events.add(at, event);
    if (events.size() > MOST_EVENTS) {
      exchange(before, events.removeFirst());
    }
  }

  /** Encounters whose times are remembered. */
  int events() {
    return events.size();
  }

  /**
   * Who somebody may have been at a time, as probabilities that sum to one; themselves among them.
   */
  Map<PersonId, Double> at(PersonId person, long nanos) {
    Map<PersonId, Map<PersonId, Double>> all = new TreeMap<>(before);
    for (PersonEvent.Confused event : events) {
      if (event.captureNanos() > nanos) {
        break;
      }
      exchange(all, event);
    }
    return all.getOrDefault(person, Map.of(person, 1.0));
  }

  /** Rows are replaced, never changed. */
  private static void exchange(
      Map<PersonId, Map<PersonId, Double>> all, PersonEvent.Confused event) {
    PersonId a = event.person();
    PersonId b = event.other();
    Map<PersonId, Double> ofA = all.getOrDefault(a, Map.of(a, 1.0));
    Map<PersonId, Double> ofB = all.getOrDefault(b, Map.of(b, 1.0));
    all.put(a, mixed(ofA, ofB, event.probability()));
    all.put(b, mixed(ofB, ofA, event.probability()));
  }

  private static Map<PersonId, Double> mixed(
      Map<PersonId, Double> own, Map<PersonId, Double> other, double share) {
    Map<PersonId, Double> mixed = new TreeMap<>();
    own.forEach((p, w) -> mixed.put(p, (1 - share) * w));
    other.forEach((p, w) -> mixed.merge(p, share * w, Double::sum));
    return mixed;
  }

  /** Probability that what somebody did at a time is on the account they came in with. */
  double trust(PersonId person, long nanos, Company company) {
    double trust = 0;
    for (Map.Entry<PersonId, Double> e : at(person, nanos).entrySet()) {
      boolean samePayer = e.getKey().equals(person) || company.areOneParty(person, e.getKey());
      trust += samePayer ? e.getValue() : 0;
    }
    return Math.min(trust, 1);
  }

  /** People of whom it is known, whatever the time, that they may be others. */
  int rows() {
    return before.size();
  }

  /**
   * Somebody is settled: what ties nobody who is still open is forgotten.
   *
   * @param open everybody whose cart is not settled
   */
  void forget(Set<PersonId> open) {
    before.keySet().retainAll(open);
    events.removeIf(e -> !open.contains(e.person()) && !open.contains(e.other()));
  }
}
