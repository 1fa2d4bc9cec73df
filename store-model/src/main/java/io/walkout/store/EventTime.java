package io.walkout.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Event time: nanoseconds since 1970-01-01T00:00:00Z, as captured by a sensor. Plain {@code long}s;
 * this class names the conversions.
 */
public final class EventTime {
  /** Nanoseconds in a second. */
  public static final long SECOND = 1_000_000_000L;

  /** Nanoseconds in a millisecond. */
  public static final long MILLI = 1_000_000L;

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private EventTime() {}

  /**
   * Nanoseconds of a time in (fractional) seconds since the epoch, to the microsecond that a double
   * can hold.
   */
  public static long ofSeconds(double epochSeconds) {
    return Math.round(epochSeconds * 1e6) * 1000L;
  }

  /**
   * Nanoseconds of an instant. Throws {@link ArithmeticException} outside the years 1678 to 2262.
   */
  public static long of(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
  }

  /**
   * Reads ISO 8601 ("2026-01-31T12:00:00.25Z"). Throws {@link
   * java.time.format.DateTimeParseException} on anything else.
   */
  public static long parse(String iso) {
    return of(Instant.parse(iso));
  }

  /** The instant of an event time. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /** ISO 8601 in UTC with three decimals. */
  public static String iso(long nanos) {
    return MILLIS.format(instant(nanos));
  }

  /** Seconds between two event times. */
  public static double secondsBetween(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / 1e9;
  }
}
