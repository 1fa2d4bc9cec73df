package io.walkout.cart.evidence;

import io.walkout.store.people.People;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of people's time in the store goes unseen, learned from the stream itself: by those who
 * were lost from sight and seen again. Where people are often lost, somebody may also be inside of
 * whom nothing is known yet, and "somebody unseen did it" is the likelier. Who is never seen again
 * has gone and counts for nothing. Bounded by the people on the floor; single-threaded.
 */
public final class SightWatch {
  /** Sights further apart are a gap: a hand is at a shelf for some 0.3 s. Chosen. */
  private static final double GAP_SECONDS = 0.3;

  /** A gap counts for so much at most; who comes back later was hardly out of sight. Chosen. */
  private static final double MOST_SECONDS = 30;

  /** Person time seen without a gap that is taken for granted in a store that opens. Chosen. */
  private static final double PRIOR_SECONDS = 30;

  /** What was seen so much person time ago counts for a third: ten people's visits. Chosen. */
  private static final double MEMORY_SECONDS = 600;

  private final Map<Long, Long> lastSeen = new TreeMap<>();
  private double seenSeconds = PRIOR_SECONDS;
  private double hiddenSeconds;

  /** Takes everybody at one moment; moments come in event-time order. */
  public void see(People moment) {
    for (int i = 0; i < moment.count; i++) {
      long at = Math.min(moment.seenNanos[i], moment.captureNanos);
      Long before = lastSeen.put(moment.personId[i], at);
      if (before != null && at > before) {
        note((at - before) / 1e9);
      }
    }
    if (lastSeen.size() > moment.count) {
      lastSeen.keySet().removeIf(person -> moment.indexOf(person) < 0);
    }
  }

  private void note(double seconds) {
    double fade = Math.exp(-Math.min(seconds, MOST_SECONDS) / MEMORY_SECONDS);
    seenSeconds *= fade;
    hiddenSeconds *= fade;
    if (seconds <= GAP_SECONDS) {
      seenSeconds += seconds;
    } else {
      hiddenSeconds += Math.min(seconds, MOST_SECONDS);
    }
  }

  /** The share of people's time for which they are not seen, 0..1; 0 where everybody always is. */
  public double hiddenShare() {
    return hiddenSeconds / (seenSeconds + hiddenSeconds);
  }
}
