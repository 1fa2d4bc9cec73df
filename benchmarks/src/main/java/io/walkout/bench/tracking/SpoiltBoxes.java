package io.walkout.bench.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * A way to spoil a sequence's boxes before they are followed: what a detector with another scale of
 * scores, one that misses or trembles, or a later beginning would have given. Seeded: the same
 * frame of the same variant is always spoilt alike.
 *
 * @param name as it stands in the table
 * @param framesLate pictures left out at the beginning, of the truth too
 * @param scores what becomes of a score; the result is cut to 0..1
 * @param dropped share of boxes that are missed
 * @param jitter standard deviation by which edges are moved, shares of the box's height
 * @param shuffled whether the boxes of a picture are dealt anew
 * @param seed of what is dropped, moved and dealt
 */
record SpoiltBoxes(
    String name,
    int framesLate,
    DoubleUnaryOperator scores,
    double dropped,
    double jitter,
    boolean shuffled,
    long seed) {
  /** As they are. */
  static final SpoiltBoxes NOT = new SpoiltBoxes("as they are", 0, s -> s, 0, 0, false, 0);

  private static final int[] FRAMES_LATE = {10, 20, 40};
  private static final int SEEDS = 5;

  /** Detectors whose scores mean something else. */
  static List<SpoiltBoxes> otherScores() {
    return List.of(
        scores("score - 0.25", s -> s - 0.25),
        scores("score - 0.15", s -> s - 0.15),
        scores("score + 0.1", s -> s + 0.1),
        scores("score * 0.5", s -> 0.5 * s),
        scores("score * 0.7", s -> 0.7 * s),
        scores("score ^ 2", s -> s * s),
        scores("sqrt(score)", Math::sqrt));
  }

  private static SpoiltBoxes scores(String name, DoubleUnaryOperator scores) {
    return new SpoiltBoxes(name, 0, scores, 0, 0, false, 0);
  }

  /** The same people from a later picture on. */
  static List<SpoiltBoxes> laterBeginnings() {
    List<SpoiltBoxes> all = new ArrayList<>();
    for (int late : FRAMES_LATE) {
      all.add(new SpoiltBoxes(late + " frames late", late, s -> s, 0, 0, false, 0));
    }
    return all;
  }

  /** Worse detectors, several times each, and the same boxes in another order. */
  static List<SpoiltBoxes> worseBoxes() {
    List<SpoiltBoxes> all = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      all.add(new SpoiltBoxes("5 % missed, seed " + seed, 0, s -> s, 0.05, 0, false, seed));
    }
    for (int seed = 1; seed <= SEEDS; seed++) {
      all.add(new SpoiltBoxes("edges moved 2 %, seed " + seed, 0, s -> s, 0, 0.02, false, seed));
    }
    all.add(new SpoiltBoxes("other order", 0, s -> s, 0, 0, true, 1));
    return all;
  }

  /**
   * Spoils the boxes of a picture where they lie.
   *
   * @return how many are left
   */
  int spoil(int frame, float[] boxes, float[] itsScores, int count) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + frame);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean missed = dropped > 0 && random.nextDouble() < dropped;
      if (!missed) {
        float wide = boxes[4 * i + 2];
        float high = boxes[4 * i + 3];
        for (int c = 0; c < 4; c++) {
          double moved = jitter > 0 ? jitter * high * random.nextGaussian() : 0;
          boxes[4 * kept + c] = (float) (boxes[4 * i + c] + moved);
        }
        boxes[4 * kept + 2] = Math.max(wide / 2, boxes[4 * kept + 2]);
        boxes[4 * kept + 3] = Math.max(high / 2, boxes[4 * kept + 3]);
        double score = scores.applyAsDouble(itsScores[i]);
        itsScores[kept++] = (float) Math.clamp(score, 0, 1);
      }
    }
    for (int i = kept - 1; shuffled && i > 0; i--) {
      swap(boxes, itsScores, i, random.nextInt(i + 1));
    }
    return kept;
  }

  private static void swap(float[] boxes, float[] scores, int a, int b) {
    float score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
    for (int c = 0; c < 4; c++) {
      float edge = boxes[4 * a + c];
      boxes[4 * a + c] = boxes[4 * b + c];
      boxes[4 * b + c] = edge;
    }
  }
}
