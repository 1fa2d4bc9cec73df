package io.walkout.tracker.shelf;

/**
 * Places a block of one gondola by its time alone. Time stamps jitter by some 20 ms against the
 * samples, so neighbours may overlap a little; samples are never sorted.
 *
 * <p>A block before the end of what was taken is never taken however long that lasts: event time
 * does not run twice.
 */
final class BlockClock {
  /** Where a block lies. */
  enum Place {
    /** It carries on from the last one taken. */
    NEXT,
    /** Something is missing before it. */
    AHEAD,
    /** It is the first, or lies so far ahead that its clock must be proven by another block. */
    FAR,
    /** It repeats, lies before or overlaps one already taken. */
    BACK
  }

  /** Share of a block that may overlap: 50 ms of 0.2 s; jitter of 22 ms was seen. */
  private static final double OVERLAP_SHARE = 0.25;

  /** Short blocks may overlap by more of themselves, up to this, if only they begin later. */
  private static final long JITTER_NANOS = 50_000_000L;

  /** A block may come this late after an unproven one and still prove it. */
  private static final long PROOF_NANOS = 2_000_000_000L;

  private final long longestGapNanos;
  private boolean started;
  private long lastFirstNanos;
  private long expectedNanos;

  /**
   * @param longestGapNanos from here on ahead a block is {@link Place#FAR}
   */
  BlockClock(long longestGapNanos) {
    this.longestGapNanos = longestGapNanos;
  }

  /** Places a block by the time of its first sample and its length. */
  Place place(long firstNanos, long lengthNanos) {
    if (!started) {
      return Place.FAR;
    }
    if (firstNanos <= lastFirstNanos || firstNanos < expectedNanos - overlap(lengthNanos)) {
      return Place.BACK;
    }
    long ahead = firstNanos - expectedNanos;
    if (ahead > longestGapNanos) {
      return Place.FAR;
    }
    return ahead > lengthNanos / 2 ? Place.AHEAD : Place.NEXT;
  }

  /** Whether a block follows another one closely enough to prove its clock. */
  static boolean proves(long endNanos, long nextFirstNanos, long nextLengthNanos) {
    return nextFirstNanos >= endNanos - overlap(nextLengthNanos)
        && nextFirstNanos - PROOF_NANOS <= endNanos;
  }

  private static long overlap(long lengthNanos) {
    return Math.max((long) (OVERLAP_SHARE * lengthNanos), Math.min(JITTER_NANOS, lengthNanos));
  }

  /**
   * Takes a block that is not {@link Place#BACK}.
   *
   * @return whether more than a bin is missing before it; true for the first
   */
  boolean take(long firstNanos, long lengthNanos) {
    long ahead = firstNanos - expectedNanos;
    boolean gap = !started || ahead > Math.max(lengthNanos / 2, PlateBinner.BIN_NANOS);
    started = true;
    lastFirstNanos = firstNanos;
    expectedNanos = Math.max(expectedNanos, firstNanos + lengthNanos);
    return gap;
  }

  /** Whether any block was taken. */
  boolean started() {
    return started;
  }

  /** End of the last block taken; 0 before. */
  long endNanos() {
    return expectedNanos;
  }
}
