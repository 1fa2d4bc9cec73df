package io.walkout.sim.people;

import java.util.HashSet;
import java.util.Set;

/**
 * The moment at which several hands mean to do something at their shelves. It is appointed once all
 * awaited hands rest on the goods, a little ahead; who is early rests there until then.
 */
final class Moment {
  /** From when the last hand has come to the moment: longer than half of nearly any lift. */
  static final double LEAD_SECONDS = 0.6;

  /** No hand rests on goods longer for others; then it acts alone. */
  private static final double PATIENCE_SECONDS = 10;

  private final Set<Integer> awaited = new HashSet<>();
  private final Set<Integer> there = new HashSet<>();
  private double seconds = Double.NaN;

  /** Somebody's part in it: they act so long after the moment. */
  record Part(Moment moment, int person, double delaySeconds) {
    /** They will reach for the goods; before anybody's hand can have got there. */
    void promise() {
      moment.awaited.add(person);
    }

    /** They find nothing to reach for. */
    void cancel() {
      moment.awaited.remove(person);
    }

    /**
     * When the middle of what their hand does should be; not a number while others are awaited.
     *
     * @param now simulation time
     * @param restedSeconds how long the hand has rested on the goods
     */
    double seconds(double now, double restedSeconds) {
      moment.there.add(person);
      if (Double.isNaN(moment.seconds) && moment.there.containsAll(moment.awaited)) {
        moment.seconds = now + LEAD_SECONDS;
      }
      if (Double.isNaN(moment.seconds) && restedSeconds > PATIENCE_SECONDS) {
        cancel();
        return now;
      }
      return moment.seconds + delaySeconds;
    }
  }
}
