package io.walkout.tracker.shelf;

/**
 * The steps of one plate between two rests: one, or several where it stood still in between. A
 * plateau between two steps counts by what it would mean: on stairs (two goods that go one after
 * the other) it may be short and rough; a rise that goes again must have been as still as goods
 * are, for else it was a hand.
 */
final class PlateSteps {
  /** Steps of one plate. */
  static final int MOST = Plateaus.MOST + 1;

  /**
   * A bin about its plateau, as a share of how far the plate moved: ringing after a lift was one to
   * five percent of it at 8 to 24 Hz, of which a tenth of a second leaves a fifth.
   */
  private static final double RING_SHARE = 0.012;

  /** Steps below this share of the lightest goods are no steps. */
  private static final double LEAST_SHARE = 0.6;

  /** And below so many sigmas of a plateau's level. */
  private static final double LEAST_SIGMAS = 4;

  /** Stairs may scatter by this share of their lesser step. */
  private static final double STAIR_SHARE = 0.06;

  /** And last so long, as hands pull a pack a little before they lift it. */
  private static final int STAIR_BINS = 4;

  /** What came and went again scatters by no more than this share of itself beyond noise. */
  private static final double BUMP_SHARE = 0.01;

  /** What went and came again may ring more, as hands push and hardly pull. */
  private static final double DIP_SHARE = 0.025;

  /**
   * What came and went again lay at one level for at least this part of its time, once it had come
   * and before it went: goods do unless somebody handles them, a hand that leans is there by
   * chance.
   */
  private static final double REST = 0.3;

  /** At one level is what lies within this share of the lesser step beyond noise. */
  private static final double REST_SHARE = 0.015;

  /** A sample at rest is looked for this far around where a step may be. */
  private static final long MARGIN_NANOS = 2 * PlateBinner.BIN_NANOS;

  private final ShelfTrackerSettings settings;
  private final SampleHistory history;
  private final Plateaus plateaus;
  private final StepTime time;
  private final CommonForce force;

  /** Number of steps; 0 if the plate takes no part. */
  int count;

  /** Level before the first step. */
  double before;

  final double[] delta = new double[MOST];
  final double[] variance = new double[MOST];
  final long[] stepNanos = new long[MOST];
  final long[] stepSigmaNanos = new long[MOST];
  final long[] startNanos = new long[MOST];
  final long[] endNanos = new long[MOST];

  PlateSteps(
      ShelfTrackerSettings settings,
      SampleHistory history,
      CommonForce force,
      Plateaus plateaus,
      StepTime time) {
    this.settings = settings;
    this.history = history;
    this.plateaus = plateaus;
    this.time = time;
    this.force = force;
  }

  /**
   * Finds the steps.
   *
   * @param before level before, its variance being {@code beforeVariance}
   * @param after level at the newest rest, likewise
   * @param fromNanos when the plate left its level
   * @param restNanos since when it rests
   */
  void find(
      PlateTrack plate,
      double before,
      double beforeVariance,
      double after,
      double afterVariance,
      long fromNanos,
      long restNanos) {
    long from = fromNanos - MARGIN_NANOS;
    double factor = force.factor(plate);
    plateaus.read(history, force, factor, plate, from, restNanos + MARGIN_NANOS);
    double reach = 0;
    for (int b = 0; b < plateaus.bins(); b++) {
      double y = plateaus.mean(b);
      reach = Double.isNaN(y) ? reach : Math.max(reach, Math.abs(y - before));
      reach = Double.isNaN(y) ? reach : Math.max(reach, Math.abs(y - after));
    }
    double sigma = Math.hypot(plate.binSigma(), RING_SHARE * reach);
    plateaus.cut(before, after, sigma);
    dropWhatIsNone(before, after, plate.binSigma());
    this.before = before;
    count = plateaus.count + 1;
    for (int k = 0; k < count; k++) {
      boolean first = k == 0;
      boolean last = k == count - 1;
      double low = first ? before : plateaus.level[k - 1];
      double high = last ? after : plateaus.level[k];
      delta[k] = high - low;
      variance[k] =
          (first ? beforeVariance : plateauVariance(k - 1, plate.binSigma()))
              + (last ? afterVariance : plateauVariance(k, plate.binSigma()));
      startNanos[k] = first ? fromNanos : plateaus.beginNanos(plateaus.to[k - 1]);
      endNanos[k] = last ? restNanos : plateaus.beginNanos(plateaus.from[k]);
      long begin = first ? from : startNanos[k] - MARGIN_NANOS;
      long end = (last ? restNanos : endNanos[k]) + MARGIN_NANOS;
      time.find(history, force, factor, plate, begin, end, low, high, plate.sampleSigma());
      stepNanos[k] = time.nanos;
      stepSigmaNanos[k] = time.sigmaNanos;
    }
  }

