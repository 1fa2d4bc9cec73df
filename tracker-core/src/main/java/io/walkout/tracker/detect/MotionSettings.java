package io.walkout.tracker.detect;

import io.walkout.store.EventTime;

/**
 * How a {@link MotionDetector} looks.
 *
 * @param workWidth widest picture it works on, pixels; larger ones are reduced by a whole factor
 * @param gridMetres spacing of the places on the floor that are tried; widened where {@code
 *     maxPlaces} would be passed
 * @param maxPlaces most places tried per picture
 * @param outsideMetres how far beyond the floor people are looked for, to know that what is seen
 *     through a window is not inside
 * @param minEvidence mean evidence per pixel a person's silhouette must have, from -2 (nothing
 *     moved) to 3 (all of it changed)
 * @param adaptNanos time constant with which the background follows slow changes of light
 * @param absorbNanos time constant with which something that changed and then stays as it is
 *     becomes background
 * @param stillNanos how long somebody may stand without the least movement before they become
 *     background
 */
public record MotionSettings(
    int workWidth,
    double gridMetres,
    int maxPlaces,
    double outsideMetres,
    double minEvidence,
    long adaptNanos,
    long absorbNanos,
    long stillNanos) {

  /**
   * 320 pixels show a person 8 m from a wide ceiling camera some 40 pixels high; 10 cm is under the
   * error of a silhouette's place; 0.6 means about half of the silhouette changed. Light follows in
   * half a minute, things are absorbed in some 15 s, and a person who doesn't even sway for 60 s is
   * a thing. All chosen; the tests of MotionDetector hold what they are for.
   */
  public static final MotionSettings DEFAULT =
      new MotionSettings(
          320,
          0.1,
          4000,
          2.0,
          0.6,
          30 * EventTime.SECOND,
          10 * EventTime.SECOND,
          60 * EventTime.SECOND);

  /** Throws {@link IllegalArgumentException} on a size, distance or time that is not positive. */
  public MotionSettings {
    if (workWidth < 16
        || !(gridMetres > 0)
        || maxPlaces < 1
        || !(outsideMetres >= 0)
        || adaptNanos <= 0
        || absorbNanos <= 0
        || stillNanos <= 0) {
      throw new IllegalArgumentException(
          "a motion detector needs a work width of 16 pixels or more and positive distances and times");
    }
  }
}
