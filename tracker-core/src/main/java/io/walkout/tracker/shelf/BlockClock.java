package io.walkout.tracker.shelf;

/**
 * Decides from their times alone which blocks of one gondola are taken in. Time stamps jitter by
 * some 20 ms against the samples, so neighbours may overlap a little; samples are never sorted.
 *
 * <p>A single block years ahead must not lock out all that follow: a first block, and one that
 * jumps ahead by more than {@code longestGapNanos}, is dropped unless the next block carries on
 * from it. A block before the end of what was seen is dropped however long that lasts: event time
 * does not run twice.
 */
final class BlockClock {
  /** What to do with a block. */
  enum Verdict {
    /** It follows on. */
    TAKE,
    /** It follows after a gap. */
    TAKE_AFTER_GAP,
    /** It repeats, lies before or overlaps one already seen: drop it. */
    BACK,
    /** Its clock is not proven yet: drop it. */
    HOLD
  }

  /** Share of a block that may overlap: 50 ms of 0.2 s; jitter of 22 ms was seen. */
  private static final double OVERLAP_SHARE = 0.25;

  /** A block may come this late after an unproven one and still prove it. */
  private static final long PROOF_NANOS = 2_000_000_000L;

  private final long longestGapNanos;
  private boolean started;
  private boolean unproven;
  private long expectedNanos;
  private long unprovenNextNanos;

  BlockClock(long longestGapNanos) {
    this.longestGapNanos = longestGapNanos;
  }

  /** Judges the next block by the time of its first sample and its length. */
  Verdict judge(long firstNanos, long lengthNanos) {
    long ahead = firstNanos - expectedNanos;
    if (started && firstNanos < expectedNanos - (long) (OVERLAP_SHARE * lengthNanos)) {
      return Verdict.BACK;
    }
    if (!started || ahead > longestGapNanos) {
      long fromUnproven = firstNanos - unprovenNextNanos;
      boolean proven =
          unproven
              && fromUnproven >= -(long) (OVERLAP_SHARE * lengthNanos)
              && fromUnproven <= PROOF_NANOS;
      if (!proven) {
        unproven = true;
        unprovenNextNanos = firstNanos + lengthNanos;
        return Verdict.HOLD;
      }
    }
    boolean gap = !started || ahead > lengthNanos / 2;
    started = true;
    unproven = false;
    expectedNanos = firstNanos + lengthNanos;
    return gap ? Verdict.TAKE_AFTER_GAP : Verdict.TAKE;
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
