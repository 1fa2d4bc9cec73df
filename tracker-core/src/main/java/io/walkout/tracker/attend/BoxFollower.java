package io.walkout.tracker.attend;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Carries boxes from the picture of the last search to the next ones: each box's pixels are sampled
 * on a small grid at the search, and looked for about the place where its motion takes it (least
 * sum of absolute differences, mean brightness taken out). Size stays. The sample isn't renewed
 * between searches, so nothing drifts for longer than until the next. Arrays only; one thread.
 */
final class BoxFollower {
  private static final int COLUMNS = 10;
  private static final int ROWS = 20;
  private static final int SAMPLES = COLUMNS * ROWS;

  /** The part of a box that is sampled: its rim shows what is behind. */
  private static final float INNER_WIDTH = 0.6f;

  private static final float INNER_HEIGHT = 0.9f;

  /** How far it looks to the sides, in steps of a twelfth of the width. */
  private static final int ASIDE = 6;

  /** How far it looks up and down, in the same steps. */
  private static final int UPWARD = 3;

  private static final float STEP = 1 / 12f;

  /** A match must be so much better than an average place of its surroundings. */
  private static final double GOOD = 0.75;

  /**
   * What a step's square away from the foretold place costs a sample: far below a sensor's noise.
   */
  private static final double FORETOLD = 0.05;

  private final float[] samples = new float[SAMPLES * Detections.CAPACITY];
  private final float[] probe = new float[SAMPLES];
  private double bestCost;
  private int bestAside;
  private int bestUp;

  /** Samples every box of a picture that was searched. */
  void remember(ByteBuffer bgr, int width, int height, Detections found) {
    for (int i = 0; i < found.count; i++) {
      sample(bgr, width, height, found.boxes, i, 0, 0, samples, SAMPLES * i);
    }
  }

  /**
   * Looks for box {@code i} of the last search about where {@code at} stands now, and moves it
   * there.
   *
   * @param at boxes of this picture; box {@code i} is moved
   * @return whether a place was found that is clearly the best
   */
  boolean follow(ByteBuffer bgr, int width, int height, float[] at, int i) {
    float step = STEP * at[4 * i + 2];
    if (step * 12 < 4) {
      return false; // fewer pixels than steps
    }
    bestCost = Double.MAX_VALUE;
    double sum = 0;
    for (int up = -UPWARD; up <= UPWARD; up++) {
      for (int aside = -ASIDE; aside <= ASIDE; aside++) {
        sum += tryPlace(bgr, width, height, at, i, aside, up, step);
      }
    }
    double mean = sum / ((2 * UPWARD + 1) * (2 * ASIDE + 1));
    boolean inside = Math.abs(bestAside) < ASIDE && Math.abs(bestUp) < UPWARD;
    if (bestCost > GOOD * mean) {
      return false;
    }
    at[4 * i] += bestAside * step;
    at[4 * i + 1] += bestUp * step;
    return inside;
  }

  private double tryPlace(
      ByteBuffer bgr, int width, int height, float[] at, int i, int aside, int up, float step) {
    sample(bgr, width, height, at, i, aside * step, up * step, probe, 0);
    double cost = 0;
    for (int k = 0; k < SAMPLES; k++) {
      cost += Math.abs(probe[k] - samples[SAMPLES * i + k]);
    }
    // Ties, as on a plain wall or on stripes, go to the place that the motion foretold.
    cost += SAMPLES * FORETOLD * (aside * aside + up * up);
    if (cost < bestCost) {
      bestCost = cost;
      bestAside = aside;
      bestUp = up;
    }
    return cost;
  }

  private static void sample(
      ByteBuffer bgr,
      int width,
      int height,
      float[] boxes,
      int i,
      float dx,
      float dy,
      float[] to,
      int from) {
    float w = boxes[4 * i + 2] * INNER_WIDTH;
    float h = boxes[4 * i + 3] * INNER_HEIGHT;
    float left = boxes[4 * i] + dx + (boxes[4 * i + 2] - w) / 2;
    float top = boxes[4 * i + 1] + dy + (boxes[4 * i + 3] - h) / 2;
    PixelGrid.sample(bgr, width, height, left, top, w, h, COLUMNS, ROWS, to, from);
  }
}
