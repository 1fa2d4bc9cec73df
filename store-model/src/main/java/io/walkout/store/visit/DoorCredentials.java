package io.walkout.store.visit;

import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * People who came by the doors and the credentials shown there, joined by event time, in whatever
 * order their events arrive. Of all pairs of a credential and a person at one door within the
 * window, the nearest in event time is joined first; each credential shown goes to one person. Who
 * shows one credential several times lets in several people. What is told is what is known now: a
 * person or a credential that comes to be known later may change it, until somebody is closed.
 *
 * <p>Bounded by its two limits. Single-threaded; the same calls give the same answers.
 */
public final class DoorCredentials {
  /**
   * How far apart, in event time, showing a credential at a door and being first seen there may
   * lie. Chosen: a person is in view within a step or two of the threshold, and the next one
   * through the same door is nearer to their own credential.
   */
  public static final long WINDOW_NANOS = 5 * EventTime.SECOND;

  private final long windowNanos;
  private final int mostPeople;
  private final int mostCredentials;
  private final NavigableMap<PersonId, Came> people = new TreeMap<>();
  private final ArrayDeque<Shown> shown = new ArrayDeque<>();
  private @Nullable Map<PersonId, Shown> joined;
  private long peopleRefused;
  private long credentialsDropped;

  /**
   * Nobody yet.
   *
   * @param mostPeople most people known at once; who comes beyond it is refused
   * @param mostCredentials most credentials kept; beyond it the one shown first is dropped
   * @throws IllegalArgumentException on a limit below 1
   */
  public DoorCredentials(long windowNanos, int mostPeople, int mostCredentials) {
    if (windowNanos < 1 || mostPeople < 1 || mostCredentials < 1) {
      throw new IllegalArgumentException("a window and limits of at least 1 are needed");
    }
    this.windowNanos = windowNanos;
    this.mostPeople = mostPeople;
    this.mostCredentials = mostCredentials;
  }

  private record Came(PersonId person, long nanos, @Nullable DoorId door) {}

  private record Shown(long order, DoorId door, long nanos, String credential) {}

  private record Pair(long apartNanos, Shown shown, Came came) {
    static final Comparator<Pair> NEAREST =
        Comparator.comparingLong(Pair::apartNanos)
            .thenComparingLong(p -> p.shown().nanos())
            .thenComparing(p -> p.came().person())
            .thenComparingLong(p -> p.shown().order());
  }

  /** Somebody came. Appearing twice changes nothing. */
  public void came(PersonEvent.Appeared a) {
    if (people.size() >= mostPeople && !people.containsKey(a.person())) {
      peopleRefused++;
      return;
    }
    people.putIfAbsent(a.person(), new Came(a.person(), a.captureNanos(), a.door()));
    joined = null;
  }

  /** Somebody passed a door; only credentials shown on the way in matter here. */
  public void shown(DoorEvent e) {
    String credential = e.credential();
    if (e.kind() != DoorEvent.Kind.ENTRY || credential == null || credential.isBlank()) {
      return;
    }
    if (shown.size() >= mostCredentials) {
      shown.removeFirst();
      credentialsDropped++;
    }
    long order = shown.isEmpty() ? 0 : shown.getLast().order() + 1;
    shown.addLast(new Shown(order, e.door(), e.captureNanos(), credential));
    joined = null;
  }

  /** The credential somebody came on, as far as is known now. */
  public Optional<String> credential(PersonId person) {
    return Optional.ofNullable(joined().get(person)).map(Shown::credential);
  }

  /** Somebody's visit is over: they are forgotten, and their credential is used up. */
  public Optional<String> close(PersonId person) {
    Shown mine = joined().get(person);
    if (people.remove(person) != null) {
      joined = null;
    }
    if (mine == null) {
      return Optional.empty();
    }
    shown.remove(mine);
    return Optional.of(mine.credential());
  }

  /** Everybody who came and is not closed, by number. */
  public List<PersonId> people() {
    return List.copyOf(people.keySet());
  }

  /** How many people were refused because too many were known. */
  public long peopleRefused() {
    return peopleRefused;
  }

  /** How many credentials were dropped because too many were kept. */
  public long credentialsDropped() {
    return credentialsDropped;
  }

  private Map<PersonId, Shown> joined() {
    Map<PersonId, Shown> known = joined;
    if (known == null) {
      known = join();
      joined = known;
    }
    return known;
  }

  private Map<PersonId, Shown> join() {
    List<Pair> pairs = new ArrayList<>();
    for (Came came : people.values()) {
      for (Shown s : shown) {
        long apart = Math.abs(s.nanos() - came.nanos());
        if (s.door().equals(came.door()) && apart <= windowNanos) {
          pairs.add(new Pair(apart, s, came));
        }
      }
    }
    pairs.sort(Pair.NEAREST);
    Map<PersonId, Shown> result = new TreeMap<>();
    Set<Shown> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!result.containsKey(pair.came().person()) && taken.add(pair.shown())) {
        result.put(pair.came().person(), pair.shown());
      }
    }
    return result;
  }
}
