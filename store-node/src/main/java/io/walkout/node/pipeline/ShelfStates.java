package io.walkout.node.pipeline;

import io.walkout.node.report.EventLog;
import io.walkout.store.EventTime;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.people.People;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.shelf.ShelfState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each shelf's plates could tell, and when: an event in the log for each change of it, the
 * worst of each shelf for the summary, and who stood before a shelf that weighed nothing. What
 * those took there has no line on any receipt; their visits are named, for somebody to look at. One
 * thread.
 */
final class ShelfStates {
  /** Nobody reaches farther than this from the front of a shelf. */
  private static final double REACH_METRES = 0.9;

  /** Whoever only passes by takes nothing: chosen, a take lasts longer. */
  private static final long STOOD_NANOS = EventTime.SECOND;

  /** Longer steps between moments are no standing. */
  private static final long LONGEST_STEP_NANOS = EventTime.SECOND / 2;

  /** Visits named in a summary; of more only the number. */
  private static final int MOST_VISITS = 100;

  private static final class Shelf {
    private ShelfState now = ShelfState.ALL_PLATES;
    private ShelfState worst = ShelfState.ALL_PLATES;
    private List<PlateTrouble> troubles = List.of();
    private long sinceNanos = Long.MAX_VALUE;
    private long blindFromNanos = Long.MAX_VALUE;
    private long blindToNanos = Long.MIN_VALUE;
  }

  private static final class Stand {
    private long lastNanos;
    private long stoodNanos;
  }

  private final Map<ShelfId, Shelf> shelves = new TreeMap<>();
  private final Map<Integer, FloorPolygon> footprints = new TreeMap<>();
  private final Map<Integer, Map<Long, Stand>> stands = new TreeMap<>();
  private final List<String> unweighed = new ArrayList<>();
  private long unweighedVisits;

  ShelfStates(Layout layout) {
    for (Gondola gondola : layout.gondolas()) {
      footprints.put(gondola.number(), gondola.footprint());
    }
  }

  /** Takes note that a shelf can tell more or less from now on. */
  void observe(ShelfHealth health, EventLog log) throws IOException {
    log.shelfHealth(health);
    Shelf shelf = shelves.computeIfAbsent(health.shelf(), id -> new Shelf());
    if (health.state() == ShelfState.BLIND) {
      shelf.blindFromNanos = Math.min(shelf.blindFromNanos, health.captureNanos());
      shelf.blindToNanos = Long.MAX_VALUE;
    } else if (shelf.now == ShelfState.BLIND) {
      shelf.blindToNanos = health.captureNanos();
    }
    if (health.state().compareTo(shelf.worst) > 0) {
      shelf.worst = health.state();
    }
    if (health.state() != ShelfState.ALL_PLATES) {
      shelf.sinceNanos = Math.min(shelf.sinceNanos, health.captureNanos());
    }
    shelf.now = health.state();
    shelf.troubles = health.troubles();
  }

  /** Whether a shelf weighed nothing at some time between two moments. */
  boolean wasBlind(ShelfId id, long fromNanos, long toNanos) {
    Shelf shelf = shelves.get(id);
    return shelf != null && shelf.blindFromNanos < toNanos && shelf.blindToNanos > fromNanos;
  }

  /** Takes note of who stands before shelves that weigh nothing. */
  void people(People moment) {
    for (Map.Entry<ShelfId, Shelf> entry : shelves.entrySet()) {
      int gondola = entry.getKey().gondola();
      FloorPolygon footprint = footprints.get(gondola);
      if (entry.getValue().now == ShelfState.BLIND && footprint != null) {
        Map<Long, Stand> here = stands.computeIfAbsent(gondola, g -> new TreeMap<>());
        for (int i = 0; i < moment.count; i++) {
          if (footprint.distanceToEdge(moment.x[i], moment.y[i]) < REACH_METRES
              || footprint.contains(moment.x[i], moment.y[i])) {
            stand(here.computeIfAbsent(moment.personId[i], p -> new Stand()), moment.captureNanos);
          }
        }
      }
    }
  }

  private static void stand(Stand stand, long nanos) {
    long step = nanos - stand.lastNanos;
    stand.stoodNanos += step > 0 && step <= LONGEST_STEP_NANOS ? step : 0;
    stand.lastNanos = Math.max(stand.lastNanos, nanos);
  }

  /**
   * Somebody's visit ends: if they stood before a gondola of which a shelf weighed nothing, that is
   * logged.
   */
  void settled(PersonId person, String visit, long exitedNanos, EventLog log) throws IOException {
    for (Map.Entry<Integer, Map<Long, Stand>> entry : stands.entrySet()) {
      Stand stand = entry.getValue().remove(person.value());
      if (stand != null && stand.stoodNanos >= STOOD_NANOS) {
        log.unweighed(visit, entry.getKey(), stand.stoodNanos, exitedNanos);
        if (unweighedVisits++ < MOST_VISITS) {
          unweighed.add(visit);
        }
      }
    }
  }

  /** By shelf that could not tell all: its worst state, since when, and what its plates have. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    shelves.forEach(
        (id, shelf) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("state", shelf.now.name());
          row.put("worst", shelf.worst.name());
          if (shelf.sinceNanos != Long.MAX_VALUE) {
            row.put("from", EventTime.iso(shelf.sinceNanos));
          }
          row.put("plates", shelf.troubles.stream().map(PlateTrouble::toString).toList());
          counts.put(id.toString(), row);
        });
    if (unweighedVisits > 0) {
      counts.put("unweighedVisits", List.copyOf(unweighed));
      counts.put("unweighedVisitCount", unweighedVisits);
    }
    return counts;
  }
}
