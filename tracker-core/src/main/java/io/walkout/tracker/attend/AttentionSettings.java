package io.walkout.tracker.attend;

import static io.walkout.store.EventTime.MILLI;
import static io.walkout.store.EventTime.SECOND;

/**
 * How sparingly a camera is looked at.
 *
 * @param sparing whether to be sparing at all; else every picture is searched, and everybody in it
 *     posed
 * @param idleNanos longest time between searches while nobody is there and nothing changes
 * @param longestNanos longest time between searches while somebody is there
 * @param step share of its own width that a track may move between two searches
 * @param reachMetres how near to a fixture somebody must stand for their hands to matter
 * @param poseNanos time between poses of somebody within reach while the shelf is at rest
 * @param beforeNanos how far poses go back before a stir of a shelf
 * @param afterNanos how far they go on after it
 * @param posesAtOnce poses taken with one picture at most, so that a stir holds the camera up for
 *     no longer than it keeps pictures for
 * @param keptBytes memory for the crops of one camera; the oldest are dropped at the bound
 */
public record AttentionSettings(
    boolean sparing,
    long idleNanos,
    long longestNanos,
    double step,
    double reachMetres,
    long poseNanos,
    long beforeNanos,
    long afterNanos,
    int posesAtOnce,
    int keptBytes) {

  /**
   * Somebody who enters an empty picture is seen by the change they make; two seconds bound what a
   * gate that fails costs. Half a second is what a person takes for one step. A third of a width
   * keeps the overlap of two looks at 0.5, where a tracker still knows its own. An arm reaches 0.7
   * m, and a foot point errs by 0.3: 1 m. A hand is in a shelf for about a second before the weight
   * changes and leaves it within 0.3 s. Four poses cost about what one full search does (see
   * docs/developing/attention.md). 12 MB hold three people at 640x360 for some six seconds.
   */
  public static final AttentionSettings DEFAULT =
      new AttentionSettings(
          true, 2 * SECOND, 500 * MILLI, 0.33, 1.0, SECOND, SECOND, 300 * MILLI, 4, 12 << 20);

  /** Throws {@link IllegalArgumentException} on what is not positive. */
  public AttentionSettings {
    if (idleNanos <= 0
        || longestNanos <= 0
        || !(step > 0)
        || !(reachMetres >= 0)
        || poseNanos <= 0
        || beforeNanos < 0
        || afterNanos < 0
        || posesAtOnce < 1
        || keptBytes < 1) {
      throw new IllegalArgumentException("attention needs positive times, shares and bounds");
    }
  }

  /** Every picture in which somebody is followed is searched; for detectors that cost little. */
  public AttentionSettings everyPictureWithPeople() {
    return new AttentionSettings(
        sparing,
        idleNanos,
        1,
        step,
        reachMetres,
        poseNanos,
        beforeNanos,
        afterNanos,
        posesAtOnce,
        keptBytes);
  }

  /** Every picture is searched and everybody posed: what attention is measured against. */
  public AttentionSettings off() {
    return new AttentionSettings(
        false,
        idleNanos,
        longestNanos,
        step,
        reachMetres,
        poseNanos,
        beforeNanos,
        afterNanos,
        posesAtOnce,
        keptBytes);
  }
}
