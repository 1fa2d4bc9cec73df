package io.walkout.tracker.shelf;

import io.walkout.tracker.shelf.PlateTrack.State;

/**
 * Puts the steps of a shelf's plates together to loads: what went or came at one moment on plates
 * side by side is one load; what did so at another moment, or with an untouched plate between, is
 * another. Greatest steps first; a load ends where its share has become faint.
 */
final class LoadSteps {
  /** Loads told apart in one judgement; of more the faintest are left out. */
  static final int MOST = 24;

  /** A share below this part of the load's greatest is faint: leakage, or the edge of a pack. */
  private static final double FAINT_SHARE = 0.08;

  /** Faint shares on each side of a load that still are its own. */
  private static final int FAINT_PLATES = 2;

  /** How far apart the plates of one pack may be left, beyond what is known of their times. */
  private static final double TILT_NANOS = 45e6;

  /** The same for a small share, on which a hand's press shows more than the load. */
  private static final double SMALL_TILT_NANOS = 120e6;

  /** A share is small below this part of the load's greatest. */
  private static final double SMALL_SHARE = 0.3;

  /** And for a faint one, whose time says little. */
  private static final double FAINT_NANOS = 800e6;

  /**
   * Two loads of opposite sign at one moment, of one mass, were one that was pushed along: what a
   * plate loses the next one gets at once. Beyond what is known of the moments they may differ by
   * this, as a pack tips over the edge.
   */
  private static final double PUSH_NANOS = 10e6;

  private static final double PUSH_SHARE = 0.03;

  /** Or within so many sigmas of it. */
  private static final double PUSH_SIGMAS = 4;

  private final PlateTrack[] plates;
  private final PlateSteps[] steps;
  private final int[][] owner;

  /** Whether what moves at one moment is one load wherever it is on the shelf. */
  boolean placeIsUnknown;

  /** Loads found, greatest first. */
  int count;

  /** Of each load: the plate with its greatest share, */
  final int[] seed = new int[MOST];

  /** that plate's step, */
  final int[] seedStep = new int[MOST];

  /** the first plate of it, */
  final int[] first = new int[MOST];

  /** the one after its last, */
  final int[] end = new int[MOST];

  /** and whether a plate amid it gives no numbers. */
  final boolean[] unseen = new boolean[MOST];

  LoadSteps(PlateTrack[] plates, PlateSteps[] steps) {
    this.plates = plates;
    this.steps = steps;
    owner = new int[plates.length][PlateSteps.MOST];
  }

  /** Finds the loads of all steps there are. */
  void gather() {
    for (int[] of : owner) {
      java.util.Arrays.fill(of, -1);
    }
    count = 0;
    while (count < MOST && nextSeed()) {
      int load = count++;
      owner[seed[load]][seedStep[load]] = load;
      first[load] = seed[load];
      end[load] = seed[load] + 1;
      unseen[load] = false;
      grow(load, -1);
      grow(load, 1);
    }
    for (int load = 0; load < count; load++) {
      pushed(load);
    }
  }

  /** Which load a plate's step belongs to; -1 for none. */
  int ownerOf(int plate, int step) {
    return owner[plate][step];
  }

  private double delta(int plate, int step) {
    return steps[plate].delta[step];
  }

  private double seedDelta(int load) {
    return steps[seed[load]].delta[seedStep[load]];
  }

  /** When the load went or came. */
  long nanos(int load) {
    return steps[seed[load]].stepNanos[seedStep[load]];
  }

  private boolean nextSeed() {
    int plate = -1;
    int step = -1;
    double most = 0;
    for (int i = 0; i < plates.length; i++) {
      for (int k = 0; k < steps[i].count; k++) {
        double size = Math.abs(delta(i, k));
        boolean plain = size * size > 4 * steps[i].variance[k];
        if (owner[i][k] < 0 && plain && size > most) {
          most = size;
          plate = i;
          step = k;
        }
      }
    }
    seed[count] = plate;
    seedStep[count] = step;
    return plate >= 0;
  }

  private void grow(int load, int direction) {
    int faint = 0;
    int last = seed[load];
    int i = last + direction;
    while (i >= 0 && i < plates.length && (placeIsUnknown || faint < FAINT_PLATES)) {
      if (!placeIsUnknown && Math.abs(plates[i].plateIndex - plates[last].plateIndex) > 2) {
        return;
      }
      boolean lost = plates[i].state == State.LOST || plates[i].state == State.ABSENT;
      int step = lost ? -1 : match(load, i);
      if (step < 0 && !lost && !placeIsUnknown) {
        return;
      }
      if (step >= 0) {
        owner[i][step] = load;
        faint += isFaint(load, i, step) ? 1 : 0;
        first[load] = Math.min(first[load], i);
        end[load] = Math.max(end[load], i + 1);
      }
      unseen[load] |= lost && !placeIsUnknown;
      last = i;
      i += direction;
    }
  }

