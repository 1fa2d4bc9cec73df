package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;

/**
 * One plate, bin by bin: its level while quiet, and while it moves the newest level it may have
 * come to rest on.
 *
 * <p>Model: level = random walk (drift); bin = level + noise of {@link PlateNoise}. While quiet the
 * level is a scalar Kalman filter; leaving it is told by one innovation of more than 4.5 sigma or
 * by Page's two-sided CUSUM (E. S. Page, "Continuous inspection schemes", Biometrika 1954) of the
 * innovations in sigmas, which finds small steps on noisy plates. Where it came to rest is told by
 * {@link RestRun}. What a rest means is not decided here.
 */
final class PlateTrack {
  /** Where a plate stands. */
  enum State {
    /** Gives no numbers, or one that never changes. */
    ABSENT,
    /** Its level and noise are being learned. */
    LEARNING,
    /** Agrees with its level. */
    QUIET,
    /** Left its level and has not been judged yet. */
    MOVING
  }

  private static final int LEARN_BINS = 10;
  private static final int LEARN_AT_MOST = 50;
  private static final int LOST_AFTER_BINS = 5;
  private static final double ALARM_SIGMAS = 4.5;

  /**
   * Page's reference value and limit: about 160 000 quiet bins between false alarms, if Gaussian.
   */
  private static final double CUSUM_SLACK = 1;

  private static final double CUSUM_LIMIT = 6;

  /** A bin belongs to a rest if it lies this near its mean, in sigmas, */
  private static final double REST_SIGMAS = 3.5;

  /**
   * or, after a fall, within this share of it: what is gone need not be known better while the rest
   * still rings.
   */
  private static final double REST_SHARE = 0.015;

  /**
   * Goods that rest tremble less than this share of their weight beyond noise and shaking; the
   * force of a steady hand varies by 1 % and more (chosen; steadiness of 2 to 5 % is usual for a
   * hand).
   */
  private static final double TREMBLE_SHARE = 0.004;

  /** A movement that got no farther than this and came back was noise, and the noise is greater. */
  private static final double FALSE_ALARM_SIGMAS = 7;

  /**
   * Bins of resting goods scatter no more than this beyond their noise, in sigmas of chi-square.
   */
  private static final double SWAY_SIGMAS = 2.5;

  final PlateId id;
  final int plateIndex;
  private final ShelfTrackerSettings settings;
  private final Tally tally;
  private final PlateNoise noise;
  private final double driftVariancePerSecond;
  private final double[] firstMeans = new double[LEARN_BINS];
  private final double[] firstDeviations = new double[LEARN_BINS];
  private final double[] scratch = new double[LEARN_BINS];
  private int firstBins;
  private int learning;
  private int missing;
  private double cusumUp;
  private double cusumDown;
  private long cusumUpNanos;
  private long cusumDownNanos;
  private boolean suspect;
  private boolean recruited;
  private boolean unsettled;
  private long suspectNanos;
  private long lastBinNanos;

  /** Where it stands. */
  State state = State.ABSENT;

  /** Level while quiet; the old level while moving. */
  double level;

  /** Variance of {@link #level}. */
  double levelVariance;

  /** While moving: the newest rest. */
  final RestRun rest = new RestRun();

  /** While moving: last moment of the old level. */
  long moveNanos;

  /** While moving: the greatest shake seen, grams within a bin, its own hand-made part left out. */
  double shake;

  /** While moving: farthest from the old level, grams. */
  double reach;

  PlateTrack(PlateId id, ShelfTrackerSettings settings, Tally tally) {
    this.id = id;
    this.plateIndex = id.plate() - 1;
    this.settings = settings;
    this.tally = tally;
    noise = new PlateNoise(settings.resolutionGrams());
    double drift = settings.driftGramsPerRootSecond();
    driftVariancePerSecond = drift * drift;
  }

  /** How much more it shakes in this bin than usual; NaN if it can't tell. */
  double agitation(double grams, double deviation) {
    boolean known = state == State.QUIET || state == State.MOVING;
    return known && !Double.isNaN(grams) ? noise.agitation(deviation) : Double.NaN;
  }

