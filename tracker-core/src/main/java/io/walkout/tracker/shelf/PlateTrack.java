package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateTrouble;

/**
 * One plate, bin by bin: its level while quiet, and while it moves its {@link Movement}.
 *
 * <p>Model: level = random walk (drift), {@link PlateLevel}; bin = level + noise of {@link
 * PlateNoise}. That the plate left its level is told by {@link Departure}. What a new rest means is
 * not decided here.
 */
final class PlateTrack {
  /** Where a plate stands. */
  enum State {
    /** Nothing is known of it. */
    ABSENT,
    /** Gives no numbers, or one that never changes; its old level is kept for when it returns. */
    LOST,
    /** Its level and noise are being learned. */
    LEARNING,
    /** Agrees with its level. */
    QUIET,
    /** Left its level and has not been judged yet. */
    MOVING
  }

  /** Missing bins, half a second, after which a plate is lost. */
  static final int LOST_AFTER_BINS = 5;

  /** A rest this near the old level, in sigmas of the difference, is the old level. */
  private static final double SAME_SIGMAS = 1.5;

  /** A movement that got no farther than this and came back was noise, and the noise is greater. */
  private static final double FALSE_ALARM_SIGMAS = 7;

  /** A plate that is livelier than this, grams within a bin, can't fall still but by breaking. */
  private static final double ALIVE_GRAMS = 0.15;

  /** Back is what ends within this share of how far it went, */
  private static final double BACK_SHARE = 0.08;

  /** if it went that far. */
  private static final double BACK_SIGMAS = 15;

  final PlateId id;

  /** Its shelf on the gondola, from 0. */
  final int shelfIndex;

  /** Its number among the plates of its gondola, from 0. */
  final int inGondola;

  /** Its place on the shelf, from 0. */
  final int plateIndex;

  private final ShelfTrackerSettings settings;
  private final Tally tally;
  private final PlateNoise noise;
  private final FirstLevel first = new FirstLevel();
  private final Departure departure = new Departure();
  private final PlateLevel level;
  private int missing;

  /** What is wrong with it, if anything. */
  final PlateHealth health;

  /** Whether and how its zero wanders. */
  final DriftWatch drift = new DriftWatch();

  /** Whether it is learned anew although its level is known, as it was lost for too long. */
  private boolean tooLate;

  private long lastBinNanos;

  /** Whether its last movement ended at its old level by itself. */
  private boolean cameBack;

  /** When its last movement ended: what lies before was looked at. */
  private long judgedNanos = Long.MIN_VALUE;

  /** Whether it ever was lost. */
  boolean everLost;

  /** End of the last bin before it was lost last. */
  long lostNanos;

  /** Where it stands. */
  State state = State.ABSENT;

  /** While moving: how. */
  final Movement movement;

  PlateTrack(PlateId id, int inGondola, ShelfTrackerSettings settings, Tally tally) {
    this.id = id;
    this.inGondola = inGondola;
    this.shelfIndex = id.shelf() - 1;
    this.plateIndex = id.plate() - 1;
    this.settings = settings;
    this.tally = tally;
    health = new PlateHealth(id);
    noise = new PlateNoise(settings.resolutionGrams());
    level = new PlateLevel(settings);
    movement = new Movement(settings);
  }

  /** How much more it shakes in this bin than usual; NaN if it can't tell. */
  double agitation(double grams, double deviation) {
    boolean known = state == State.QUIET || state == State.MOVING;
    // A plate whose samples are all equal is dead or coarse, and says nothing about shaking.
    return known && !Double.isNaN(grams) && deviation > 0 ? noise.agitation(deviation) : Double.NaN;
  }

  /**
   * Takes one bin.
   *
   * @param grams mean of the bin; NaN if missing
   * @param deviation of the samples within it
   * @param agitation of its shelf, 1 = usual
   */
  void step(double grams, double deviation, double agitation, long startNanos, long endNanos) {
    if (Double.isNaN(grams) || (state == State.LOST && dead(deviation))) {
      miss();
      return;
    }
    missing = 0;
    if (health.erratic) {
      if (health.recovers(deviation, noise.usual(agitation))) {
        appear(grams, deviation);
        tooLate = true;
      }
      lastBinNanos = endNanos;
      return;
    }
    switch (state) {
      case ABSENT -> appear(grams, deviation);
      case LOST -> comeBack(grams, deviation, agitation, startNanos, endNanos);
      case LEARNING -> learn(grams, deviation);
      case QUIET -> quiet(grams, deviation, agitation, startNanos, endNanos);
      case MOVING -> moving(grams, deviation, agitation, startNanos, endNanos);
    }
    lastBinNanos = endNanos;
  }

