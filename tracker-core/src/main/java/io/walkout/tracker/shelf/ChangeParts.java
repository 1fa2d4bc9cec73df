package io.walkout.tracker.shelf;

import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes changes of a group of plates at rest: which of them take part, where one change ends and
 * the next begins, how likely each is goods.
 */
final class ChangeParts {
  /** A step this far beyond noise and coupling, with the greatest one, takes part in the change; */
  private static final double PART_SIGMAS = 2;

  /** one against it must be plainer, as no load spreads that way. */
  private static final double AGAINST_SIGMAS = 3.5;

  /** Plates with less than this share of the greatest step do not say when the load moved. */
  private static final double TIMING_SHARE = 0.25;

  /** Steps left out are mostly coupling: half of each, squared, counts as uncertainty; chosen. */
  private static final double LEFT_OUT_SHARE = 0.25;

  /**
   * Variance of a rest's mean against that of independent bins: means over a second of real plates
   * had 1.5 times the sigma that their bins of 0.1 s would give.
   */
  private static final double CORRELATION = 2.2;

  /** Neighbours go on creeping for some seconds after a load has changed. */
  private static final double CREEP_SECONDS = 3;

  private final ShelfId id;
  private final PlateTrack[] plates;
  private final MovingGroups groups;
  private final ShelfTrackerSettings settings;
  private final StepEvidence evidence;
  private final boolean[] part;
  private int group;
  private boolean last;
  private long nowNanos;
  private double recentStepGrams;
  private long recentStepNanos;

  ChangeParts(
      ShelfId id,
      PlateTrack[] plates,
      MovingGroups groups,
      ShelfTrackerSettings settings,
      StepEvidence evidence) {
    this.id = id;
    this.plates = plates;
    this.groups = groups;
    this.settings = settings;
    this.evidence = evidence;
    part = new boolean[plates.length];
  }

  /** Chooses the plates of a group whose steps are more than noise and coupling. */
  void choose(int ofGroup, int greatest, boolean noMoreBins, long now) {
    group = ofGroup;
    last = noMoreBins;
    nowNanos = now;
    double all = groups.allGrams(group);
    for (int i = 0; i < plates.length; i++) {
      part[i] = groups.hasRested(group, i) && takesPart(plates[i], plates[greatest], all);
    }
  }

  /** A change was announced: neighbours will creep for a while. */
  void announced(double greatestGrams) {
    recentStepGrams = Math.max(greatestGrams, recentStepGrams * 0.5);
    recentStepNanos = nowNanos;
  }

  private boolean takesPart(PlateTrack p, PlateTrack greatest, double allGrams) {
    int distance = Math.abs(p.plateIndex - greatest.plateIndex);
    double coupled =
        distance == 0 ? 0 : settings.couplingFraction() * allGrams / Math.max(1, distance / 2.0);
    double d = p.movement.delta();
    double variance = p.deltaVariance() + coupled * coupled + recentVariance();
    double sigmas = d * greatest.movement.delta() > 0 ? PART_SIGMAS : AGAINST_SIGMAS;
    return d * d > sigmas * sigmas * variance;
  }

  /** Variance from a change of this shelf a moment ago. */
  private double recentVariance() {
    double age = (nowNanos - recentStepNanos) * 1e-9;
    double s = settings.couplingFraction() * recentStepGrams * Math.exp(-age / CREEP_SECONDS);
    return s * s;
  }

  /** The first plate from {@code from} on that takes part; the number of plates if none. */
  int next(int from) {
    int i = from;
    while (i < plates.length && !part[i]) {
      i++;
    }
    return i;
  }

  /** The index after the last plate of the change that begins at {@code from}. */
  int end(int from) {
    int last = from;
    for (int i = from + 1; i < plates.length; i++) {
      if (part[i] && plates[i].plateIndex - plates[last].plateIndex <= MovingGroups.NEAR_PLATES) {
        last = i;
      }
    }
    return last + 1;
  }

  /** Whether everything in the change is as still as goods. */
  boolean still(int from, int to) {
    boolean still = true;
    for (int i = from; i < to; i++) {
      still &= !part[i] || plates[i].movement.still();
    }
    return still;
  }

  private double greatestPart(int from, int to) {
    double most = 0;
    for (int i = from; i < to; i++) {
      most = part[i] ? Math.max(most, Math.abs(plates[i].movement.delta())) : most;
    }
    return most;
  }

  /** Log posterior odds of goods for the change between two plates. */
  double logOdds(int from, int to) {
    double sum = 0;
    double variance = 0;
    double settling = 0;
    for (int i = from; i < to; i++) {
      if (part[i]) {
        PlateTrack p = plates[i];
        sum += p.movement.delta();
        variance += haste() * p.deltaVariance();
        settling += p.settlingVariance();
      }
    }
    double coupled = settings.couplingFraction() * greatestPart(from, to);
    double idle =
        variance + settling + coupled * coupled + recentVariance() + unseenVariance(from, to);
    return evidence.logOdds(sum, Math.sqrt(variance + settling), Math.sqrt(idle));
  }

  /** What a lost plate near by may do: its load changes unseen, and is a heavy one of the prior. */
  private double unseenVariance(int from, int to) {
    double heavy = settings.typicalGoodsGrams() * Math.exp(settings.goodsLogSigma());
    double s = settings.couplingFraction() * heavy;
    for (PlateTrack p : plates) {
      if (p.state == PlateTrack.State.LOST && near(p, from, to)) {
        return s * s;
      }
    }
    return 0;
  }

  private boolean near(PlateTrack p, int from, int to) {
    return p.plateIndex >= plates[from].plateIndex - MovingGroups.NEAR_PLATES
        && p.plateIndex <= plates[to - 1].plateIndex + MovingGroups.NEAR_PLATES;
  }

  /** A rest cut short by the end of the recording may not be one: twice the sigma. */
  private double haste() {
    return last ? 4 : 1;
  }

  /** The change between two plates, said to begin no sooner than {@code notBeforeNanos}. */
  ShelfChange change(int from, int to, long notBeforeNanos) {
    List<PlateDelta> deltas = new ArrayList<>(to - from);
    double most = greatestPart(from, to);
    double sum = 0;
    double variance = 0;
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      PlateTrack p = plates[i];
      if (part[i]) {
        double own = CORRELATION * haste() * p.deltaVariance() + p.settlingVariance();
        deltas.add(new PlateDelta(p.id, p.movement.delta(), Math.sqrt(own)));
        sum += p.movement.delta();
        variance += own;
        if (Math.abs(p.movement.delta()) >= TIMING_SHARE * most) {
          start = Math.min(start, p.movement.startNanos());
          end = Math.max(end, p.movement.rest.startNanos);
        }
      }
    }
    variance += leftOutVariance(from, to);
    start = Math.max(start, notBeforeNanos);
    return new ShelfChange(id, start, Math.max(start, end), sum, Math.sqrt(variance), deltas);
  }

  /** What was put down to coupling may have been load: it counts as uncertainty. */
  private double leftOutVariance(int from, int to) {
    double variance = 0;
    for (int i = 0; i < plates.length; i++) {
      PlateTrack p = plates[i];
      if (groups.hasRested(group, i) && !part[i] && near(p, from, to)) {
        variance += Math.max(0, p.movement.delta() * p.movement.delta() - p.deltaVariance());
      }
    }
    return LEFT_OUT_SHARE * variance;
  }
}
