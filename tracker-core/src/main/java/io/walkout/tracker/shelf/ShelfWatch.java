package io.walkout.tracker.shelf;

import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfState;
import io.walkout.tracker.shelf.PlateTrack.State;
import java.util.Comparator;
import java.util.List;

/**
 * One shelf: judges plates that moved together, once they rest.
 *
 * <p>Plates are waited for together if their movements overlap in time and lie near each other.
 * When they rest, those whose step exceeds noise and coupling are the change; where untouched
 * plates lie between them it is several. The sum of a change's steps decides: goods pushed from one
 * plate to its neighbour sum to nothing.
 */
final class ShelfWatch {
  /** Goods lie on up to three plates: a share may rest two plates away. */
  private static final int SPREAD = 2;

  private static final Comparator<ShelfChange> BY_TIME =
      Comparator.comparingLong(ShelfChange::stepNanos)
          .thenComparingInt(c -> c.plates().getFirst().plate().plate());

  /** How much its plates can tell. */
  ShelfState state = ShelfState.ALL_PLATES;

  private final PlateTrack[] plates;
  private final ShelfTrackerSettings settings;
  private final StepEvidence evidence;
  private final Tally tally;
  private final MovingGroups groups;
  private final ChangeParts parts;

  ShelfWatch(
      ShelfId id,
      PlateTrack[] plates,
      ShelfTrackerSettings settings,
      StepEvidence evidence,
      SampleHistory history,
      WiringWatch wiring,
      Tally tally) {
    this.plates = plates;
    this.settings = settings;
    this.evidence = evidence;
    this.tally = tally;
    groups = new MovingGroups(plates, tally);
    parts = new ChangeParts(id, plates, groups, settings, evidence, history, wiring);
  }

  /** Lets plates beside a moving one take part, before they take their next bin. */
  void recruit() {
    for (int i = 0; i < plates.length; i++) {
      if (plates[i].leads()) {
        for (int j = Math.max(0, i - SPREAD); j < Math.min(plates.length, i + SPREAD + 1); j++) {
          if (j != i && Math.abs(plates[j].plateIndex - plates[i].plateIndex) <= SPREAD) {
            plates[j].recruit(plates[i]);
          }
        }
      }
    }
  }

  /**
   * Judges what has come to rest.
   *
   * @param nowNanos end of the last bin
   * @param notBeforeNanos no change is said to have begun before this
   * @param last whether no more bins will come, so that short rests must do
   * @param out receives the changes
   */
  void judge(long nowNanos, long notBeforeNanos, boolean last, List<ShelfChange> out) {
    boolean any = false;
    for (PlateTrack p : plates) {
      if (p.state == State.MOVING) {
        any |= last || p.rested();
        if (nowNanos - p.movement.leftNanos > settings.forgetLevelNanos()) {
          p.forget();
          tally.movementsForgotten++;
        }
      }
    }
    if (!any) {
      return;
    }
    groups.join(last);
    for (int g = 0; g < plates.length; g++) {
      if (groups.has(g, g)) {
        judgeGroup(g, nowNanos, notBeforeNanos, last, out);
      }
    }
  }

  private void judgeGroup(
      int g, long nowNanos, long notBeforeNanos, boolean last, List<ShelfChange> out) {
    int greatest = groups.greatestRested(g);
    if (greatest < 0) {
      return;
    }
    double most = Math.abs(plates[greatest].movement.delta());
    long waited = groups.longestRestNanos(g);
    // Twice as long for plates that still move: by then a trembling rest counts as one.
    if (!last && waited < 2 * settings.longestRestNanos() && groups.someoneStillMoves(g, most)) {
      return;
    }
    parts.find(g, last, nowNanos);
    int before = out.size();
    boolean patient = last || waited >= settings.longestRestNanos();
    if (!announce(patient, last, notBeforeNanos, out)) {
      while (out.size() > before) {
        out.removeLast();
      }
      return;
    }
    if (state == ShelfState.BLIND) {
      tally.stepsWithheld += out.size() - before;
      while (out.size() > before) {
        out.removeLast();
      }
    }
    if (out.size() > before) {
      parts.absorb();
    }
    settle(g);
    tally.changes += out.size() - before;
    if (out.size() > before) {
      out.subList(before, out.size()).sort(BY_TIME);
      parts.announced();
    } else {
      tally.movementsWithoutChange++;
    }
  }

  /** Adds the changes of the loads found; false if one of them can't be decided yet. */
  private boolean announce(
      boolean patient, boolean last, long notBeforeNanos, List<ShelfChange> out) {
    double sure = evidence.logOddsToAnnounce();
    // At the end of patience nine in ten must do where 99 in 100 were hoped for.
    double enough = patient ? sure / 2 : sure;
    for (int load = 0; load < parts.count(); load++) {
      if (!parts.exists(load)) {
        continue;
      }
      double odds = parts.logOdds(load);
      boolean goods = odds > enough;
      boolean still = parts.still(load);
      if (goods && !patient && parts.isSuspect(load)) {
        return false;
      }
      if ((!patient && Math.abs(odds) < sure) || (goods && !still && !last)) {
        return false;
      }
      if (goods && still) {
        out.add(parts.change(load, notBeforeNanos, state));
      }
    }
    return true;
  }

  private void settle(int g) {
    for (int i = 0; i < plates.length; i++) {
      if (groups.hasRested(g, i)) {
        plates[i].settle(parts.isTold(i));
      }
    }
  }

  /** Tells of the shelves above and below, whose loads may be felt here. */
  void nextTo(List<ShelfWatch> others) {
    parts.nextTo(others.stream().map(other -> other.parts).toList());
  }

  /** Which of its plates lies where is not known: what moves at one moment is one load. */
  void placeIsUnknown() {
    groups.placeIsUnknown = true;
    parts.placeIsUnknown();
  }

  /** Whether it is not known where its plates lie. */
  boolean isPlaceUnknown() {
    return groups.placeIsUnknown;
  }

  /** Number of plates. */
  int size() {
    return plates.length;
  }
}
