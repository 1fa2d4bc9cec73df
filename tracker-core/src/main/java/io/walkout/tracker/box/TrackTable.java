package io.walkout.tracker.box;

/**
 * The tracks, as arrays by slot. A slot keeps its track for life; {@link #order} names the slots in
 * use, oldest track first.
 */
final class TrackTable {
  static final int CAPACITY = BoxTracker.TRACK_CAPACITY;

  /** Sides of a box that are filtered: middle, footing, width, height. */
  static final int AXES = 4;

  /** Of each: value, speed, and the three variances of the two. */
  static final int AXIS = 5;

  static final int STATE = AXES * AXIS;

  final int[] order = new int[CAPACITY];
  int count;

  final double[] state = new double[CAPACITY * STATE];

  /** Box predicted for this picture, then the one estimated in it. */
  final double[] left = new double[CAPACITY];

  final double[] top = new double[CAPACITY];
  final double[] width = new double[CAPACITY];
  final double[] height = new double[CAPACITY];

  /** Number, or 0 as long as it is not certain. */
  final long[] number = new long[CAPACITY];

  /** Log-odds of being a person. */
  final double[] evidence = new double[CAPACITY];

  /** Evidence below which a track that is not certain is given up. */
  final double[] leastEvidence = new double[CAPACITY];

  final boolean[] certain = new boolean[CAPACITY];
  final boolean[] gone = new boolean[CAPACITY];
  final double[] seenAt = new double[CAPACITY];

  /** Pictures since it was seen. */
  final int[] missed = new int[CAPACITY];

  /** Box of this picture, or -1. */
  final int[] box = new int[CAPACITY];

  final double[] score = new double[CAPACITY];

  /** Share that nearer people cover. */
  final double[] cover = new double[CAPACITY];

  /** Probability of being there although not seen. */
  final double[] there = new double[CAPACITY];

  private final int[] free = new int[CAPACITY];
  private int freeCount;

  TrackTable() {
    for (int i = 0; i < CAPACITY; i++) {
      free[i] = CAPACITY - 1 - i;
    }
    freeCount = CAPACITY;
  }

  /** A slot for a new track; -1 if all are taken. */
  int add() {
    if (freeCount == 0) {
      return -1;
    }
    int k = free[--freeCount];
    order[count++] = k;
    number[k] = 0;
    certain[k] = false;
    gone[k] = false;
    missed[k] = 0;
    cover[k] = 0;
    there[k] = 1;
    return k;
  }

  /** Frees the slots of those who are gone. */
  void sweep() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int k = order[i];
      if (gone[k]) {
        free[freeCount++] = k;
      } else {
        order[kept++] = k;
      }
    }
    count = kept;
  }

  /** Common area of two tracks' boxes, square pixels. */
  double common(int a, int b) {
    double w = common(left[a], width[a], left[b], width[b]);
    return w > 0 ? w * common(top[a], height[a], top[b], height[b]) : 0;
  }

  /** Overlap of a track's box with one that was seen: intersection over union. */
  double overlap(int k, SeenBoxes seen, int j) {
    double w = common(left[k], width[k], seen.left[j], seen.width[j]);
    if (w <= 0) {
      return 0;
    }
    double both = w * common(top[k], height[k], seen.top[j], seen.height[j]);
    return both / (width[k] * height[k] + seen.width[j] * seen.height[j] - both);
  }

  /** Length that two stretches share; not below 0. */
  static double common(double from1, double length1, double from2, double length2) {
    return Math.max(0, Math.min(from1 + length1, from2 + length2) - Math.max(from1, from2));
  }
}
