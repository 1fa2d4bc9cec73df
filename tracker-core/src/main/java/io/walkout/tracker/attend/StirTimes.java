package io.walkout.tracker.attend;

/**
 * Stretches of time about stirs of gondolas, in which the hands of whoever is near matter. Bounded:
 * at most {@link #CAPACITY} at a time, the oldest being replaced. One thread.
 */
final class StirTimes {
  /** Every gondola of a store may stir at once. */
  static final int CAPACITY = 64;

  private final long[] from = new long[CAPACITY];
  private final long[] to = new long[CAPACITY];
  private final long[] gondolas = new long[CAPACITY];
  private int next;

  StirTimes() {
    java.util.Arrays.fill(to, Long.MIN_VALUE);
  }

  /** Adds a stretch, or lengthens the one of the same gondolas that it touches. */
  void add(long fromNanos, long toNanos, long which) {
    for (int k = 0; k < CAPACITY; k++) {
      if (gondolas[k] == which && fromNanos <= to[k] && toNanos >= from[k]) {
        from[k] = Math.min(from[k], fromNanos);
        to[k] = Math.max(to[k], toNanos);
        return;
      }
    }
    from[next] = fromNanos;
    to[next] = toNanos;
    gondolas[next] = which;
    next = (next + 1) % CAPACITY;
  }

  /** Whether any of some gondolas stirs about a moment. */
  boolean hold(long nanos, long which) {
    for (int k = 0; k < CAPACITY; k++) {
      if (nanos >= from[k] && nanos <= to[k] && (gondolas[k] & which) != 0) {
        return true;
      }
    }
    return false;
  }
}