  /**
   * Takes one bin.
   *
   * @param grams mean of the bin; NaN if missing
   * @param deviation of the samples within it
   * @param agitation of its shelf, 1 = usual
   */
  void step(double grams, double deviation, double agitation, long startNanos, long endNanos) {
    if (Double.isNaN(grams)) {
      miss();
      return;
    }
    missing = 0;
    switch (state) {
      case ABSENT -> appear(grams, deviation);
      case LEARNING -> learn(grams, deviation);
      case QUIET -> quiet(grams, deviation, agitation, startNanos, endNanos);
      case MOVING -> moving(grams, deviation, agitation, startNanos, endNanos);
    }
    lastBinNanos = endNanos;
  }

  private void miss() {
    if (state != State.ABSENT && ++missing >= LOST_AFTER_BINS) {
      state = State.ABSENT;
      tally.platesLost++;
    }
  }

  private void appear(double grams, double deviation) {
    state = State.LEARNING;
    firstBins = 0;
    learning = 0;
    learn(grams, deviation);
  }

  private void learn(double grams, double deviation) {
    firstMeans[firstBins] = grams;
    firstDeviations[firstBins++] = deviation;
    learning++;
    if (firstBins < LEARN_BINS) {
      return;
    }
    noise.start(firstMeans, firstDeviations, LEARN_BINS, scratch);
    int half = LEARN_BINS / 2;
    double early = average(firstMeans, 0, half);
    double late = average(firstMeans, half, LEARN_BINS);
    double sigma = noise.sigma(1, 0);
    if (Math.abs(late - early) < 4 * sigma || learning >= LEARN_AT_MOST) {
      level = 0.5 * (early + late);
      levelVariance = sigma * sigma / half + 0.25 * (late - early) * (late - early);
      becomeQuiet();
      return;
    }
    System.arraycopy(firstMeans, half, firstMeans, 0, half);
    System.arraycopy(firstDeviations, half, firstDeviations, 0, half);
    firstBins = half;
  }

  private static double average(double[] values, int from, int to) {
    double total = 0;
    for (int i = from; i < to; i++) {
      total += values[i];
    }
    return total / (to - from);
  }

  private void becomeQuiet() {
    state = State.QUIET;
    cusumUp = 0;
    cusumDown = 0;
    suspect = false;
  }

  private void quiet(double grams, double deviation, double agitation, long start, long end) {
    double sigma = noise.sigma(agitation, deviation);
    double predicted = levelVariance + driftVariance(end);
    double residual = grams - level;
    double z = residual / Math.sqrt(predicted + sigma * sigma);
    page(z, start);
    if (Math.abs(z) < 1.5) {
      suspect = false;
    } else if (!suspect) {
      suspect = true;
      suspectNanos = start;
    }
    boolean leap = Math.abs(z) > ALARM_SIGMAS;
    if (leap || cusumUp > CUSUM_LIMIT || cusumDown > CUSUM_LIMIT) {
      long crept = cusumUp > cusumDown ? cusumUpNanos : cusumDownNanos;
      move(leap && suspect ? suspectNanos : crept);
      moving(grams, deviation, agitation, start, end);
      return;
    }
    double gain = predicted / (predicted + sigma * sigma);
    level += gain * residual;
    levelVariance = (1 - gain) * predicted;
    noise.learn(residual, deviation, agitation);
  }

  private void move(long sinceNanos) {
    state = State.MOVING;
    moveNanos = sinceNanos;
    shake = 0;
    reach = 0;
    rest.bins = 0;
    recruited = false;
    unsettled = false;
  }

  /**
   * A neighbour moves and has not come to rest: this plate may bear a share too small to notice. If
   * quiet, its level is frozen as it was; and its rest begins anew, no sooner than the neighbour's.
   */
  void recruit(PlateTrack neighbour) {
    if (state == State.QUIET) {
      move(neighbour.moveNanos);
      recruited = true;
    }
    unsettled |= recruited && state == State.MOVING;
  }

  /** Whether it moves by itself and its newest rest has only begun. */
  boolean leads() {
    return state == State.MOVING && !recruited && rest.bins <= 1;
  }