  /** The plate was not seen all the while: one step, somewhere between. */
  void unseen(double before, double after, double bothVariances, long fromNanos, long restNanos) {
    this.before = before;
    count = 1;
    delta[0] = after - before;
    variance[0] = bothVariances;
    startNanos[0] = fromNanos;
    endNanos[0] = restNanos;
    stepNanos[0] = fromNanos + (restNanos - fromNanos) / 2;
    stepSigmaNanos[0] =
        Math.max(PlateBinner.BIN_NANOS, Math.round((restNanos - fromNanos) / Math.sqrt(12)));
  }

  /** Makes two steps of the only one: there was a level between, so far above the first one. */
  void divide(double between, double betweenVariance) {
    delta[1] = delta[0] - between;
    delta[0] = between;
    variance[1] = variance[0] + betweenVariance;
    variance[0] += betweenVariance;
    stepNanos[1] = stepNanos[0];
    stepSigmaNanos[1] = stepSigmaNanos[0];
    startNanos[1] = startNanos[0];
    endNanos[1] = endNanos[0];
    count = 2;
  }

  private double plateauVariance(int k, double noise) {
    int n = plateaus.to[k] - plateaus.from[k];
    double scatter = Math.max(plateaus.scatter[k], noise);
    // Neighbouring bins are alike: as if there were half as many, see CORRELATION of changes.
    return 2.2 * scatter * scatter / n;
  }

  /**
   * Drops plateaus one by one, those of the least step first, until all that remain hold. Two that
   * share their least step can't both be judged by it: the rougher one is a hand at the goods of
   * the other.
   */
  private void dropWhatIsNone(double before, double after, double noise) {
    int worst = worst(before, after, noise);
    while (worst >= 0) {
      plateaus.drop(worst);
      worst = worst(before, after, noise);
    }
  }

  private int worst(double before, double after, double noise) {
    int worst = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < plateaus.count; k++) {
      double low = k == 0 ? before : plateaus.level[k - 1];
      double high = k == plateaus.count - 1 ? after : plateaus.level[k + 1];
      double up = plateaus.level[k] - low;
      double on = high - plateaus.level[k];
      double lesser = Math.min(Math.abs(up), Math.abs(on));
      boolean rougher = lesser == least && plateaus.scatter[k] > plateaus.scatter[worst];
      if ((lesser < least || rougher) && !holds(k, up, on, noise)) {
        least = lesser;
        worst = k;
      }
    }
    return worst;
  }

  private boolean holds(int k, double up, double on, double noise) {
    int n = plateaus.to[k] - plateaus.from[k];
    double lesser = Math.min(Math.abs(up), Math.abs(on));
    double scatter = plateaus.scatter[k];
    if (lesser < LEAST_SHARE * settings.lightestGoodsGrams()
        || lesser < LEAST_SIGMAS * Math.sqrt(plateauVariance(k, noise))) {
      return false;
    }
    if (up * on > 0) {
      return n >= STAIR_BINS && scatter <= Math.hypot(2 * noise, STAIR_SHARE * lesser);
    }
    boolean rise = up > 0;
    long needed = rise ? settings.restAfterRiseNanos() : settings.restAfterFallNanos();
    double share = rise ? BUMP_SHARE : DIP_SHARE;
    return (n + 1) * PlateBinner.BIN_NANOS > needed
        && plateaus.calm[k] <= Math.hypot(2 * noise, share * lesser)
        && (!rise || plateaus.shareAtRest(k, Math.hypot(3 * noise, REST_SHARE * lesser)) > REST);
  }
}
