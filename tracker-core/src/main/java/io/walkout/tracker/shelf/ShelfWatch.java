package io.walkout.tracker.shelf;

import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import io.walkout.tracker.shelf.PlateTrack.State;
import java.util.ArrayList;
import java.util.List;

/**
 * One shelf: joins plates that moved together into changes, and judges them once they rest.
 *
 * <p>Plates are waited for together if their movements overlap in time and lie near each other.
 * When they rest, those whose step exceeds noise and coupling are the change; where untouched
 * plates lie between them it is several. The sum of a change's steps decides: goods pushed from one
 * plate to its neighbour sum to nothing.
 */
final class ShelfWatch {
  /**
   * Plates this far apart (two untouched ones between) still carry one load or one hand's reach.
   */
  private static final int NEAR_PLATES = 3;

  /** Goods lie on up to three plates: a share may rest two plates away. */
  private static final int SPREAD = 2;

  /** Movements that follow each other within a bin are taken together. */
  private static final long JOIN_NANOS = PlateBinner.BIN_NANOS;

  /** A plate still moving is not waited for below this share of what has come to rest. */
  private static final double NEGLIGIBLE_SHARE = 0.05;

  /** A step this far beyond noise and coupling, with the greatest one, takes part in the change; */
  private static final double PART_SIGMAS = 2;

  /** one against it must be plainer, as no load spreads that way. */
  private static final double AGAINST_SIGMAS = 3.5;

  /** Plates with less than this share of the greatest step do not say when the load moved. */
  private static final double TIMING_SHARE = 0.25;

  /** Steps left out are mostly coupling: half of each, squared, counts as uncertainty; chosen. */
  private static final double LEFT_OUT_SHARE = 0.25;

  /** Neighbours go on creeping for some seconds after a load has changed. */
  private static final double CREEP_SECONDS = 3;

  private final ShelfId id;
  private final PlateTrack[] plates;
  private final ShelfTrackerSettings settings;
  private final StepEvidence evidence;
  private final Tally tally;
  private final int[] group;
  private final boolean[] part;
  private double recentStepGrams;
  private long recentStepNanos;

