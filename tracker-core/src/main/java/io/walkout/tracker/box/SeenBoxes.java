package io.walkout.tracker.box;

/**
 * The boxes of one picture that are looked at: finite, of some size, not too faint. They stand from
 * the highest score down, those of one score by their place and size, so that the order they came
 * in changes nothing. If there are more than fit, the first in that order stay and the others are
 * counted. Reusable; allocates nothing.
 */
final class SeenBoxes {
  static final int CAPACITY = BoxTracker.BOX_CAPACITY;

  final double[] left = new double[CAPACITY];
  final double[] top = new double[CAPACITY];
  final double[] width = new double[CAPACITY];
  final double[] height = new double[CAPACITY];

  /** On the scale that the tracker's settings are in. */
  final double[] score = new double[CAPACITY];

  /** As the detector gave it. */
  final double[] givenScore = new double[CAPACITY];

  /** Where each stood among the boxes that were given. */
  final int[] given = new int[CAPACITY];

  /** Whether a track has it. */
  final boolean[] taken = new boolean[CAPACITY];

  private final Ranking.Order surer = this::isSurer;
  private float[] boxes = new float[0];
  private float[] scores = new float[0];

  int count;

  /** Boxes left out of all pictures because there were more than fit. */
  long leftOut;

  /**
   * Takes over a picture's boxes.
   *
   * @param faintScore those with a lower score are not looked at, on the settings' scale
   * @param scale what the detector's scores mean on that scale
   */
  void load(
      float[] offeredBoxes,
      float[] offeredScores,
      int offered,
      double faintScore,
      ScoreScale scale) {
    boxes = offeredBoxes;
    scores = offeredScores;
    double faintest = scale.given(faintScore);
    count = 0;
    for (int i = 0; i < offered; i++) {
      if (!isUsable(i, faintest)) {
        continue;
      }
      if (count < CAPACITY) {
        Ranking.push(given, count++, i, surer);
      } else {
        leftOut++;
        if (isSurer(i, given[0])) {
          Ranking.replaceTop(given, count, i, surer);
        }
      }
    }
    Ranking.sortHeap(given, 0, count, surer);
    for (int j = 0; j < count; j++) {
      take(j, given[j], scale);
    }
  }

  private boolean isUsable(int i, double faintest) {
    float w = boxes[4 * i + 2];
    float h = boxes[4 * i + 3];
    return w > 0
        && h > 0
        && scores[i] >= faintest
        && Float.isFinite(boxes[4 * i] + boxes[4 * i + 1] + w + h + scores[i]);
  }

  /** A total order; boxes alike in everything may change places. */
  private boolean isSurer(int a, int b) {
    float difference = scores[a] - scores[b];
    for (int c = 0; c < 4 && difference == 0; c++) {
      difference = boxes[4 * b + c] - boxes[4 * a + c];
    }
    return difference > 0;
  }

  private void take(int j, int i, ScoreScale scale) {
    left[j] = boxes[4 * i];
    top[j] = boxes[4 * i + 1];
    width[j] = boxes[4 * i + 2];
    height[j] = boxes[4 * i + 3];
    givenScore[j] = Math.min(1, scores[i]);
    score[j] = scale.of(givenScore[j]);
    taken[j] = false;
  }
}
