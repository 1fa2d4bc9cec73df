package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateTrouble;

/**
 * Whether the zero of a plate wanders steadily, and how fast: a straight line through means of a
 * second that explains them far better than any level or step could. What it finds is taken off the
 * plate's readings from then on, so that the rest of the tracker sees it at rest.
 *
 * <p>The line needs {@value #SECONDS} s, and what moves goods or leans makes none: a step in its
 * middle leaves a quarter of itself beside the line, stairs a sixth, a drift of that size a
 * thirtieth.
 */
final class DriftWatch {
  /** Means of a second that the line is laid through. */
  static final int SECONDS = 12;

  private static final int BINS_A_SECOND = 10;

  /** Slower ones are followed by the level's own filter, grams in {@value #SECONDS} s. */
  private static final double LEAST_GRAMS = 2.5;

  /**
   * Faster than this no zero wanders, 180 g a minute: the lightest goods that are set down one
   * every two seconds, as staff who fill a facing do, make steeper stairs. Chosen.
   */
  private static final double MOST_GRAMS_PER_SECOND = 3;

  /** Beside the line there may remain this share of what it rises by. */
  private static final double LINE_SHARE = 0.05;

  /**
   * A plate drifts if, with it taken off, so many further stretches were level. Cells that wander
   * at random go straight for a while, and elsewhere afterwards.
   */
  private static final int CONFIRMED = 4;

  /** Stretches that are neither level nor straight, after which it is no longer followed. */
  private static final int REFUTED = 3;

  /** What remains of a drift that is rightly followed is less than this share of it. */
  private static final double REMAINING_SHARE = 0.25;

  /** A random walk comes so many sigmas far in no plate of a store, in no year. */
  private static final double WALK_SIGMAS = 6;

  /** Slower ones are not told: ten grams a minute. */
  private static final double TOLD_GRAMS_PER_SECOND = 10 / 60.0;

  private final double[] means = new double[SECONDS];
  private int seconds;
  private double sum;
  private int bins;
  private double offset;
  private double offsetGramsPerSecond;
  private long sinceNanos;
  private double roughness;
  private int confirmed;
  private int refuted;

  /** What has come together by a time, grams; to be taken off the readings. */
  double gramsAt(long nanos) {
    return offset + offsetGramsPerSecond * (nanos - sinceNanos) * 1e-9;
  }

  /** Whether there is anything to take off. */
  boolean isFollowed() {
    return offset != 0 || offsetGramsPerSecond != 0;
  }

  /** What is wrong with the plate, once it {@link #isPlain}. */
  PlateTrouble trouble(PlateId plate, long nanos) {
    double gramsPerMinute = 60 * offsetGramsPerSecond;
    return new PlateTrouble(plate, PlateTrouble.Kind.DRIFTING, nanos, null, gramsPerMinute, 0);
  }

  /**
   * Whether it surely drifts, and by enough to be told: by more than a random walk of its roughness
   * would have come.
   */
  boolean isPlain() {
    double t = SECONDS * (1.0 + confirmed);
    double walk = Math.sqrt(roughness / Math.max(1, confirmed) * t);
    return confirmed >= CONFIRMED
        && Math.abs(offsetGramsPerSecond) > TOLD_GRAMS_PER_SECOND
        && Math.abs(offsetGramsPerSecond) * t > WALK_SIGMAS * walk;
  }

  /** Numbers are missing, or a load came or went: what was seen is no line. */
  void clear() {
    seconds = 0;
    sum = 0;
    bins = 0;
  }

  /**
   * Takes a bin.
   *
   * @param grams with what is followed taken off
   * @return whether a drift, or another one, was found; it is taken off from now on
   */
  boolean finds(double grams, long nanos) {
    if (Double.isNaN(grams)) {
      clear();
      return false;
    }
    sum += grams;
    if (++bins < BINS_A_SECOND) {
      return false;
    }
    if (seconds == SECONDS) {
      System.arraycopy(means, 1, means, 0, SECONDS - 1);
      seconds--;
    }
    means[seconds++] = sum / bins;
    sum = 0;
    bins = 0;
    if (seconds < SECONDS) {
      return false;
    }
    double slope = slope();
    double rise = Math.abs(slope) * SECONDS;
    double beside = besideLine(slope);
    boolean wanders = rise >= LEAST_GRAMS && Math.abs(slope) <= MOST_GRAMS_PER_SECOND;
    if (wanders && beside <= LINE_SHARE * rise) {
      follow(offsetGramsPerSecond + slope, nanos);
      return true;
    }
    if (offsetGramsPerSecond != 0) {
      judge(slope, nanos);
    }
    return false;
  }

  private void follow(double gramsPerSecond, long nanos) {
    offset = gramsAt(nanos);
    offsetGramsPerSecond = gramsPerSecond;
    sinceNanos = nanos;
    confirmed = 0;
    roughness = 0;
    refuted = 0;
    clear();
  }

  /** Whether what is followed goes on: the next stretch must be level without it. */
  private void judge(double slope, long nanos) {
    if (Math.abs(slope) <= REMAINING_SHARE * Math.abs(offsetGramsPerSecond)) {
      confirmed++;
      roughness += roughness(slope);
      refuted = 0;
      clear();
    } else if (++refuted >= REFUTED * SECONDS) {
      follow(0, nanos);
    }
  }

  private double slope() {
    double both = 0;
    double squares = 0;
    for (int i = 0; i < SECONDS; i++) {
      double t = i - (SECONDS - 1) / 2.0;
      both += t * means[i];
      squares += t * t;
    }
    return both / squares;
  }

  /** Mean square of what the means go from one to the next, but for the slope. */
  private double roughness(double slope) {
    double squares = 0;
    for (int i = 1; i < SECONDS; i++) {
      double away = means[i] - means[i - 1] - slope;
      squares += away * away;
    }
    return squares / (SECONDS - 1);
  }

  /** Standard deviation of the means about the line. */
  private double besideLine(double slope) {
    double middle = 0;
    for (double m : means) {
      middle += m / SECONDS;
    }
    double squares = 0;
    for (int i = 0; i < SECONDS; i++) {
      double away = means[i] - middle - slope * (i - (SECONDS - 1) / 2.0);
      squares += away * away;
    }
    return Math.sqrt(squares / (SECONDS - 2));
  }
}
