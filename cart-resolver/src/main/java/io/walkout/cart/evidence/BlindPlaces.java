package io.walkout.cart.evidence;

import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.people.People;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the shelves feel nothing any more, and who reached there. What somebody holds may have been
 * put back at such a place without a trace, so it is less sure the more often they reached there
 * since.
 *
 * <p>Bounds: {@link #MOST_PLACES} plates, later ones are not watched; {@link #MOST_REACHES} reaches
 * of one person, the oldest goes; people are forgotten with their carts. Single-threaded.
 */
public final class BlindPlaces {
  private static final int MOST_PLACES = 256;
  private static final int MOST_REACHES = 64;

  /**
   * A hand is at a place if it is so much likelier there than anywhere: within a hand's breadth.
   */
  private static final double THERE = 20;

  /** Somebody whose hand was away for so long reaches anew. Chosen. */
  private static final long APART_NANOS = 1_000_000_000L;

  /** A hand that is there for less has only passed. Chosen: to set a pack down takes longer. */
  private static final long LEAST_NANOS = 200_000_000L;

  /** For so long a plate may have been dying before it was found out. Chosen. */
  private static final long DYING_NANOS = 5_000_000_000L;

  private final Layout layout;
  private final PeopleHistory history;
  private final Map<PlateId, ArmSight> places = new TreeMap<>();
  private final Map<Long, Deque<Stay>> stays = new TreeMap<>();

  /** From when to when a hand was at any of the places. */
  private static final class Stay {
    final long from;
    long to;

    Stay(long at) {
      from = at;
      to = at;
    }
  }

  /** Watches a store; looks back into {@code history} when a plate is found out. */
  public BlindPlaces(Layout layout, PeopleHistory history) {
    this.layout = layout;
    this.history = history;
  }

  /**
   * Takes how a shelf is from now on: nothing is felt on plates that are dead or erratic, nor
   * anywhere on a shelf that is {@link ShelfState#BLIND}. A shelf that the layout lacks is nowhere.
   */
  public void shelf(ShelfHealth health) {
    Shelf shelf = layout.shelf(health.shelf()).orElse(null);
    if (shelf == null) {
      return;
    }
    ShelfLine line = ShelfLine.of(shelf);
    Set<PlateId> lost = new TreeSet<>();
    for (PlateTrouble trouble : health.troubles()) {
      if (feelsNothing(trouble) && line.indexOf(trouble.plate()) >= 0) {
        lost.add(trouble.plate());
        lose(trouble.plate(), line, trouble.sinceNanos());
      }
    }
    if (health.state() == ShelfState.BLIND) {
      for (int k = 0; k < line.count(); k++) {
        lost.add(line.plate(k));
        lose(line.plate(k), line, health.captureNanos());
      }
    }
    places.keySet().removeIf(p -> line.indexOf(p) >= 0 && !lost.contains(p));
  }

  private static boolean feelsNothing(PlateTrouble trouble) {
    return trouble.kind() == PlateTrouble.Kind.DEAD || trouble.kind() == PlateTrouble.Kind.ERRATIC;
  }

  private void lose(PlateId plate, ShelfLine line, long sinceNanos) {
    if (places.size() == MOST_PLACES || places.containsKey(plate)) {
      return;
    }
    int k = line.indexOf(plate);
    line.roomOver(line.from(k), line.to(k))
        .ifPresent(
            room -> {
              ArmSight place = new ArmSight(room, 0);
              places.put(plate, place);
              int end = history.count();
              for (int m = history.from(sinceNanos - DYING_NANOS); m < end; m++) {
                see(history.moment(m), place);
              }
            });
  }

  /** Takes everybody at one moment; moments come in event-time order. */
  public void see(People moment) {
    for (ArmSight place : places.values()) {
      see(moment, place);
    }
  }

  private void see(People moment, ArmSight place) {
    for (int i = 0; i < moment.count; i++) {
      for (int side = 0; side < 2; side++) {
        place.arm(moment, i, side);
        if (place.ratio >= THERE) {
          note(moment.personId[i], moment.captureNanos);
        }
      }
    }
  }

  private void note(long person, long at) {
    Deque<Stay> of = stays.computeIfAbsent(person, p -> new ArrayDeque<>());
    for (Stay stay : of) {
      if (at >= stay.from - APART_NANOS && at <= stay.to + APART_NANOS) {
        stay.to = Math.max(stay.to, at);
        return;
      }
    }
    if (of.size() == MOST_REACHES) {
      of.removeFirst();
    }
    of.addLast(new Stay(at));
  }

  /** A change was felt that was this person's: if they reached anywhere then, it was for that. */
  public void explain(PersonId person, long nanos) {
    Deque<Stay> of = stays.get(person.value());
    if (of != null) {
      of.removeIf(s -> nanos >= s.from - APART_NANOS && nanos <= s.to + APART_NANOS);
    }
  }

  /** When somebody began to reach to a place where nothing is felt, earliest first. */
  public List<Long> reaches(PersonId person) {
    List<Long> from = new ArrayList<>();
    for (Stay stay : stays.getOrDefault(person.value(), new ArrayDeque<>())) {
      if (stay.to - stay.from >= LEAST_NANOS) {
        from.add(stay.from);
      }
    }
    from.sort(null);
    return from;
  }

  /** Their cart is closed. */
  public void forget(PersonId person) {
    stays.remove(person.value());
  }
}