  /**
   * Looks whether it is out of order, before it takes its bin.
   *
   * @param beside the greater deviation of its neighbours
   * @return whether it became so now
   */
  boolean turnsErratic(
      double grams,
      double deviation,
      double agitation,
      double beside,
      long startNanos,
      SampleHistory history) {
    if ((state != State.QUIET && state != State.MOVING) || Double.isNaN(grams)) {
      return false;
    }
    double usual = noise.usual(1) * agitation;
    double ratio =
        PlateHealth.isLoud(deviation, usual, beside) ? history.noiseRatio(this, startNanos) : 0;
    if (state == State.MOVING && movement.interrupted) {
      return false;
    }
    double old = state == State.MOVING ? movement.level : level.grams;
    return health.turnsErratic(grams - old, deviation, usual, beside, ratio, startNanos);
  }

  /** Looks whether its zero wanders; if so it is learned anew, as it read no level until now. */
  void watchDrift(double grams, long endNanos) {
    if (state == State.LOST || state == State.ABSENT || health.erratic) {
      drift.clear();
    } else if (drift.finds(grams, endNanos)) {
      appear(Double.NaN, 0);
      tally.driftsFollowed++;
    }
    if (drift.isPlain()) {
      health.note(drift.trouble(id, endNanos));
    }
  }

  /** Whether it has been of no use for so long, or is not believed at all. */
  boolean isOut(long nowNanos, long forNanos) {
    return health.isDisbelieved()
        || ((state == State.LOST || health.erratic) && nowNanos - lostNanos > forNanos)
        || (state == State.ABSENT && everLost);
  }

  /** What it read at rest last, grams. */
  double lastGrams() {
    return level.grams;
  }

  /** Whether no sample differs from another on a plate that used to be alive. */
  private boolean dead(double deviation) {
    return deviation < RestRun.FLAT_GRAMS && noise.inner() > ALIVE_GRAMS;
  }

  private void miss() {
    if (state != State.ABSENT && state != State.LOST && ++missing >= LOST_AFTER_BINS) {
      tally.platesLost++;
      health.note(new PlateTrouble(id, PlateTrouble.Kind.DEAD, lastBinNanos));
      lose();
    }
  }

  /** It no longer speaks, or its blocks were missing: what it shows next may be another level. */
  void lose() {
    if (state == State.QUIET) {
      movement.begin(level.grams, lastBinNanos, false);
    }
    if (state == State.QUIET || state == State.MOVING) {
      state = State.LOST;
      everLost = true;
      lostNanos = lastBinNanos;
    } else if (state == State.LEARNING) {
      state = State.ABSENT;
    }
  }

  private void comeBack(double grams, double deviation, double agitation, long start, long end) {
    if (end - movement.leftNanos > settings.forgetLevelNanos()) {
      appear(grams, deviation);
      tooLate = true;
      return;
    }
    state = State.MOVING;
    movement.resume();
    moving(grams, deviation, agitation, start, end);
  }

  private void appear(double grams, double deviation) {
    state = State.LEARNING;
    first.clear();
    tooLate = false;
    if (!Double.isNaN(grams)) {
      learn(grams, deviation);
    }
  }

  private void learn(double grams, double deviation) {
    if (first.add(grams, deviation, noise)) {
      double variance = first.variance + level.varianceAfter(lostNanos, lastBinNanos);
      tally.stepsWithheld += tooLate && level.isStep(first.level - level.grams, variance) ? 1 : 0;
      becomeQuiet(first.level, first.variance);
    }
  }

  private void becomeQuiet(double newLevel, double variance) {
    level.set(newLevel, variance);
    state = State.QUIET;
    departure.clear();
  }

  private void quiet(double grams, double deviation, double agitation, long start, long end) {
    double sigma = noise.sigma(agitation, deviation);
    double predicted = level.varianceAfter(lastBinNanos, end);
    double residual = grams - level.grams;
    if (departure.notices(residual / Math.sqrt(predicted + sigma * sigma), start)) {
      state = State.MOVING;
      movement.begin(level.grams, departure.sinceNanos, false);
      moving(grams, deviation, agitation, start, end);
      return;
    }
    level.measure(residual, predicted, sigma * sigma);
    noise.learn(residual, deviation, agitation);
  }

