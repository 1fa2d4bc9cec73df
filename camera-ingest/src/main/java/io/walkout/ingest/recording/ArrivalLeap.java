package io.walkout.ingest.recording;

import io.walkout.store.EventTime;

/**
 * Whether an arrival far ahead of what came before it can be meant. Streams pause, overnight or
 * because nobody comes in, so a leap alone is no fault; but one bad arrival must not be taken over
 * by all that follow. The next record tells: it goes on from the leap, or from before it. All
 * differences saturate, as any 64 bits may stand in a file.
 */
final class ArrivalLeap {
  /** What is no leap: longer than any pause of a stream that speaks by itself. */
  private static final long LEAP_NANOS = 600 * EventTime.SECOND;

  /** How far away from all others a single record may be: over a closed Sunday. */
  private static final long ALONE_NANOS = 48 * 3600 * EventTime.SECOND;

  /** As the last arrival: there was none. */
  static final long NONE = Long.MIN_VALUE;

  private ArrivalLeap() {}

  /** Whether the record has to wait for the next one: the first, or one that leaps ahead. */
  static boolean isLeap(long arrivalNanos, long lastNanos) {
    return lastNanos == NONE || isBeyond(arrivalNanos, lastNanos, LEAP_NANOS);
  }

  /**
   * Whether the record after a leap, or after the first, bears it out: it lies nearer to it than to
   * what came before, and does not leap out of sight itself.
   */
  static boolean confirms(long leapNanos, long nextNanos, long lastNanos) {
    boolean nextInSight = !isBeyond(nextNanos, leapNanos, ALONE_NANOS);
    if (lastNanos == NONE) {
      return nextInSight && !isBeyond(leapNanos, nextNanos, LEAP_NANOS);
    }
    boolean nearer = nextNanos >= leapNanos || leapNanos - nextNanos <= nextNanos - lastNanos;
    return nearer && (nextInSight || !isBeyond(leapNanos, lastNanos, ALONE_NANOS));
  }

  /** Whether to believe it with no record behind it: it is in sight of the one before. */
  static boolean isInSight(long leapNanos, long lastNanos) {
    return !isBeyond(leapNanos, lastNanos, ALONE_NANOS);
  }

  /** Whether {@code later} lies more than {@code boundNanos} after {@code earlier}. */
  static boolean isBeyond(long later, long earlier, long boundNanos) {
    long by = later - earlier;
    return later > earlier && (by < 0 || by > boundNanos);
  }
}