  /** Whether a plate's share is so small that it may be leakage. */
  boolean isFaint(int load, int plate, int step) {
    return Math.abs(delta(plate, step)) < FAINT_SHARE * Math.abs(seedDelta(load));
  }

  /** The step of a plate that is of this load; -1 if none is. */
  private int match(int load, int plate) {
    int best = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < steps[plate].count; k++) {
      double apart = Math.abs((double) steps[plate].stepNanos[k] - nanos(load));
      boolean alike = delta(plate, k) * seedDelta(load) > 0 || isFaint(load, plate, k);
      if (owner[plate][k] < 0 && alike && apart < nearest && apart <= tolerance(load, plate, k)) {
        nearest = apart;
        best = k;
      }
    }
    return best;
  }

  private double tolerance(int load, int plate, int step) {
    if (isFaint(load, plate, step)) {
      boolean meanwhile =
          nanos(load) >= steps[plate].startNanos[step]
              && nanos(load) <= steps[plate].endNanos[step];
      if (meanwhile) {
        return Double.POSITIVE_INFINITY;
      }
      return FAINT_NANOS + 2.0 * Math.min((double) steps[plate].stepSigmaNanos[step], 1e9);
    }
    double known =
        Math.hypot(
            (double) steps[plate].stepSigmaNanos[step],
            (double) steps[seed[load]].stepSigmaNanos[seedStep[load]]);
    double ratio = Math.abs(delta(plate, step) / seedDelta(load));
    return 2 * known + (ratio < SMALL_SHARE ? SMALL_TILT_NANOS : TILT_NANOS);
  }

  /** A plate's only step became two, of one load each. */
  void divided(int plate, int earlier, int later) {
    owner[plate][0] = earlier;
    owner[plate][1] = later;
    for (int load : new int[] {earlier, later}) {
      if (seed[load] == plate) {
        seedStep[load] = load == earlier ? 0 : 1;
      }
      first[load] = Math.min(first[load], plate);
      end[load] = Math.max(end[load], plate + 1);
    }
  }

  /** The greatest share of a load, grams. */
  double greatest(int load) {
    return seedDelta(load);
  }

  /** Joins a load with the one beside it that it was pushed to. */
  private void pushed(int load) {
    for (int other = 0; other < count; other++) {
      double a = sum(load);
      double b = sum(other);
      boolean beside = first[load] <= end[other] && first[other] <= end[load];
      if (other != load
          && beside
          && a * b < 0
          && Math.abs(a + b) < pushed(load, other, Math.min(Math.abs(a), Math.abs(b)))
          && isOneMoment(load, other)) {
        join(load, other);
      }
    }
  }

  private boolean isOneMoment(int load, int other) {
    double known =
        Math.hypot(
            (double) steps[seed[load]].stepSigmaNanos[seedStep[load]],
            (double) steps[seed[other]].stepSigmaNanos[seedStep[other]]);
    return Math.abs((double) nanos(load) - nanos(other)) <= PUSH_NANOS + 1.5 * known;
  }

  /** What two shares of one push may differ by, grams. */
  private double pushed(int load, int other, double lesser) {
    double variance =
        steps[seed[load]].variance[seedStep[load]] + steps[seed[other]].variance[seedStep[other]];
    return Math.max(PUSH_SHARE * lesser, PUSH_SIGMAS * Math.sqrt(variance));
  }

  private void join(int into, int from) {
    for (int[] of : owner) {
      for (int k = 0; k < of.length; k++) {
        of[k] = of[k] == from ? into : of[k];
      }
    }
    first[into] = Math.min(first[into], first[from]);
    end[into] = Math.max(end[into], end[from]);
    unseen[into] |= unseen[from];
    first[from] = 0;
    end[from] = 0;
  }

  /** All shares of a load, grams. */
  double sum(int load) {
    double sum = 0;
    for (int i = first[load]; i < end[load]; i++) {
      for (int k = 0; k < steps[i].count; k++) {
        sum += owner[i][k] == load ? delta(i, k) : 0;
      }
    }
    return sum;
  }
}
