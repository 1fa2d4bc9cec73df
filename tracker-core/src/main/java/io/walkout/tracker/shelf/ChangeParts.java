package io.walkout.tracker.shelf;

import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import io.walkout.store.shelf.ShelfState;
import io.walkout.tracker.shelf.PlateTrack.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes changes of a group of plates at rest: finds the steps of each plate and the loads that they
 * are of, says how likely each is goods, and tells it.
 */
final class ChangeParts {
  /** Plates with less than this share of the greatest step do not say when the load moved. */
  private static final double TIMING_SHARE = 0.25;

  /** A share this many sigmas beyond its noise is told. */
  private static final double PART_SIGMAS = 2;

  /** Loads that moved this near in time may be each other's echo. */
  private static final long ECHO_NANOS = 1_000_000_000L;

  /**
   * Variance of a rest's mean against that of independent bins: means over a second of real plates
   * had 1.5 times the sigma that their bins of 0.1 s would give.
   */
  static final double CORRELATION = 2.2;

  /**
   * What the neighbours of a load bear of it, standard deviation: they kept 1 to 2 % of what was
   * lifted from a real shelf.
   */
  private static final double LEAK_SHARE = 0.02;

  /**
   * What a shelf bears of a load on the one above or below, standard deviation: less than one
   * hundredth was seen on real ones.
   */
  private static final double CROSSTALK_SHARE = 0.004;

  /** What is not known to be load counts as uncertainty by this part of its square; chosen. */
  private static final double LEFT_OUT_SHARE = 0.5;

  /** Neighbours go on creeping for some seconds after a load has changed. */
  private static final double CREEP_SECONDS = 3;

  private final ShelfId id;
  private final WiringWatch wiring;
  private final PlateTrack[] plates;
  private final ShelfTrackerSettings settings;
  private final StepEvidence evidence;
  private final PlateSteps[] steps;
  private final LoadSearch search;
  private final LoadSteps loads;
  private final RecentLoads recentLoads = new RecentLoads();
  private final ReturnedPack returned = new ReturnedPack();
  private List<ChangeParts> nextTo = List.of();
  private final boolean[] told = new boolean[LoadSteps.MOST];
  private boolean last;
  private long nowNanos;
  private double recentStepGrams;
  private long recentStepNanos;

  ChangeParts(
      ShelfId id,
      PlateTrack[] plates,
      MovingGroups groups,
      ShelfTrackerSettings settings,
      StepEvidence evidence,
      SampleHistory history,
      WiringWatch wiring) {
    this.id = id;
    this.wiring = wiring;
    this.plates = plates;
    this.settings = settings;
    this.evidence = evidence;
    search = new LoadSearch(plates, groups, settings, history);
    steps = search.steps;
    loads = search.loads;
  }

  /** Finds the loads that a group of plates, now at rest, lost and got. */
  void find(int group, boolean noMoreBins, long now) {
    last = noMoreBins;
    nowNanos = now;
    Arrays.fill(told, false);
    search.find(group, now);
  }

  /** A change was announced: neighbours will creep for a while. */
  void announced() {
    double greatest = 0;
    for (int load = 0; load < loads.count; load++) {
      greatest = Math.max(greatest, greatestShare(load));
      if (told[load]) {
        recentLoads.add(loads.nanos(load), loads.sum(load));
        noteWiring(load);
      }
    }
    recentStepGrams = Math.max(greatest, recentStepGrams * 0.5);
    recentStepNanos = nowNanos;
  }

  private void noteWiring(int load) {
    for (int i = loads.first[load]; i < loads.end[load]; i++) {
      for (int k = 0; k < steps[i].count; k++) {
        if (loads.ownerOf(i, k) == load) {
          PlateSteps s = steps[i];
          wiring.note(plates[i].inGondola, s.stepNanos[k], s.stepSigmaNanos[k], s.delta[k]);
        }
      }
    }
  }

  /** What moves at one moment is one load, wherever its plates seem to lie. */
  void placeIsUnknown() {
    loads.placeIsUnknown = true;
  }

  /** Number of loads. */
  int count() {
    return loads.count;
  }

  /** Whether a load has any plates; one that was joined to another has none. */
  boolean exists(int load) {
    return loads.end[load] > loads.first[load];
  }

