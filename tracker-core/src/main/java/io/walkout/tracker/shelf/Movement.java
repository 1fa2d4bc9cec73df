package io.walkout.tracker.shelf;

/**
 * A plate away from its level: where it has been since it left it, and the newest level it may have
 * come to rest on.
 */
final class Movement {
  /** A bin belongs to a rest if it lies this near its mean, in sigmas, */
  private static final double REST_SIGMAS = 3.5;

  /**
   * or, after a fall, within this share of it: what is gone need not be known better while the rest
   * still rings.
   */
  private static final double REST_SHARE = 0.015;

  /**
   * Goods that rest tremble less than this share of their weight beyond noise and shaking; the
   * force of a steady hand varies by 1 % and more (chosen; 2 to 5 % is usual for a hand).
   */
  private static final double TREMBLE_SHARE = 0.004;

  /** Bins of resting goods scatter no more than this beyond noise, in sigmas of chi-square. */
  private static final double SWAY_SIGMAS = 2.5;

  /** And while they still ring, no more than this: a hand that eases off sways on. */
  private static final double DYING_SWAY_SIGMAS = 1;

  /** Bins that are remembered: 6.4 s, to find where the last part of a movement began. */
  private static final int HISTORY = 64;

  /** Nearer to the old level than this share of the step, a plate has not been unloaded yet. */
  private static final double NEAR_SHARE = 0.1;

  /** After a loss a plate must rest for as long as a new one is learned. */
  private static final long REST_AFTER_LOSS_NANOS = 1_000_000_000L;

  private final ShelfTrackerSettings settings;
  private final double[] binOf = new double[HISTORY];
  private final long[] startOf = new long[HISTORY];
  private int bins;
  private boolean waits;

  /** The newest rest. */
  final RestRun rest = new RestRun();

  /** When the plate left its level. */
  long leftNanos;

  /** Level before. */
  double level;

  /** Farthest from the old level, grams. */
  double reach;

  /** Greatest shake of its shelf, grams of deviation within a bin. */
  double shake;

  /** Whether it only moves along with a neighbour, in case it bears a share of that one's load. */
  boolean recruited;

  /** Whether the plate was lost meanwhile: nobody saw how it left its level. */
  boolean interrupted;

  /** Whether its rest may be judged: after an interruption {@link LossWatch} must say so. */
  boolean cleared;

  Movement(ShelfTrackerSettings settings) {
    this.settings = settings;
  }

  /** Begins: the plate left {@code oldLevel} at {@code sinceNanos}. */
  void begin(double oldLevel, long sinceNanos, boolean asRecruit) {
    level = oldLevel;
    leftNanos = sinceNanos;
    recruited = asRecruit;
    interrupted = false;
    cleared = true;
    reach = 0;
    shake = 0;
    bins = 0;
    rest.bins = 0;
    waits = false;
  }

  /** Goes on after the plate was lost; what it did before does not say when the rest began. */
  void resume() {
    bins = 0;
    recruited = false;
    interrupted = true;
    cleared = false;
    waits = false;
    rest.bins = 0;
  }

  /** Goes on from another level: what it did until then has been told. */
  void goOn(double fromLevel, long sinceNanos) {
    level = fromLevel;
    leftNanos = sinceNanos;
    reach = 0;
  }

  /** The rest of a recruit begins no sooner than that of its neighbour. */
  void waitForNeighbour() {
    waits |= recruited;
  }

  /**
   * Takes a bin.
   *
   * @param sigma of its mean
   * @param calmSigma the same without the plate's own trembling
   * @param usual deviation within a bin if nothing touched the plate
   */
  void add(
      double grams,
      double sigma,
      double calmSigma,
      double deviation,
      double usual,
      long start,
      long end) {
    binOf[bins % HISTORY] = grams;
    startOf[bins++ % HISTORY] = start;
    reach = Math.max(reach, Math.abs(grams - level));
    boolean agrees = rest.bins > 0 && !waits && agrees(grams, sigma);
    waits = false;
    if (agrees) {
      rest.add(grams, sigma, calmSigma, deviation, usual, end);
    }
    if (!agrees || creeps()) {
      rest.restart(grams, sigma, deviation, usual, start, end);
    }
  }

  private boolean agrees(double grams, double sigma) {
    double away = grams - rest.mean();
    double share = REST_SHARE * Math.max(0, -delta());
    double variance = sigma * sigma + rest.variance();
    return away * away <= REST_SIGMAS * REST_SIGMAS * variance + share * share;
  }

  private boolean creeps() {
    double share = REST_SHARE * Math.max(0, -delta());
    double limit = REST_SIGMAS * REST_SIGMAS * rest.creepVariance() + share * share;
    return rest.creep() * rest.creep() > limit;
  }

  /** Variance of a lasting step that the shake itself may have left. */
  double settlingVariance() {
    double s = settings.settlingFraction() * shake;
    return s * s;
  }

  /** The newest rest minus the old level, grams. */
  double delta() {
    return rest.mean() - level;
  }

  /** Whether it has rested for long enough to be judged. */
  boolean rested() {
    long needed = delta() < 0 ? settings.restAfterFallNanos() : settings.restAfterRiseNanos();
    needed = interrupted ? Math.max(needed, REST_AFTER_LOSS_NANOS) : needed;
    // Half a bin of slack for jitter between the bins of a rest.
    return rest.bins >= 3 && rest.lengthNanos() + PlateBinner.BIN_NANOS / 2 >= needed;
  }

  /**
   * Whether what the plate bears more than before is as still as goods are: a hand that leans on it
   * trembles and sways, but not for ever.
   */
  boolean still() {
    return calm() || rest.lengthNanos() >= 2 * settings.longestRestNanos();
  }

  /** The same, however long it has lasted. */
  boolean calm() {
    return delta() < 0
        || (rest.sway() <= SWAY_SIGMAS && rest.tremble() <= TREMBLE_SHARE * delta())
        || (rest.sway() <= DYING_SWAY_SIGMAS && rest.dies());
  }

  /**
   * The last moment of the old level: the end of the last two bins in a row, before the rest, that
   * lie nearer to it than a tenth of the step; if none is remembered, when it left the level.
   */
  long startNanos() {
    double near = NEAR_SHARE * Math.abs(delta());
    int oldest = Math.max(0, bins - HISTORY);
    boolean nextNear = false;
    for (int i = bins - 1; i >= oldest; i--) {
      boolean before = startOf[i % HISTORY] < rest.startNanos;
      boolean isNear = before && Math.abs(binOf[i % HISTORY] - level) < near;
      if (isNear && nextNear) {
        return Math.max(leftNanos, startOf[(i + 2) % HISTORY]);
      }
      nextNear = isNear;
    }
    return leftNanos;
  }
}
