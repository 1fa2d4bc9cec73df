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

  /** Short blocks may overlap by more of themselves, up to this, if only they begin later. */
  private static final long JITTER_NANOS = 50_000_000L;

  /** A block may come this late after an unproven one and still prove it. */
  private static final long PROOF_NANOS = 2_000_000_000L;

  private final long longestGapNanos;
  private boolean started;
  private boolean unproven;
  private long lastFirstNanos;
  private long expectedNanos;
  private long unprovenNextNanos;

  BlockClock(long longestGapNanos) {
    this.longestGapNanos = longestGapNanos;
  }

  /** Judges the next block by the time of its first sample and its length. */
  Verdict judge(long firstNanos, long lengthNanos) {
    long ahead = firstNanos - expectedNanos;
    long overlap =
        Math.max((long) (OVERLAP_SHARE * lengthNanos), Math.min(JITTER_NANOS, lengthNanos));
    if (started && (firstNanos <= lastFirstNanos || firstNanos < expectedNanos - overlap)) {
      return Verdict.BACK;
    }
    if (!started || ahead > longestGapNanos) {
      long fromUnproven = firstNanos - unprovenNextNanos;
      boolean proven = unproven && fromUnproven >= -overlap && fromUnproven <= PROOF_NANOS;
      if (!proven) {
        unproven = true;
        unprovenNextNanos = firstNanos + lengthNanos;
        return Verdict.HOLD;
      }
    }
    boolean gap = !started || ahead > Math.max(lengthNanos / 2, PlateBinner.BIN_NANOS);
    started = true;
    unproven = false;
    lastFirstNanos = firstNanos;
    expectedNanos = Math.max(expectedNanos, firstNanos + lengthNanos);
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
