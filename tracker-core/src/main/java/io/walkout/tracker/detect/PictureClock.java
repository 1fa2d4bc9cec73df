package io.walkout.tracker.detect;

import io.walkout.store.EventTime;
import io.walkout.store.signal.PictureFault;

/**
 * Judges the capture times of one camera's pictures. A time that is not after the last good one is
 * {@link PictureFault#TIME_REPEATED}. One that leaps ahead is {@link PictureFault#TIME_JUMPED}
 * until the next ones go on from there: a camera that was away comes back after two pictures, and a
 * single wrong time does not hold back all those that follow it.
 */
final class PictureClock {
  /** Pauses of less are usual: a camera that reconnects takes about so long. Chosen. */
  private static final long LEAST_LEAP_NANOS = 2 * EventTime.SECOND;

  /** And so many times the usual step, for cameras that send a picture every few seconds. */
  private static final int STEPS_IN_LEAP = 10;

  /** Times in good order after which a leap is believed. */
  private static final int BELIEVED = 3;

  private long goodNanos = Long.MIN_VALUE;
  private long leapNanos;
  private long usualNanos;
  private int leaps;
  private int repeats;

  /** What is wrong with the next picture's time; {@link PictureFault#NONE} if nothing is. */
  PictureFault judge(long nanos) {
    if (goodNanos != Long.MIN_VALUE) {
      if (nanos <= goodNanos) {
        leaps = 0;
        repeats++;
        return PictureFault.TIME_REPEATED;
      }
      // Pictures whose times stood still have taken their time all the same.
      long steps = Math.max(STEPS_IN_LEAP, 2L * repeats);
      if (nanos - goodNanos > Math.max(LEAST_LEAP_NANOS, steps * usualNanos)
          && !isBelieved(nanos)) {
        return PictureFault.TIME_JUMPED;
      }
      usualNanos = (leaps > 0 ? nanos - leapNanos : nanos - goodNanos) / (repeats + 1);
    }
    leaps = 0;
    repeats = 0;
    goodNanos = nanos;
    return PictureFault.NONE;
  }

  private boolean isBelieved(long nanos) {
    leaps = leaps > 0 && nanos > leapNanos ? leaps + 1 : 1;
    if (leaps >= BELIEVED) {
      return true; // leapNanos stays the time before this one, for the usual step
    }
    leapNanos = nanos;
    return false;
  }
}
