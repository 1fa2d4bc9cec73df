package io.walkout.tracker.box;

import java.util.Arrays;

/**
 * The boxes of one picture that are looked at: finite, of some size, not too faint. If there are
 * more than fit, those with the highest scores stay, earlier ones first. Reusable; allocates
 * nothing.
 */
final class SeenBoxes {
  static final int CAPACITY = BoxTracker.BOX_CAPACITY;

  private static final int STEPS = 1000;

  final double[] left = new double[CAPACITY];
  final double[] top = new double[CAPACITY];
  final double[] width = new double[CAPACITY];
  final double[] height = new double[CAPACITY];
  final double[] score = new double[CAPACITY];

  /** Where each stood among the boxes that were given. */
  final int[] given = new int[CAPACITY];

  /** Whether a track has it. */
  final boolean[] taken = new boolean[CAPACITY];

  private final int[] withScore = new int[STEPS + 1];

  int count;

  /** Takes over a picture's boxes. */
  void load(float[] boxes, float[] scores, int offered, double faintScore) {
    Arrays.fill(withScore, 0);
    int usable = 0;
    for (int i = 0; i < offered; i++) {
      if (isUsable(boxes, scores, i, faintScore)) {
        withScore[step(scores[i])]++;
        usable++;
      }
    }
    int lowest = 0;
    while (usable > CAPACITY && usable - withScore[lowest] >= CAPACITY) {
      usable -= withScore[lowest++];
    }
    int tooMany = Math.max(0, usable - CAPACITY); // of the lowest step, where they stand last
    int ofLowest = withScore[lowest] - tooMany;
    count = 0;
    for (int i = 0; i < offered; i++) {
      if (isUsable(boxes, scores, i, faintScore)) {
        int step = step(scores[i]);
        if (step > lowest || (step == lowest && ofLowest-- > 0)) {
          add(boxes, scores[i], i);
        }
      }
    }
  }

  private static boolean isUsable(float[] boxes, float[] scores, int i, double faintScore) {
    float w = boxes[4 * i + 2];
    float h = boxes[4 * i + 3];
    return w > 0
        && h > 0
        && scores[i] >= faintScore
        && Float.isFinite(boxes[4 * i] + boxes[4 * i + 1] + w + h + scores[i]);
  }

  private static int step(float score) {
    return (int) (Math.clamp(score, 0, 1) * STEPS);
  }

  private void add(float[] boxes, float itsScore, int i) {
    left[count] = boxes[4 * i];
    top[count] = boxes[4 * i + 1];
    width[count] = boxes[4 * i + 2];
    height[count] = boxes[4 * i + 3];
    score[count] = Math.min(1, itsScore);
    given[count] = i;
    taken[count] = false;
    count++;
  }
}
