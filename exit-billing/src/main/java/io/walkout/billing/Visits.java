package io.walkout.billing;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The visits that are open and the credentials shown at the doors, joined as late as possible: when
 * a visit is settled, all who came by its door at about its time are known, in whatever order their
 * events arrived. Of all pairs of a credential and a person at one door within the window, the
 * nearest in event time is joined first; each credential shown goes to one person. Who shows one
 * credential several times lets in several people, each with a visit of their own on that account.
 */
final class Visits {
  /** Account of a visit without a credential: this and the visit. */
  static final String GUEST = "visit:";

  /** Account of a visit with a credential: this and the credential, so that none looks a guest. */
  static final String ACCOUNT = "account:";

  private final BillingSettings settings;
  private final NavigableMap<PersonId, Open> open = new TreeMap<>();
  private final ArrayDeque<Shown> shown = new ArrayDeque<>();
  private long notOpened;
  private long credentialsDropped;

  Visits(BillingSettings settings) {
    this.settings = settings;
  }

  private record Open(PersonId person, long nanos, @Nullable DoorId door) {}

  private record Shown(long order, DoorId door, long nanos, String credential) {}

  private record Pair(long apartNanos, Shown shown, Open visit) {
    static final Comparator<Pair> NEAREST =
        Comparator.comparingLong(Pair::apartNanos)
            .thenComparingLong(p -> p.shown().nanos())
            .thenComparing(p -> p.visit().person())
            .thenComparingLong(p -> p.shown().order());
  }

  /** Somebody came. Appearing twice changes nothing. */
  void open(PersonEvent.Appeared a) {
    if (open.size() >= settings.openVisits()) {
      notOpened++;
      return;
    }
    open.putIfAbsent(a.person(), new Open(a.person(), a.captureNanos(), a.door()));
  }

  /** Somebody passed a door; only credentials shown on the way in matter here. */
  void shown(DoorEvent e) {
    String credential = e.credential();
    if (e.kind() != DoorEvent.Kind.ENTRY || credential == null || credential.isBlank()) {
      return;
    }
    if (shown.size() >= settings.waitingCredentials()) {
      shown.removeFirst();
      credentialsDropped++;
    }
    long order = shown.isEmpty() ? 0 : shown.getLast().order() + 1;
    shown.addLast(new Shown(order, e.door(), e.captureNanos(), credential));
  }

  /**
   * Ends a visit: the account of the credential it is joined with, if any. That credential is used
   * up.
   */
  Optional<String> close(PersonId person) {
    Shown mine = joined(person);
    open.remove(person);
    if (mine == null) {
      return Optional.empty();
    }
    shown.remove(mine);
    return Optional.of(ACCOUNT + mine.credential());
  }

  /** The account a visit would be charged to if it ended now; nothing changes. */
  Optional<String> account(PersonId person) {
    return Optional.ofNullable(joined(person)).map(s -> ACCOUNT + s.credential());
  }

  private @Nullable Shown joined(PersonId person) {
    PriorityQueue<Pair> pairs = new PriorityQueue<>(Pair.NEAREST);
    for (Open visit : open.values()) {
      for (Shown s : shown) {
        long apart = Math.abs(s.nanos() - visit.nanos());
        if (s.door().equals(visit.door()) && apart <= settings.credentialWindowNanos()) {
          pairs.add(new Pair(apart, s, visit));
        }
      }
    }
    Set<Object> taken = new HashSet<>();
    while (!pairs.isEmpty()) {
      Pair nearest = pairs.remove();
      if (!taken.contains(nearest.shown()) && !taken.contains(nearest.visit())) {
        if (nearest.visit().person().equals(person)) {
          return nearest.shown();
        }
        taken.add(nearest.shown());
        taken.add(nearest.visit());
      }
    }
    return null;
  }

  /** People whose visit is open, by number. */
  List<PersonId> openVisits() {
    return List.copyOf(open.keySet());
  }

  /** How many visits were not opened because too many were. */
  long notOpened() {
    return notOpened;
  }

  /** How many credentials were dropped because too many waited. */
  long credentialsDropped() {
    return credentialsDropped;
  }
}