  /** One step of Page's test for either sign; a single bin counts at most as four sigmas. */
  private void page(double z, long start) {
    double bounded = Math.clamp(z, -4.0, 4.0);
    if (cusumUp == 0) {
      cusumUpNanos = start;
    }
    if (cusumDown == 0) {
      cusumDownNanos = start;
    }
    cusumUp = Math.max(0, cusumUp + bounded - CUSUM_SLACK);
    cusumDown = Math.max(0, cusumDown - bounded - CUSUM_SLACK);
  }

  private void moving(double grams, double deviation, double agitation, long start, long end) {
    double sigma = noise.sigma(agitation, deviation);
    double usual = agitation * noise.inner();
    shake = Math.max(shake, (agitation - 1) * noise.inner());
    reach = Math.max(reach, Math.abs(grams - level));
    if (rest.bins == 0 || unsettled) {
      unsettled = false;
      rest.restart(grams, sigma, deviation, usual, start, end);
      return;
    }
    double away = grams - rest.mean();
    double share = REST_SHARE * Math.max(0, level - rest.mean());
    double limit = REST_SIGMAS * REST_SIGMAS * (sigma * sigma + rest.variance()) + share * share;
    if (away * away > limit) {
      rest.restart(grams, sigma, deviation, usual, start, end);
    } else {
      rest.add(grams, sigma, noise.sigma(agitation, 0), deviation, usual, end);
      if (!recruited && rest.bins >= 4 && backAtOldLevel()) {
        if (reach < FALSE_ALARM_SIGMAS * sigma) {
          noise.alarm();
        }
        level += gainOfRest() * delta();
        becomeQuiet();
      } else if (creeps()) {
        rest.restart(grams, sigma, deviation, usual, start, end);
      }
    }
  }

  private boolean backAtOldLevel() {
    double d = delta();
    return d * d < 1.5 * 1.5 * deltaVariance();
  }

  private double gainOfRest() {
    double old = levelVariance + driftVariance(rest.endNanos);
    return old / (old + rest.variance());
  }

  private boolean creeps() {
    double limit = REST_SIGMAS * REST_SIGMAS * rest.creepVariance();
    double share = REST_SHARE * Math.max(0, -delta());
    return rest.creep() * rest.creep() > limit + share * share;
  }

  /** While moving: the newest rest minus the old level, grams. */
  double delta() {
    return rest.mean() - level;
  }

  /** Variance of {@link #delta} from noise and drift. */
  double deltaVariance() {
    return levelVariance + rest.variance() + driftVariance(rest.endNanos);
  }

  private double driftVariance(long untilNanos) {
    long sinceNanos = state == State.MOVING ? moveNanos : lastBinNanos;
    double seconds = Math.clamp((untilNanos - sinceNanos) * 1e-9, 0, 3600);
    return driftVariancePerSecond * seconds;
  }

  /** Variance of a lasting step that the shake itself may have left. */
  double settlingVariance() {
    double s = settings.settlingFraction() * shake;
    return s * s;
  }

  /**
   * Whether it has rested for long enough to be judged. What bears more than before must also be as
   * still as goods are: a hand that leans on it trembles and sways.
   */
  boolean rested() {
    if (state != State.MOVING || rest.bins < 3) {
      return false;
    }
    boolean rise = delta() > 0;
    long needed = rise ? settings.restAfterRiseNanos() : settings.restAfterFallNanos();
    // Half a bin of slack for jitter between the bins of a rest.
    long rested = rest.lengthNanos() + PlateBinner.BIN_NANOS / 2;
    if (rise && (rest.tremble() > TREMBLE_SHARE * delta() || rest.sway() > SWAY_SIGMAS)) {
      return rested >= 2 * settings.longestRestNanos();
    }
    return rested >= needed;
  }

  /** Whether its newest rest is a number that never changes, on a plate that used to be alive. */
  boolean stuck() {
    return rest.flat && rest.bins >= 3 && noise.inner() > 0.15;
  }

  /**
   * Ends the movement.
   *
   * @param stepped whether the newest rest is the level now; otherwise the old one stays, and the
   *     rest counts as one more measurement of it
   */
  void settle(boolean stepped) {
    if (stepped) {
      level = rest.mean();
      levelVariance = rest.variance();
    } else {
      level += gainOfRest() * delta();
    }
    becomeQuiet();
  }

  /** Drops what is known; it is learned again once the plate speaks. */
  void forget() {
    state = State.ABSENT;
  }
}
