package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * One reach of one hand: turn to the place, hand out, rest there (a press that comes before the
 * release), do the deed, hand back. Hands move with minimum jerk (T. Flash and N. Hogan, 1985).
 */
final class Reaching implements Activity {
  /** What the hand does once it is there. */
  interface Deed {
    /**
     * Does it.
     *
     * @param seconds when it begins
     * @param place where the hand is
     * @return how long it takes, seconds
     */
    double begin(double seconds, Vec3 place);

    /** The hand arrives and will rest for a while before the deed. */
    void contact(double seconds, double restSeconds);

    /** How long before its middle it has to begin; the same at every call. */
    default double aheadSeconds() {
      return 0;
    }
  }

  /** While a hand waits for others it is felt anew so often; shorter than the lead of a moment. */
  private static final double FELT_SECONDS = 0.5;

  private final Shopper me;
  private final Vec3 grip;
  private final Deed deed;
  private final double outSeconds;
  private final double restSeconds;
  private final double backSeconds;
  private Phase phase = Phase.TURN;
  private double phaseStart = Double.NaN;
  private double deedSeconds;
  private Body.@Nullable Reach reach;
  private final boolean left;
  private final boolean turns;
  private Moment.@Nullable Part part;
  private double feltUntil = Double.NEGATIVE_INFINITY;

  private enum Phase {
    TURN,
    OUT,
    REST,
    DEED,
    BACK
  }

  /** Reaches for a place in a shelf. */
  Reaching(Shopper me, Vec3 grip, boolean left, Deed deed, double restSeconds) {
    this(me, grip, left, deed, restSeconds, true);
  }

  /**
   * Reaches for a place.
   *
   * @param grip where the fingers get to
   * @param left which hand
   * @param restSeconds how long the hand rests there before the deed
   * @param turns whether to turn to the place first; else it is a place on oneself
   */
  Reaching(Shopper me, Vec3 grip, boolean left, Deed deed, double restSeconds, boolean turns) {
    this.me = me;
    this.left = left;
    this.turns = turns;
    this.grip = grip;
    this.deed = deed;
    this.restSeconds = restSeconds;
    Dice dice = me.dice();
    outSeconds = dice.between(0.5, 0.9);
    backSeconds = dice.between(0.5, 0.9);
  }

  /**
   * Hands mostly act at once; one in six lingers for up to two seconds, as real ones were seen to.
   */
  static double restSeconds(Dice dice) {
    return dice.chance(1 / 6.0) ? dice.between(0.8, 2) : dice.between(0.1, 0.6);
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(phaseStart)) {
      phaseStart = seconds;
    }
    double gone = seconds - phaseStart;
    switch (phase) {
      case TURN -> {
        double heading = StrictMath.atan2(grip.y() - me.y, grip.x() - me.x);
        if (!turns || me.turnTo(heading, step) || gone > 2) {
          next(Phase.OUT, seconds);
        }
      }
      case OUT -> {
        out(minimumJerk(gone / outSeconds));
        if (gone >= outSeconds) {
          if (part == null) {
            deed.contact(seconds, restSeconds);
          }
          next(Phase.REST, seconds);
        }
      }
      case REST -> {
        out(1);
        if (part == null ? gone >= restSeconds : isTime(part, seconds, gone, step)) {
          deedSeconds = deed.begin(seconds, grip);
          next(Phase.DEED, seconds);
        }
      }
      case DEED -> {
        out(1 - 0.1 * Math.min(1, gone / Math.max(deedSeconds, 0.1)));
        if (gone >= deedSeconds) {
          next(Phase.BACK, seconds);
        }
      }
      case BACK -> {
        out(0.9 * (1 - minimumJerk(gone / backSeconds)));
        if (gone >= backSeconds) {
          me.reachNothing(left);
          return true;
        }
      }
    }
    return false;
  }

  /** The hand rests until a moment that was agreed on, in place of its own time. */
  Reaching at(Moment.@Nullable Part agreed) {
    part = agreed;
    return this;
  }

  private boolean isTime(Moment.Part agreed, double seconds, double rested, double step) {
    double begin = agreed.seconds(seconds, rested) - deed.aheadSeconds();
    if (seconds + step / 2 >= begin) {
      return true;
    }
    if (seconds >= feltUntil) {
      double rest = Double.isNaN(begin) ? FELT_SECONDS : begin - seconds;
      deed.contact(seconds, rest);
      feltUntil = seconds + rest;
    }
    return false;
  }

  private void out(double share) {
    Body.Reach way = reach;
    if (way == null) {
      way = me.planReach(grip, left);
      reach = way;
    }
    me.reach(way, share, turns);
  }

  private void next(Phase to, double seconds) {
    phase = to;
    phaseStart = seconds;
  }

  static double minimumJerk(double share) {
    double t = Math.clamp(share, 0, 1);
    return t * t * t * (10 - 15 * t + 6 * t * t);
  }
}
