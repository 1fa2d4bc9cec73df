package io.walkout.sim.people;

import io.walkout.sim.people.Appointments.Meeting;
import io.walkout.sim.people.Holding.Held;
import io.walkout.sim.people.Holding.Where;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a hand-over: wait for the other, go to them (who comes last goes), turn to each
 * other, both reach out, the unit changes hands, both draw back. The other side is another one of
 * these.
 */
final class HandingOver implements Activity {
  /** Between the middles of two people who give each other something. */
  private static final double APART_METRES = 0.75;

  /** Height at which things change hands between people, as a share of their mean height. */
  private static final double HEIGHT_SHARE = 0.6;

  /** How long two hands rest on the same thing. */
  private static final double BOTH_SECONDS = 0.3;

  /** Who waits for the other keeps a place before a shelf so long; then others may have it. */
  private static final double PLACE_SECONDS = 5;

  private final Shopper me;
  private final Shopper other;
  private final Meeting meeting;
  private final int side;
  private final boolean left;
  private final @Nullable Held what;
  private final double outSeconds;
  private final double patienceSeconds;
  private @Nullable Activity walk;
  private Body.@Nullable Reach reach;
  private double came = Double.NaN;
  private double since = Double.NaN;
  private double back = Double.NaN;

  /**
   * One side.
   *
   * @param what what to give; null for who gets it, or if there is nothing to give after all
   * @param left with which hand
   * @param patienceSeconds how long one waits for the other to come
   */
  HandingOver(
      Shopper me,
      Shopper other,
      Meeting meeting,
      boolean gives,
      @Nullable Held what,
      boolean left,
      double patienceSeconds) {
    this.me = me;
    this.other = other;
    this.meeting = meeting;
    this.side = gives ? 0 : 1;
    this.what = what;
    this.left = left;
    this.patienceSeconds = patienceSeconds;
    outSeconds = me.dice().between(0.5, 0.9);
    meeting.left[side] = left;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (!meeting.here[side]) {
      meeting.here[side] = true;
      if (meeting.here[1 - side]) {
        meeting.walker = side;
      }
    }
    if (!meeting.here[1 - side]) {
      came = Double.isNaN(came) ? seconds : came;
      if (seconds - came > PLACE_SECONDS) {
        me.hold(null);
      }
      meeting.isOff = seconds - came > patienceSeconds;
      return meeting.isOff;
    }
    if (meeting.isOff) {
      return true;
    }
    if (!come(seconds, step)) {
      return false;
    }
    FloorPoint you = other.at();
    boolean turned = me.turnTo(StrictMath.atan2(you.y() - me.y, you.x() - me.x), step);
    meeting.ready[side] |= turned;
    if (!meeting.ready[0] || !meeting.ready[1]) {
      return false;
    }
    if (Double.isNaN(since)) {
      since = seconds;
      reach = me.planReach(place(), left);
    }
    Body.Reach way = reach;
    if (way == null) {
      throw new IllegalStateException("reaches nowhere");
    }
    if (!meeting.passed || Double.isNaN(back)) {
      me.reach(way, Reaching.minimumJerk((seconds - since) / outSeconds), false);
      meeting.out[side] |= seconds - since >= outSeconds;
      pass(seconds);
      back = meeting.passed ? seconds : Double.NaN;
      return false;
    }
    me.reach(way, 1 - Reaching.minimumJerk((seconds - back) / outSeconds), false);
    if (seconds - back < outSeconds) {
      return false;
    }
    me.reachNothing(left);
    return true;
  }

  /** Who comes last goes to the other; true once they are near each other. */
  private boolean come(double seconds, double step) {
    if (meeting.near || meeting.walker != side) {
      return meeting.near;
    }
    Activity way = walk;
    if (way == null) {
      me.hold(null);
      double d = Math.max(0.05, me.at().distanceTo(other.at()));
      double share = d < APART_METRES + 0.1 ? 0 : (d - APART_METRES) / d;
      FloorPoint to =
          new FloorPoint(me.x + share * (other.x - me.x), me.y + share * (other.y - me.y));
      way = me.way(to);
      walk = way;
    }
    meeting.near = way.step(seconds, step);
    return false;
  }

  private void pass(double seconds) {
    if (side != 0 || !meeting.out[0] || !meeting.out[1]) {
      return;
    }
    if (Double.isNaN(meeting.passSeconds)) {
      meeting.passSeconds = seconds + BOTH_SECONDS;
    }
    if (seconds < meeting.passSeconds) {
      return;
    }
    meeting.passed = true;
    if (what != null) {
      me.holding().remove(what);
      other.holding().add(what, Where.hand(meeting.left[1]));
      me.scene()
          .did(
              new Act(
                  Act.Kind.HAND_OVER,
                  seconds,
                  me.targetId(),
                  other.targetId(),
                  List.of(what.unit()),
                  -1,
                  0,
                  place()));
    }
  }

  private Vec3 place() {
    return new Vec3(
        (me.x + other.x) / 2,
        (me.y + other.y) / 2,
        HEIGHT_SHARE * (me.heightMetres() + other.heightMetres()) / 2);
  }
}