  ShelfWatch(
      ShelfId id,
      PlateTrack[] plates,
      ShelfTrackerSettings settings,
      StepEvidence evidence,
      Tally tally) {
    this.id = id;
    this.plates = plates;
    this.settings = settings;
    this.evidence = evidence;
    this.tally = tally;
    group = new int[plates.length];
    part = new boolean[plates.length];
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
        if (nowNanos - p.moveNanos > settings.forgetLevelNanos()) {
          p.forget();
          tally.movementsForgotten++;
        }
      }
    }
    if (!any) {
      return;
    }
    join(last);
    for (int g = 0; g < plates.length; g++) {
      if (group[g] == g) {
        judgeGroup(g, nowNanos, notBeforeNanos, last, out);
      }
    }
  }

  private boolean rested(PlateTrack p, boolean last) {
    return last ? p.state == State.MOVING && p.rest.bins >= 3 : p.rested();
  }

  /** Gives every moving plate the index of the first plate that it is joined to. */
  private void join(boolean last) {
    for (int i = 0; i < plates.length; i++) {
      group[i] = plates[i].state == State.MOVING ? i : -1;
    }
    for (int i = 0; i < plates.length; i++) {
      for (int j = i + 1; j < plates.length && group[i] >= 0; j++) {
        if (group[j] >= 0 && group[j] != group[i] && together(plates[i], plates[j], last)) {
          merge(group[i], group[j]);
        }
      }
    }
  }

  private void merge(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = into;
      }
    }
  }

  private boolean together(PlateTrack a, PlateTrack b, boolean last) {
    if (Math.abs(a.plateIndex - b.plateIndex) > NEAR_PLATES) {
      return false;
    }
    boolean aEnded = rested(a, last) && a.rest.startNanos + JOIN_NANOS < b.moveNanos;
    boolean bEnded = rested(b, last) && b.rest.startNanos + JOIN_NANOS < a.moveNanos;
    return !aEnded && !bEnded;
  }

  private void judgeGroup(
      int g, long nowNanos, long notBeforeNanos, boolean last, List<ShelfChange> out) {
    int greatest = greatestRested(g, last);
    if (greatest < 0) {
      return;
    }
    double most = Math.abs(plates[greatest].delta());
    long waited = longestRest(g);
    boolean patient = last || waited >= settings.longestRestNanos();
    // Twice as long for plates that still move: by then a trembling rest counts as one.
    if (!last && waited < 2 * settings.longestRestNanos() && someoneStillMoves(g, most)) {
      return;
    }
    double all = allGrams(g, last);
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      part[i] = group[i] == g && rested(p, last) && takesPart(p, plates[greatest], all, nowNanos);
    }
    int from = nextPart(0);
    int before = out.size();
    while (from < plates.length) {
      int to = endOfPart(from);
      double odds = logOdds(from, to, nowNanos, last);
      double enough = evidence.logOddsToAnnounce();
      if (!patient && Math.abs(odds) < enough) {
        truncate(out, before);
        return;
      }
      // At the end of patience nine in ten must do where 99 in 100 were hoped for.
      if (odds > (patient ? enough / 2 : enough)) {
        out.add(change(g, from, to, notBeforeNanos, last));
      }
      from = nextPart(to);
    }
    settle(g, last, out.size() > before, most, nowNanos);
  }

  private static void truncate(List<ShelfChange> list, int size) {
    while (list.size() > size) {
      list.removeLast();
    }
  }

  private int greatestRested(int g, boolean last) {
    int greatest = -1;
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      if (group[i] != g || !rested(p, last)) {
        continue;
      }
      if (p.stuck()) {
        p.forget();
        group[i] = -1;
        tally.platesStuck++;
      } else if (greatest < 0 || Math.abs(p.delta()) > Math.abs(plates[greatest].delta())) {
        greatest = i;
      }
    }
    return greatest;
  }

  private long longestRest(int g) {
    long longest = 0;
    for (int i = 0; i < plates.length; i++) {
      if (group[i] == g && plates[i].rested()) {
        longest = Math.max(longest, plates[i].rest.lengthNanos());
      }
    }
    return longest;
  }

  private boolean someoneStillMoves(int g, double most) {
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      if (group[i] == g && !p.rested() && Math.abs(p.delta()) > NEGLIGIBLE_SHARE * most) {
        return true;
      }
    }
    return false;
  }

  private boolean takesPart(PlateTrack p, PlateTrack greatest, double allGrams, long nowNanos) {
    int distance = Math.abs(p.plateIndex - greatest.plateIndex);
    double coupled =
        distance == 0 ? 0 : settings.couplingFraction() * allGrams / Math.max(1, distance / 2.0);
    double d = p.delta();
    double variance = p.deltaVariance() + coupled * coupled + recentVariance(nowNanos);
    double sigmas = d * greatest.delta() > 0 ? PART_SIGMAS : AGAINST_SIGMAS;
    return d * d > sigmas * sigmas * variance;
  }

  private double allGrams(int g, boolean last) {
    double all = 0;
    for (int i = 0; i < plates.length; i++) {
      if (group[i] == g && rested(plates[i], last)) {
        all += Math.abs(plates[i].delta());
      }
    }
    return all;
  }

  /** Variance from a change of this shelf a moment ago. */
  private double recentVariance(long nowNanos) {
    double age = (nowNanos - recentStepNanos) * 1e-9;
    double s = settings.couplingFraction() * recentStepGrams * Math.exp(-age / CREEP_SECONDS);
    return s * s;
  }

  private int nextPart(int from) {
    int i = from;
    while (i < plates.length && !part[i]) {
      i++;
    }
    return i;
  }

  /** The index after the last plate of the change that begins at {@code from}. */
  private int endOfPart(int from) {
    int last = from;
    for (int i = from + 1; i < plates.length; i++) {
      if (part[i] && plates[i].plateIndex - plates[last].plateIndex <= NEAR_PLATES) {
        last = i;
      }
    }
    return last + 1;
  }

  private double greatestPart(int from, int to) {
    double most = 0;
    for (int i = from; i < to; i++) {
      most = part[i] ? Math.max(most, Math.abs(plates[i].delta())) : most;
    }
    return most;
  }

  private double logOdds(int from, int to, long nowNanos, boolean last) {
    double sum = 0;
    double variance = 0;
    double settling = 0;
    for (int i = from; i < to; i++) {
      if (part[i]) {
        PlateTrack p = plates[i];
        sum += p.delta();
        variance += haste(last) * p.deltaVariance();
        settling += p.settlingVariance();
      }
    }
    double coupled = settings.couplingFraction() * greatestPart(from, to);
    double idle = variance + settling + coupled * coupled + recentVariance(nowNanos);
    return evidence.logOdds(sum, Math.sqrt(variance + settling), Math.sqrt(idle));
  }

  /** A rest cut short by the end of the recording may not be one: twice the sigma. */
  private static double haste(boolean last) {
    return last ? 4 : 1;
  }

  private ShelfChange change(int g, int from, int to, long notBeforeNanos, boolean last) {
    List<PlateDelta> deltas = new ArrayList<>(to - from);
    double most = greatestPart(from, to);
    double sum = 0;
    double variance = 0;
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      PlateTrack p = plates[i];
      if (part[i]) {
        double own = haste(last) * p.deltaVariance() + p.settlingVariance();
        deltas.add(new PlateDelta(p.id, p.delta(), Math.sqrt(own)));
        sum += p.delta();
        variance += own;
        if (Math.abs(p.delta()) >= TIMING_SHARE * most) {
          start = Math.min(start, p.moveNanos);
          end = Math.max(end, p.rest.startNanos);
        }
      }
    }
    variance += leftOutVariance(g, from, to, last);
    start = Math.max(start, notBeforeNanos);
    tally.changes++;
    return new ShelfChange(id, start, Math.max(start, end), sum, Math.sqrt(variance), deltas);
  }

  /** What was put down to coupling may have been load: it counts as uncertainty. */
  private double leftOutVariance(int g, int from, int to, boolean last) {
    double variance = 0;
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      boolean near =
          p.plateIndex >= plates[from].plateIndex - NEAR_PLATES
              && p.plateIndex <= plates[to - 1].plateIndex + NEAR_PLATES;
      if (group[i] == g && !part[i] && near && rested(p, last)) {
        variance += Math.max(0, p.delta() * p.delta() - p.deltaVariance());
      }
    }
    return LEFT_OUT_SHARE * variance;
  }

  private void settle(int g, boolean last, boolean changed, double most, long nowNanos) {
    for (int i = 0; i < plates.length; i++) {
      if (group[i] == g && rested(plates[i], last)) {
        PlateTrack p = plates[i];
        p.settle(p.delta() * p.delta() > 4 * p.deltaVariance());
      }
    }
    if (changed) {
      recentStepGrams = Math.max(most, recentStepGrams * 0.5);
      recentStepNanos = nowNanos;
    } else {
      tally.movementsWithoutChange++;
    }
  }

  /** Number of plates. */
  int size() {
    return plates.length;
  }
}
