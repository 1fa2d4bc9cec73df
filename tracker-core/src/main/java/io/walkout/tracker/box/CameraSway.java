package io.walkout.tracker.box;

/**
 * How the camera itself moved since the last picture, from what most people's boxes do in common.
 * The common shift is believed as far as it has lately been larger than chance (an empirical Bayes
 * estimate, after C. Stein, 1956): a fixed camera learns to believe nothing.
 */
final class CameraSway {
  /** Fewer people have nothing in common. */
  private static final int LEAST = 4;

  /** Overlap from which on a box surely is its track's. */
  private static final double SURE_OVERLAP = 0.3;

  /** A median's variance over that of a mean, for normal errors: pi / 2. */
  private static final double MEDIAN = Math.PI / 2;

  /** Standard deviation over the median deviation, for normal errors. */
  private static final double DEVIATION = 1.4826;

  private final double learningSeconds;
  private final double sureScore;
  private final TrackTable tracks;
  private final SeenBoxes seen;
  private final BoxMotion motion;
  private final double[] aside = new double[TrackTable.CAPACITY];
  private final double[] below = new double[TrackTable.CAPACITY];
  private double swayX;
  private double swayY;
  private boolean moves;

  CameraSway(
      double learningSeconds,
      double sureScore,
      TrackTable tracks,
      SeenBoxes seen,
      BoxMotion motion) {
    this.learningSeconds = learningSeconds;
    this.sureScore = sureScore;
    this.tracks = tracks;
    this.seen = seen;
    this.motion = motion;
  }

  /** Moves the predictions with the camera. */
  void follow(double seconds) {
    int count = 0;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      int j = tracks.certain[k] && tracks.missed[k] == 0 ? nearest(k) : -1;
      if (j >= 0) {
        aside[count] = motion.aside(k, j);
        below[count] = motion.below(k, j);
        count++;
      }
    }
    if (count < LEAST) {
      return;
    }
    double learned = 1 - Math.exp(-seconds / learningSeconds);
    double dx = median(aside, count);
    double chanceX = chance(aside, count, dx);
    swayX += learned * (dx * dx - chanceX - swayX);
    double dy = median(below, count);
    double chanceY = chance(below, count, dy);
    swayY += learned * (dy * dy - chanceY - swayY);
    moves = swayX > chanceX || swayY > chanceY;
    double believedX = swayX > 0 ? dx * swayX / (swayX + chanceX) : 0;
    double believedY = swayY > 0 ? dy * swayY / (swayY + chanceY) : 0;
    if (believedX != 0 || believedY != 0) {
      motion.shift(believedX, believedY);
    }
  }

  /** Whether the camera has lately moved more than chance makes it seem. */
  boolean isMoving() {
    return moves;
  }

  private int nearest(int k) {
    double most = SURE_OVERLAP;
    int nearest = -1;
    for (int j = 0; j < seen.count; j++) {
      if (seen.score[j] >= sureScore) {
        double overlap = tracks.overlap(k, seen, j);
        if (overlap > most) {
          most = overlap;
          nearest = j;
        }
      }
    }
    return nearest;
  }

  /** Sorts. */
  private static double median(double[] values, int count) {
    sort(values, count);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }

  /** Shell's sort (D. L. Shell, 1959): the library's allocates for some lengths. */
  private static void sort(double[] values, int count) {
    for (int gap = count / 2; gap > 0; gap /= 2) {
      for (int i = gap; i < count; i++) {
        double value = values[i];
        int at = i;
        while (at >= gap && values[at - gap] > value) {
          values[at] = values[at - gap];
          at -= gap;
        }
        values[at] = value;
      }
    }
  }

  /** Variance of the median by chance; leaves the deviations in the array. */
  private static double chance(double[] values, int count, double median) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.abs(values[i] - median);
    }
    double deviation = DEVIATION * median(values, count);
    return MEDIAN * deviation * deviation / count;
  }
}
