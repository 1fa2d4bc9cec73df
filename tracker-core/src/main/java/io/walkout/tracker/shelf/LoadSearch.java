package io.walkout.tracker.shelf;

import io.walkout.tracker.shelf.PlateTrack.State;

/**
 * Looks again at how the plates of a group moved, once they rest: at those that came back by
 * themselves, and at those that still ring, too. Its steps and loads are valid until the next look.
 */
final class LoadSearch {
  /** Over this time a plate that does not rest yet is averaged. */
  static final long SO_FAR_NANOS = 500_000_000L;

  /** A plate that rings by more than this share of its step can't be told from a hand. */
  private static final double RINGING_SHARE = 0.1;

  /** And by so much of its neighbour's step; both of means of a tenth of a second. */
  private static final double FAR_RINGING_SHARE = 0.012;

  private final PlateTrack[] plates;
  private final MovingGroups groups;
  private final SampleHistory history;
  private final CommonForce force;
  private final SharedPlates shared;
  private final boolean[] found;
  private long nowNanos;

  /** Steps of each plate. */
  final PlateSteps[] steps;

  /** The loads that they are of. */
  final LoadSteps loads;

  /** Plates that do not rest yet, and were taken as they were; */
  final boolean[] absorbed;

  /** their level then. */
  final double[] levelNow;

  LoadSearch(
      PlateTrack[] plates,
      MovingGroups groups,
      ShelfTrackerSettings settings,
      SampleHistory history) {
    this.plates = plates;
    this.groups = groups;
    this.history = history;
    force = new CommonForce(history);
    Plateaus plateaus = new Plateaus();
    StepTime time = new StepTime();
    steps = new PlateSteps[plates.length];
    for (int i = 0; i < plates.length; i++) {
      steps[i] = new PlateSteps(settings, history, force, plateaus, time);
    }
    loads = new LoadSteps(plates, steps);
    shared = new SharedPlates(plates, steps, loads, history, force);
    absorbed = new boolean[plates.length];
    levelNow = new double[plates.length];
    found = new boolean[plates.length];
  }

  /** Finds the loads that a group of plates, now at rest, lost and got. */
  void find(int group, long now) {
    nowNanos = now;
    long since = Long.MAX_VALUE;
    for (int i = 0; i < plates.length; i++) {
      if (groups.hasRested(group, i)) {
        since = Math.min(since, plates[i].movement.leftNanos);
      }
    }
    collectForce(group, since);
    for (int i = 0; i < plates.length; i++) {
      steps[i].count = 0;
      absorbed[i] = false;
      if (groups.hasRested(group, i)) {
        moved(i);
      } else if (plates[i].cameBackSince(since) && besideOne(group, i)) {
        cameBack(i);
      } else if (groups.has(group, i) && !soFar(group, i)) {
        steps[i].count = 0;
      }
    }
    loads.gather();
    shared.divide();
  }

  /** Sums up what plates felt that are back where they were, if it was no still load. */
  private void collectForce(int group, long since) {
    force.clear(since, nowNanos);
    for (int i = 0; i < plates.length; i++) {
      boolean rested = groups.hasRested(group, i) && !plates[i].movement.interrupted;
      if ((rested && plates[i].isBack()) || plates[i].cameBackSince(since)) {
        if (rested) {
          moved(i);
        } else {
          cameBack(i);
        }
        if (steps[i].count <= 1) {
          found[i] = true;
        }
      }
    }
    for (int i = 0; i < plates.length; i++) {
      if (found[i]) {
        force.add(plates[i], plates[i].movement.level);
        found[i] = false;
      }
    }
  }

  private void moved(int i) {
    PlateTrack p = plates[i];
    Movement m = p.movement;
    if (m.interrupted) {
      steps[i].unseen(m.level, m.rest.mean(), p.deltaVariance(), m.leftNanos, m.rest.startNanos);
    } else {
      double old = p.deltaVariance() - m.rest.variance();
      long from = m.leftNanos;
      steps[i].find(p, m.level, old, m.rest.mean(), m.rest.variance(), from, m.rest.startNanos);
    }
  }

  private void cameBack(int i) {
    PlateTrack p = plates[i];
    double level = p.movement.level;
    double v = p.movement.rest.variance();
    steps[i].find(p, level, v, level, v, p.movement.leftNanos, p.movement.rest.startNanos);
    if (steps[i].count == 1) {
      steps[i].count = 0;
    }
  }

  /**
   * A plate of the group that does not rest yet, by its newest half second: it rings on, or gives
   * no more than a trace. False if it can't be told where it is.
   */
  private boolean soFar(int group, int i) {
    PlateTrack p = plates[i];
    Movement m = p.movement;
    long from = nowNanos - SO_FAR_NANOS;
    if (p.state != State.MOVING || m.interrupted || m.leftNanos > from) {
      return false;
    }
    double sum = 0;
    double squares = 0;
    int bins = 0;
    for (long bin = from; bin < nowNanos; bin += PlateBinner.BIN_NANOS) {
      double y = history.mean(p, bin, bin + PlateBinner.BIN_NANOS) - m.level;
      if (Double.isNaN(y)) {
        return false;
      }
      sum += y;
      squares += y * y;
      bins++;
    }
    double mean = sum / bins;
    double scatter = Math.sqrt(Math.max(0, squares / bins - mean * mean) * bins / (bins - 1));
    double ringing =
        Math.max(RINGING_SHARE * Math.abs(mean), FAR_RINGING_SHARE * greatestBeside(group, i));
    if (scatter > Math.max(2 * p.binSigma(), ringing)) {
      return false;
    }
    double v =
        ChangeParts.CORRELATION * Math.max(scatter * scatter, p.binSigma() * p.binSigma()) / bins;
    double old = p.deltaVariance() - m.rest.variance();
    absorbed[i] = true;
    levelNow[i] = m.level + mean;
    steps[i].find(p, m.level, old, m.level + mean, v, m.leftNanos, from);
    return true;
  }

  private double greatestBeside(int group, int i) {
    double greatest = 0;
    for (int j = Math.max(0, i - 2); j < Math.min(plates.length, i + 3); j++) {
      if (groups.hasRested(group, j)
          && Math.abs(plates[j].plateIndex - plates[i].plateIndex) <= 2) {
        greatest = Math.max(greatest, Math.abs(plates[j].movement.delta()));
      }
    }
    return greatest;
  }

  private boolean besideOne(int group, int i) {
    for (int j = 0; j < plates.length; j++) {
      if (groups.hasRested(group, j)
          && Math.abs(plates[j].plateIndex - plates[i].plateIndex) <= MovingGroups.NEAR_PLATES) {
        return true;
      }
    }
    return false;
  }
}