  private void moving(double grams, double deviation, double agitation, long start, long end) {
    double sigma = noise.sigma(agitation, deviation);
    double usual = noise.usual(agitation);
    movement.shake = Math.max(movement.shake, (agitation - 1) * noise.inner());
    movement.add(grams, sigma, noise.sigma(agitation, 0), deviation, usual, start, end);
    if (!movement.recruited && movement.rest.bins >= 4 && backAtOldLevel()) {
      if (!movement.interrupted && movement.reach < FALSE_ALARM_SIGMAS * sigma) {
        noise.alarm();
      }
      end(false);
      cameBack = true;
    }
  }

  /**
   * Whether it left its level at that time or later and is back there, and nothing was told of it.
   */
  boolean cameBackSince(long nanos) {
    return state == State.QUIET
        && cameBack
        && movement.leftNanos >= nanos
        && movement.reach > BACK_SIGMAS * binSigma();
  }

  /** While at rest again: whether it is about where it was, as far as it went in between. */
  boolean isBack() {
    double d = Math.abs(movement.delta());
    return movement.reach > BACK_SIGMAS * binSigma() && d < BACK_SHARE * movement.reach;
  }

  /** What it did until now was told. */
  void hasBeenTold() {
    cameBack = false;
  }

  /** Standard deviation of a bin at rest, grams. */
  double binSigma() {
    return noise.sigma(1, 0);
  }

  /** Standard deviation of a sample at rest, grams. */
  double sampleSigma() {
    return noise.inner();
  }

  private boolean backAtOldLevel() {
    double d = movement.delta();
    return d * d < SAME_SIGMAS * SAME_SIGMAS * deltaVariance();
  }

  /**
   * A neighbour moves and has not come to rest: this plate may bear a share too small to notice. If
   * quiet, its level is frozen as it was.
   */
  void recruit(PlateTrack neighbour) {
    if (state == State.QUIET) {
      state = State.MOVING;
      movement.begin(level.grams, Math.max(neighbour.movement.leftNanos, judgedNanos), true);
    }
    if (state == State.MOVING) {
      movement.waitForNeighbour();
    }
  }

  /** Whether it moves by itself and its newest rest has only begun. */
  boolean leads() {
    return state == State.MOVING && !movement.recruited && movement.rest.bins <= 1;
  }

  /** Whether it moves, has rested for long enough to be judged, and may be. */
  boolean rested() {
    return state == State.MOVING && movement.cleared && movement.rested();
  }

  /** Since when what it bears is not known for certain; {@code Long.MAX_VALUE} if it is. */
  long openSinceNanos() {
    return switch (state) {
      case MOVING, LOST -> movement.leftNanos;
      case QUIET -> missing > 0 ? lastBinNanos : Long.MAX_VALUE;
      case ABSENT, LEARNING -> Long.MAX_VALUE;
    };
  }

  /**
   * While moving: whether its newest rest surely lies away from the old level, by goods or more.
   */
  boolean isAway() {
    return level.isStep(movement.delta(), deltaVariance());
  }

  /** While moving: variance of the newest rest minus the old level, from noise and drift. */
  double deltaVariance() {
    return oldVariance() + movement.rest.variance();
  }

  private double oldVariance() {
    return level.varianceAfter(movement.leftNanos, movement.rest.endNanos);
  }

  /** Whether its newest rest is a number that never changes, on a plate that used to be alive. */
  boolean stuck() {
    return movement.rest.flat && movement.rest.bins >= 3 && noise.inner() > ALIVE_GRAMS;
  }

  /**
   * Ends the movement. If the newest rest lies two sigma or more from the old level, or was told to
   * be a step, it is the level now; otherwise it counts as one more measurement of the old one.
   */
  void settle(boolean told) {
    cameBack = false;
    double d = movement.delta();
    end(told || d * d > 4 * deltaVariance());
  }

  private void end(boolean stepped) {
    judgedNanos = lastBinNanos;
    if (stepped) {
      becomeQuiet(movement.rest.mean(), movement.rest.variance());
    } else {
      level.measure(movement.delta(), oldVariance(), movement.rest.variance());
      becomeQuiet(level.grams, level.variance);
    }
  }

  /** Drops what is known; it is learned again once the plate speaks. */
  void forget() {
    state = State.ABSENT;
  }
}
