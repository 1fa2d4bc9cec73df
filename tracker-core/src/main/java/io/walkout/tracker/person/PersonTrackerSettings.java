package io.walkout.tracker.person;

import io.walkout.store.EventTime;

/**
 * How patient and how strict a {@link PersonTracker} is.
 *
 * @param absenceNanos a person found in pictures who was not seen for this long, while cameras were
 *     looking, is gone
 * @param exitNanos the same for one last seen going out by a door
 * @param externalAbsenceNanos a person of another tracker whose name hasn't come for this long,
 *     while its stream went on, is gone
 * @param externalExitNanos the same for one last seen going out by a door
 * @param silenceNanos a person not heard of for this long is gone, even if nobody was looking
 * @param birthNanos how long a person must have been seen, near an edge of the floor or a door or
 *     at the start
 * @param birthInsideNanos the same, where nobody can have come in
 * @param bufferedObservations most pictures' detections and poses that wait for the watermark; at
 *     the bound the oldest is decided at once, and counted
 */
public record PersonTrackerSettings(
    long absenceNanos,
    long exitNanos,
    long externalAbsenceNanos,
    long externalExitNanos,
    long silenceNanos,
    long birthNanos,
    long birthInsideNanos,
    int bufferedObservations) {

  /**
   * 5 s outlast a shopper who bends down behind others; 1.5 s for one going out; 10 s for another
   * tracker, which vouches for the identity when it finds its target again, and 1 s for one it saw
   * going out; a minute of silence. Born after 0.7 s, seven pictures at 10 a second. 4096
   * observations are 12 cameras at 30 a second for 11 s. Chosen; the tests of PersonTracker hold
   * what they are for.
   */
  public static final PersonTrackerSettings DEFAULT =
      new PersonTrackerSettings(
          5 * EventTime.SECOND,
          1500 * EventTime.MILLI,
          10 * EventTime.SECOND,
          EventTime.SECOND,
          60 * EventTime.SECOND,
          700 * EventTime.MILLI,
          1500 * EventTime.MILLI,
          4096);

  /** Throws {@link IllegalArgumentException} unless all are positive. */
  public PersonTrackerSettings {
    if (absenceNanos <= 0
        || exitNanos <= 0
        || externalAbsenceNanos <= 0
        || externalExitNanos <= 0
        || silenceNanos <= 0
        || birthNanos <= 0
        || birthInsideNanos <= 0
        || bufferedObservations <= 0) {
      throw new IllegalArgumentException("a person tracker's times and bounds must be positive");
    }
  }
}
