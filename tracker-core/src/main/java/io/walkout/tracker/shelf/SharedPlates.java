package io.walkout.tracker.shelf;

/**
 * Gives a plate on which two loads border to both of them: what it read between their two moments
 * says how much is whose. Where the moments lie too near to each other, or the plate rang too much
 * meanwhile, it stays with one of them, and {@link ChangeParts} counts that as doubt.
 */
final class SharedPlates {
  /** Nearer moments leave nothing between them to look at. */
  private static final long LEAST_APART_NANOS = 90_000_000L;

  /** Of loads farther apart the plateau between is found like any other. */
  private static final long MOST_APART_NANOS = 1_500_000_000L;

  /** Of either moment this much is left out: a pack takes a tenth of a second to leave. */
  private static final long GUARD_NANOS = 35_000_000L;

  /** Samples that say as much as one independent one, see {@link StepTime}. */
  private static final double ALIKE = 4;

  /** A share must stand out so many sigmas. */
  private static final double LEAST_SIGMAS = 2.5;

  /** Loads that differ more than this do not share plates. */
  private static final double COMPARABLE_SHARE = 0.2;

  private final PlateTrack[] plates;
  private final PlateSteps[] steps;
  private final LoadSteps loads;
  private final SampleHistory history;
  private final CommonForce force;

  SharedPlates(
      PlateTrack[] plates,
      PlateSteps[] steps,
      LoadSteps loads,
      SampleHistory history,
      CommonForce force) {
    this.plates = plates;
    this.steps = steps;
    this.loads = loads;
    this.history = history;
    this.force = force;
  }

  /** Looks at every pair of loads that border on each other. */
  void divide() {
    int count = loads.count;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        if (a != b && exists(a) && exists(b) && loads.end[a] == loads.first[b]) {
          long apart = Math.abs(loads.nanos(a) - loads.nanos(b));
          boolean equals = comparable(a, b);
          if (equals && apart >= LEAST_APART_NANOS && apart <= MOST_APART_NANOS) {
            boolean given = give(loads.end[a] - 1, a, b);
            if (!given) {
              given = give(loads.first[b], b, a);
            }
          }
        }
      }
    }
  }

  /** A faint load is an edge of the other, and gets nothing. */
  private boolean comparable(int a, int b) {
    double x = Math.abs(loads.greatest(a));
    double y = Math.abs(loads.greatest(b));
    return Math.min(x, y) >= COMPARABLE_SHARE * Math.max(x, y);
  }

  private boolean exists(int load) {
    return loads.end[load] > loads.first[load];
  }

  /** Gives a part of a plate's only step to another load, if it is plainly that one's. */
  private boolean give(int plate, int owner, int other) {
    PlateSteps s = steps[plate];
    if (s.count != 1 || loads.ownerOf(plate, 0) != owner) {
      return false;
    }
    boolean ownFirst = loads.nanos(owner) < loads.nanos(other);
    long from = Math.min(loads.nanos(owner), loads.nanos(other)) + GUARD_NANOS;
    long to = Math.max(loads.nanos(owner), loads.nanos(other)) - GUARD_NANOS;
    double factor = force.factor(plates[plate]);
    double sum = 0;
    double squares = 0;
    int n = 0;
    double before = s.before;
    for (long row = history.rowAt(from); row < history.end() && history.nanosOf(row) < to; row++) {
      double y =
          history.gramsOf(row, plates[plate].shelfIndex, plates[plate].plateIndex)
              - factor * force.at(row)
              - before;
      if (!Double.isNaN(y)) {
        sum += y;
        squares += y * y;
        n++;
      }
    }
    if (n < 2) {
      return false;
    }
    double between = sum / n;
    double variance =
        (Math.max(0, squares - n * between * between) / (n - 1)
                + plates[plate].sampleSigma() * plates[plate].sampleSigma())
            * ALIKE
            / n;
    double theirs = ownFirst ? s.delta[0] - between : between;
    double own = s.delta[0] - theirs;
    boolean plain = theirs * theirs > LEAST_SIGMAS * LEAST_SIGMAS * variance;
    if (!plain || theirs * loads.greatest(other) < 0 || own * s.delta[0] < 0) {
      return false;
    }
    s.divide(between, variance);
    loads.divided(plate, ownFirst ? owner : other, ownFirst ? other : owner);
    return true;
  }
}
