package io.walkout.models.net;

import io.walkout.store.signal.Detections;
import java.util.Arrays;

/**
 * Boxes that a net's head proposes for one picture, in pixels of the net's input, before the best
 * of those that mean the same person are chosen. Plain arrays, reused. Single-threaded.
 */
final class Candidates {
  /** Scores are shares; rounding may take them this far out of 0..1. */
  static final float LEAST_SCORE = -1e-3f;

  private static final float MOST_SCORE = 1 + 1e-3f;

  /** From here on a net says that somebody is there rather than not. */
  private static final float SURE_SCORE = 0.5f;

  private final int capacity;
  private final float[] left;
  private final float[] top;
  private final float[] right;
  private final float[] bottom;
  private final float[] score;
  private final long[] order;
  private final int[] kept = new int[Detections.CAPACITY];
  private int count;
  private boolean bad;

  /**
   * For a net with so many places where it can see somebody.
   *
   * @param places cells or queries of the net. More than half of them claiming somebody at once is
   *     no picture of people: a person takes about a dozen cells of a grid
   */
  Candidates(int places) {
    capacity = Math.max(1, places / 2);
    left = new float[capacity];
    top = new float[capacity];
    right = new float[capacity];
    bottom = new float[capacity];
    score = new float[capacity];
    order = new long[capacity];
  }

  void clear() {
    count = 0;
    bad = false;
  }

  /** Says that the net gave a number that can't be. */
  void spoil() {
    bad = true;
  }

  /** Whether the net's answer as a whole can't be believed. */
  boolean bad() {
    return bad;
  }

  int count() {
    return count;
  }

  /** Adds a box; a number that is none, or too many boxes, spoils the lot. */
  void add(float x0, float y0, float x1, float y1, float confidence) {
    boolean numbers = Float.isFinite(x0 + y0 + x1 + y1);
    if (!numbers || !(confidence <= MOST_SCORE) || count == capacity) {
      bad = true;
      return;
    }
    left[count] = x0;
    top[count] = y0;
    right[count] = x1;
    bottom[count] = y1;
    score[count] = confidence;
    count++;
  }

  /**
   * Keeps the best box of each person: greedily, best score first, without those that overlap a
   * kept one by more than a share of what both cover together; equal scores in the net's order.
   *
   * @param overlap intersection over union above which two boxes are one person; 1 keeps all
   * @param placement where the picture lies in the net's input
   * @param out receives the boxes in pixels of the picture, as many as it holds. Left empty, and
   *     this spoilt, if there would be more of a fair score than that
   */
  void suppress(float overlap, Placement placement, Detections out) {
    sort();
    int people = 0;
    for (int k = 0; k < count && !bad; k++) {
      int i = (int) order[k];
      if (right[i] <= left[i] || bottom[i] <= top[i] || covered(i, people, overlap)) {
        continue;
      }
      if (people == kept.length) {
        // The doubtful ones beyond are dropped; more people than that for sure are a broken net.
        bad = score[i] >= SURE_SCORE;
        break;
      }
      kept[people++] = i;
    }
    for (int k = 0; k < people && !bad; k++) {
      int i = kept[k];
      float x = placement.pictureX(left[i]);
      float y = placement.pictureY(top[i]);
      out.add(
          x,
          y,
          placement.pictureX(right[i]) - x,
          placement.pictureY(bottom[i]) - y,
          Math.clamp(score[i], 0, 1));
    }
  }

  /** By falling score: scores are not negative, so their bits rise as they do. */
  private void sort() {
    for (int i = 0; i < count; i++) {
      order[i] = (long) ~Float.floatToRawIntBits(score[i]) << 32 | i;
    }
    Arrays.sort(order, 0, count);
  }

  private boolean covered(int i, int people, float overlap) {
    float area = (right[i] - left[i]) * (bottom[i] - top[i]);
    for (int k = 0; k < people; k++) {
      int j = kept[k];
      float w = Math.min(right[i], right[j]) - Math.max(left[i], left[j]);
      float h = Math.min(bottom[i], bottom[j]) - Math.max(top[i], top[j]);
      if (w > 0 && h > 0) {
        float both = w * h;
        float either = area + (right[j] - left[j]) * (bottom[j] - top[j]) - both;
        if (both > overlap * either) {
          return true;
        }
      }
    }
    return false;
  }
}