  /** Variance from a change of this shelf a moment ago. */
  private double recentVariance() {
    double age = (nowNanos - recentStepNanos) * 1e-9;
    double s = settings.couplingFraction() * recentStepGrams * Math.exp(-age / CREEP_SECONDS);
    return s * s;
  }

  /** Whether what came is as still as goods are: rests that were left again have proved it. */
  boolean still(int load) {
    boolean still = true;
    double most = greatestShare(load);
    for (int i = loads.first[load]; i < loads.end[load]; i++) {
      PlateTrack p = plates[i];
      int k = steps[i].count - 1;
      boolean newest = k >= 0 && loads.ownerOf(i, k) == load && p.state == State.MOVING;
      if (newest && Math.abs(steps[i].delta[k]) >= 0.1 * most && steps[i].delta[k] > 0) {
        still &= p.movement.still();
      }
    }
    return still;
  }

  /** Whether it counts as still only because it has lasted for so long. */
  private boolean trembles(int load) {
    for (int i = loads.first[load]; i < loads.end[load]; i++) {
      int k = steps[i].count - 1;
      if (k >= 0
          && loads.ownerOf(i, k) == load
          && plates[i].state == State.MOVING
          && steps[i].delta[k] >= TIMING_SHARE * greatestShare(load)
          && !plates[i].movement.calm()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a plate's newest step is of a load that was told. */
  boolean isTold(int i) {
    return steps[i].count > 0 && isTold(i, steps[i].count - 1);
  }

  private boolean isTold(int i, int step) {
    int load = loads.ownerOf(i, step);
    return load >= 0 && told[load];
  }

  /**
   * Nothing is told twice: plates that do not rest yet go on from where they are now, and those
   * that came back by themselves have nothing more to tell.
   */
  void absorb() {
    for (int i = 0; i < plates.length; i++) {
      boolean any = false;
      for (int k = 0; k < steps[i].count; k++) {
        any |= isTold(i, k);
      }
      if (any && search.absorbed[i]) {
        plates[i].movement.goOn(search.levelNow[i], nowNanos - LoadSearch.SO_FAR_NANOS);
      } else if (any) {
        plates[i].hasBeenTold();
      }
    }
  }

  private double greatestShare(int load) {
    return Math.abs(steps[loads.seed[load]].delta[loads.seedStep[load]]);
  }

  /** Weight of a plate's share in the load's sum: all of it, unless noise may be most of it. */
  private double weight(int load, int i, int k) {
    double leak = LEAK_SHARE * greatestShare(load);
    double share = steps[i].delta[k];
    double prior = Math.max(share * share - steps[i].variance[k], leak * leak);
    return prior / (prior + haste() * steps[i].variance[k]);
  }

  /** A faint share may be the shelf's bending as well as load: half of it, squared. */
  private double doubt(int load, int i, int k) {
    double share = steps[i].delta[k];
    return loads.isFaint(load, i, k) ? LEFT_OUT_SHARE * share * share : 0;
  }

  /** Log posterior odds that a load is goods. */
  double logOdds(int load) {
    double sum = 0;
    double variance = 0;
    double settling = 0;
    for (int i = loads.first[load]; i < loads.end[load]; i++) {
      for (int k = 0; k < steps[i].count; k++) {
        if (loads.ownerOf(i, k) == load) {
          double weight = weight(load, i, k);
          sum += weight * steps[i].delta[k];
          variance += weight * haste() * steps[i].variance[k];
          settling += weight * plates[i].movement.settlingVariance();
        }
      }
    }
    double coupled = settings.couplingFraction() * greatestShare(load);
    double idle =
        variance
            + settling
            + coupled * coupled
            + echoVariance(load)
            + crosstalkVariance(load)
            + recentVariance()
            + unseenVariance(loads.first[load], loads.end[load]);
    return evidence.logOdds(sum, Math.sqrt(variance + settling), Math.sqrt(idle));
  }

  /** Whether the plate that says most of a load lately made noise of its own. */
  boolean isSuspect(int load) {
    return plates[loads.seed[load]].health.isSuspect();
  }

  /** What a heavier load that moved at about the same time may have left here. */
  private double echoVariance(int load) {
    double greatest = 0;
    for (int other = 0; other < loads.count; other++) {
      long apart = Math.abs(loads.nanos(other) - loads.nanos(load));
      if (other != load && exists(other) && apart < ECHO_NANOS) {
        int away =
            Math.max(loads.first[load] - loads.end[other], loads.first[other] - loads.end[load]);
        greatest = Math.max(greatest, greatestShare(other) / Math.max(1, (away + 1) / 2.0));
      }
    }
    double s = LEAK_SHARE * greatest;
    return s * s;
  }

  /** What the shelves next to this one may have left here when they were loaded. */
  private double crosstalkVariance(int load) {
    double s = 0;
    for (ChangeParts other : nextTo) {
      s = Math.max(s, CROSSTALK_SHARE * other.movedAround(loads.nanos(load)));
    }
    return s * s;
  }

  private double movedAround(long nanos) {
    double moving = 0;
    for (PlateTrack p : plates) {
      boolean meanwhile = p.state == State.MOVING && p.movement.leftNanos < nanos + ECHO_NANOS / 2;
      moving += meanwhile ? Math.abs(p.movement.delta()) : 0;
    }
    return moving + recentLoads.around(nanos);
  }

  /** Tells of the shelves next to this one. */
  void nextTo(List<ChangeParts> others) {
    nextTo = List.copyOf(others);
  }

  /** What a lost plate near by may do: its load changes unseen, and is a heavy one of the prior. */
  private double unseenVariance(int from, int to) {
    double heavy = settings.typicalGoodsGrams() * Math.exp(settings.goodsLogSigma());
    double s = settings.couplingFraction() * heavy;
    for (PlateTrack p : plates) {
      if (p.state == State.LOST && near(p, from, to)) {
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

  /**
   * A load as a change of a shelf in that state, said to begin no sooner than {@code
   * notBeforeNanos}.
   */
  ShelfChange change(int load, long notBeforeNanos, ShelfState state) {
    told[load] = true;
    List<PlateDelta> deltas = new ArrayList<>(loads.end[load] - loads.first[load]);
    double most = greatestShare(load);
    double sum = 0;
    double variance = 0;
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (int i = loads.first[load]; i < loads.end[load]; i++) {
      for (int k = 0; k < steps[i].count; k++) {
        if (loads.ownerOf(i, k) != load) {
          continue;
        }
        PlateSteps s = steps[i];
        double weight = weight(load, i, k);
        double own = CORRELATION * haste() * s.variance[k] + plates[i].movement.settlingVariance();
        sum += weight * s.delta[k];
        variance += weight * own + doubt(load, i, k);
        boolean plain = s.delta[k] * s.delta[k] > PART_SIGMAS * PART_SIGMAS * own;
        if (plain || i == loads.seed[load]) {
          deltas.add(part(i, k, Math.sqrt(own), Math.abs(s.delta[k]) >= TIMING_SHARE * most));
        }
        if (Math.abs(s.delta[k]) >= TIMING_SHARE * most) {
          start = Math.min(start, s.startNanos[k]);
          end = Math.max(end, s.endNanos[k]);
        }
      }
    }
    PlateSteps seed = steps[loads.seed[load]];
    int k = loads.seedStep[load];
    variance += 0.25 * echoVariance(load);
    if (returned.isBack(loads.seed[load], seed.delta[k], seed.stepNanos[k], sum, variance)) {
      sum = returned.meanGrams;
      variance = returned.meanVariance;
    }
    returned.remember(loads.seed[load], seed.delta[k], seed.stepNanos[k], sum, variance);
    start = Math.max(start, notBeforeNanos);
    end = Math.max(start, end);
    ShelfChange.Kind kind =
        loads.unseen[load]
            ? ShelfChange.Kind.PART_UNSEEN
            : trembles(load) ? ShelfChange.Kind.UNSTEADY : ShelfChange.Kind.STILL;
    return new ShelfChange(
        id,
        start,
        end,
        Math.clamp(seed.stepNanos[k], start, end),
        seed.stepSigmaNanos[k],
        sum,
        Math.sqrt(variance),
        kind,
        deltas,
        state);
  }

  private PlateDelta part(int i, int k, double sigma, boolean timed) {
    PlateSteps s = steps[i];
    return timed
        ? new PlateDelta(plates[i].id, s.delta[k], sigma, s.stepNanos[k], s.stepSigmaNanos[k])
        : new PlateDelta(plates[i].id, s.delta[k], sigma);
  }
}
