package io.walkout.ingest.autocheckout;

import io.walkout.store.EventTime;

/**
 * When a stream's documents arrived: when they were stored, never before their capture, never
 * before what is written already. A time of storing that can't be meant (more than a second before
 * the capture, or more than a minute after it) is counted, and the document arrives with its
 * capture, as does one without a time of storing.
 */
final class ArrivalClock {
  private static final long MOST_DELAY = 60 * EventTime.SECOND;

  /**
   * Times of storing come in whole milliseconds, cut off, and from another machine's clock; chosen.
   */
  private static final long MOST_HASTE = EventTime.SECOND;

  private long lastNanos = Long.MIN_VALUE;
  private long unbelievable;

  /** Arrival of the next document. */
  long arrival(long captureNanos, long storedNanos) {
    boolean stated = storedNanos != Fields.NO_TIME;
    boolean believable =
        stated
            && storedNanos >= captureNanos - MOST_HASTE
            && storedNanos - captureNanos <= MOST_DELAY;
    if (stated && !believable) {
      unbelievable++;
    }
    long arrival = believable ? Math.max(storedNanos, captureNanos) : captureNanos;
    lastNanos = Math.max(lastNanos, arrival);
    return lastNanos;
  }

  /** Reports the times of storing that were not believed. */
  void tell(String file, ImportLog log) {
    if (unbelievable > 0) {
      log.problem(
          "times of storing that can't be",
          unbelievable,
          file
              + ": "
              + unbelievable
              + " documents were stored before their time or more than a minute after it, by their"
              + " date_time;"
              + " they count as arriving at once");
    }
  }
}
