package io.walkout.tracker.person;

import io.walkout.store.Door;
import io.walkout.store.EventTime;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was seen in the last seconds, and the passing of a door that is taken for theirs.
 * Bounded: the earliest sight makes room for the next. Single-threaded.
 */
final class Trail {
  /** Three seconds of ten sights a second. */
  private static final int SIGHTS = 32;

  /** Sights nearer in time are copies of one. */
  private static final long APART_NANOS = 50 * EventTime.MILLI;

  /** A velocity is that over so long, as single places are noisy. */
  private static final long VELOCITY_NANOS = 500 * EventTime.MILLI;

  private static final long LEAST_VELOCITY_NANOS = 150 * EventTime.MILLI;

  private final long[] nanos = new long[SIGHTS];
  private final double[] x = new double[SIGHTS];
  private final double[] y = new double[SIGHTS];
  private int total;
  private @Nullable Door door;
  private long doorNanos;
  private long vainNanos = Long.MAX_VALUE;

  /** Adds a sight, not earlier than the last. */
  void add(long at, double xMetres, double yMetres) {
    if (total > 0 && at - lastNanos() < APART_NANOS) {
      return;
    }
    int k = total++ % SIGHTS;
    nanos[k] = at;
    x[k] = xMetres;
    y[k] = yMetres;
  }

  /** Sights so far, copies not counted. */
  int total() {
    return total;
  }

  /** Number of the first sight still known; sights are numbered from 0. */
  private int first() {
    return Math.max(0, total - SIGHTS);
  }

  /** Number of the last sight at or before a moment, or -1 if none is known. */
  int upTo(long at) {
    int i = total - 1;
    while (i >= first() && nanos[i % SIGHTS] > at) {
      i--;
    }
    return i >= first() ? i : -1;
  }

  /** Number of the last sight; there must be one. */
  int last() {
    return total - 1;
  }

  long lastNanos() {
    return nanos(last());
  }

  long nanos(int i) {
    return nanos[i % SIGHTS];
  }

  double x(int i) {
    return x[i % SIGHTS];
  }

  double y(int i) {
    return y[i % SIGHTS];
  }

  /** Speed along a direction at the last sights, metres per second; 0 if there are too few. */
  double speedAlong(double unitX, double unitY) {
    int from = last();
    while (from > first() && lastNanos() - nanos(from - 1) <= VELOCITY_NANOS) {
      from--;
    }
    long span = lastNanos() - nanos(from);
    if (span < LEAST_VELOCITY_NANOS) {
      return 0;
    }
    double dx = x(last()) - x(from);
    double dy = y(last()) - y(from);
    return (dx * unitX + dy * unitY) * EventTime.SECOND / span;
  }

  /** Says for how long they were looked for in vain since the last sight. */
  void lookedForInVain(long forNanos) {
    vainNanos = forNanos;
  }

  /**
   * For how long, after a sight and up to a later moment, they may have been looked for in vain:
   * that moment less the sight, unless since the last sight less was looked than that.
   */
  long hiddenNanos(int sight, long until) {
    long gap = until - nanos(sight);
    return sight == last() ? Math.min(gap, vainNanos) : gap;
  }

  /** The door that said somebody went out by it, who is taken for this one; or null. */
  @Nullable Door door() {
    return door;
  }

  /** When the door said so. */
  long doorNanos() {
    return doorNanos;
  }

  /** Takes a door's saying that somebody went out for this one's. */
  void wentOutBy(Door by, long at) {
    door = by;
    doorNanos = at;
  }

  /** This one stayed: it was somebody else whom the door let out. */
  void stayed() {
    door = null;
  }
}
