package io.walkout.tracker.box;

import org.jspecify.annotations.Nullable;

/**
 * What it costs to take a box for a track's person: overlap, distance by its variance, the
 * detector's score, who would have been hidden, and looks where they are known. Boxes are widened
 * before overlapping, by their size (F. Yang, S. Odashima, S. Masui, S. Jiang: C-BIoU, WACV 2023)
 * and, unlike there, by the prediction's uncertainty.
 */
final class PairCost {
  /** No pair costs so much. */
  static final double NEVER = 1e9;

  private final BoxTrackerSettings.Likeness s;
  private final TrackTable tracks;
  private final SeenBoxes seen;
  private final BoxMotion motion;
  private final Looks looks;

  PairCost(
      BoxTrackerSettings.Likeness settings,
      TrackTable tracks,
      SeenBoxes seen,
      BoxMotion motion,
      Looks looks) {
    this.s = settings;
    this.tracks = tracks;
    this.seen = seen;
    this.motion = motion;
    this.looks = looks;
  }

  /**
   * Cost of a pair, from about 0; {@link #NEVER} if the box lies beyond the gate.
   *
   * @param vectors looks of the boxes as they were given; null if there are none
   */
  double of(int k, int j, float @Nullable [] vectors) {
    double varianceX = motion.variance(k, 0, j);
    double dx = motion.aside(k, j);
    if (dx * dx > s.gate() * varianceX) {
      return NEVER; // most pairs of a crowd end here
    }
    double varianceY = motion.variance(k, 1, j);
    double dy = motion.below(k, j);
    double dh = seen.height[j] - tracks.height[k];
    double distance = dx * dx / varianceX + dy * dy / varianceY;
    if (distance > s.gate()) {
      return NEVER;
    }
    distance += dh * dh / motion.variance(k, 3, j);
    if (distance > s.gate()) {
      return NEVER;
    }
    double overlap = overlap(k, j, Math.sqrt(varianceX), Math.sqrt(varianceY));
    double trusted = 1 - s.score() * (1 - seen.score[j]);
    double cost =
        1 - overlap * trusted + s.distance() * distance / s.gate() + s.covered() * tracks.cover[k];
    return vectors == null ? cost : cost + s.look() * looks.difference(k, seen.given[j], vectors);
  }

  private double overlap(int k, int j, double sigmaX, double sigmaY) {
    double wide = s.buffer() * (seen.width[j] + tracks.width[k]) / 2 + s.bufferSigmas() * sigmaX;
    double high = s.buffer() * (seen.height[j] + tracks.height[k]) / 2 + s.bufferSigmas() * sigmaY;
    double w1 = seen.width[j] + 2 * wide;
    double h1 = seen.height[j] + 2 * high;
    double w2 = tracks.width[k] + 2 * wide;
    double h2 = tracks.height[k] + 2 * high;
    double w = TrackTable.common(seen.left[j] - wide, w1, tracks.left[k] - wide, w2);
    double h = TrackTable.common(seen.top[j] - high, h1, tracks.top[k] - high, h2);
    return w * h / (w1 * h1 + w2 * h2 - w * h);
  }
}
