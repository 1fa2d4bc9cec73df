package io.walkout.sim.people;

import io.walkout.sim.people.Appointments.Circle;
import org.jspecify.annotations.Nullable;

/**
 * Waits until everyone named has come to this same point; then goes on. What comes next is done
 * together: if it is done by a hand at a shelf, the hands wait for each other there. Who had to
 * step aside meanwhile comes back first.
 */
final class Gathering implements Activity {
  /** Those who are in their places wait so long for those who come back to theirs. */
  private static final double RETURN_SECONDS = 15;

  private final Shopper me;
  private final Ways ways;
  private final Circle circle;
  private final Intent.Together together;
  private final Waiting waiting;
  private final int facing;
  private @Nullable Activity back;
  private @Nullable Activity pause;
  private double begun = Double.NaN;
  private double complete = Double.NaN;

  /**
   * Waits.
   *
   * @param circle what they know of each other
   * @param together who they are, and how long after the moment one does one's own part
   */
  Gathering(Shopper me, Ways ways, Circle circle, Intent.Together together) {
    this.me = me;
    this.ways = ways;
    this.circle = circle;
    this.together = together;
    waiting = new Waiting(me, ways);
    facing = ways.facing();
  }

  @Override
  public boolean step(double seconds, double step) {
    if (pause != null) {
      return pause.step(seconds, step);
    }
    begun = Double.isNaN(begun) ? seconds : begun;
    circle.come.add(me.number());
    circle.isOff |= seconds - begun > together.patienceSeconds();
    int people = circle.isOff ? 0 : together.people().size();
    if (circle.come.size() < people) {
      waiting.step(seconds, step);
      return false;
    }
    complete = Double.isNaN(complete) ? seconds : complete;
    if (waiting.isAside() && facing >= 0) {
      if (back == null) {
        back = ways.squeezeNow(facing);
      }
      if (!back.step(seconds, step)) {
        return false;
      }
    }
    circle.here.add(me.number());
    if (circle.here.size() < people && seconds - complete < RETURN_SECONDS) {
      return false;
    }
    Intent next = me.nextIntent();
    if (next instanceof Intent.Take
        || next instanceof Intent.TakeStray
        || next instanceof Intent.PutBack) {
      Moment.Part part = new Moment.Part(circle.moment, me.number(), together.delaySeconds());
      part.promise();
      me.agree(part);
      return true;
    }
    pause = new Standing(me, Double.NaN, together.delaySeconds(), 0);
    return false;
  }
}
