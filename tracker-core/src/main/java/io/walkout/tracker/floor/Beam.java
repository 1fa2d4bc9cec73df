package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * One person's likeliest explanations of a moment: which box, or none, in each picture. Pictures
 * are asked one after the other, each in the light of those before, and only the best explanations
 * go on: a box that fits by chance in one picture finds no company in the next.
 */
final class Beam {
  /** Numbers of a guess: x, y, height, then their covariance row by row. */
  static final int GUESS = 12;

  /** Explanations this much worse than the best (log) are not followed. */
  private static final double HOPELESS = 14;

  /** Explanations kept. */
  final int width;

  private final int views;

  /** Explanations found. */
  int count;

  /** Score of each, log against "no box is anybody's". */
  final double[] score;

  /** Box of explanation k in view v at {@code k * views + v}; -1 for none. */
  final int[] box;

  /** What that box adds over none. */
  final double[] gain;

  private double[] guess;
  private double[] nextGuess;
  private final double[] nextScore;
  private final int[] nextFrom;
  private final int[] nextBox;
  private final double[] nextGain;
  private int nextCount;
  private final int[] boxBefore;
  private final double[] gainBefore;
  private final double[] trial = new double[GUESS];

  Beam(int width, int views) {
    this.width = width;
    this.views = views;
    score = new double[width];
    box = new int[width * views];
    gain = new double[width * views];
    guess = new double[width * GUESS];
    nextGuess = new double[width * GUESS];
    nextScore = new double[width];
    nextFrom = new int[width];
    nextBox = new int[width];
    nextGain = new double[width];
    boxBefore = new int[width * views];
    gainBefore = new double[width * views];
  }

  /** Starts from what is expected of a person. */
  void start(double[] state, int s, double[] covariance, int c) {
    count = 1;
    score[0] = 0;
    Arrays.fill(box, -1);
    Arrays.fill(gain, 0);
    guess[0] = state[s];
    guess[1] = state[s + 1];
    guess[2] = state[s + 4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        guess[3 + 3 * i + j] =
            covariance[c + PersonFilter.STATE * (i < 2 ? i : 4) + (j < 2 ? j : 4)];
      }
    }
  }

  /** Asks one picture. */
  void ask(CameraEvidence camera, int view, int slot) {
    double miss = Math.log(1 - camera.chance(slot));
    nextCount = 0;
    for (int k = 0; k < count; k++) {
      offer(k, -1, miss, miss, guess, k * GUESS);
      camera.extend(this, k, slot, miss);
    }
    System.arraycopy(box, 0, boxBefore, 0, count * views);
    System.arraycopy(gain, 0, gainBefore, 0, count * views);
    count = nextCount;
    for (int k = 0; k < count; k++) {
      System.arraycopy(boxBefore, nextFrom[k] * views, box, k * views, views);
      System.arraycopy(gainBefore, nextFrom[k] * views, gain, k * views, views);
      box[k * views + view] = nextBox[k];
      gain[k * views + view] = nextGain[k];
      score[k] = nextScore[k];
    }
    double[] swap = guess;
    guess = nextGuess;
    nextGuess = swap;
  }

  double[] guess() {
    return guess;
  }

  double[] trial() {
    return trial;
  }

  /** Takes an explanation that goes on from explanation {@code from} with a box or none. */
  void offer(int from, int withBox, double adds, double miss, double[] at, int offset) {
    double total = score[from] + adds;
    if (nextCount > 0 && total < nextScore[0] - HOPELESS) {
      return;
    }
    int place = Math.min(nextCount, width - 1);
    if (nextCount == width && total <= nextScore[place]) {
      return;
    }
    while (place > 0 && nextScore[place - 1] < total) {
      nextScore[place] = nextScore[place - 1];
      nextFrom[place] = nextFrom[place - 1];
      nextBox[place] = nextBox[place - 1];
      nextGain[place] = nextGain[place - 1];
      System.arraycopy(nextGuess, (place - 1) * GUESS, nextGuess, place * GUESS, GUESS);
      place--;
    }
    nextScore[place] = total;
    nextFrom[place] = from;
    nextBox[place] = withBox;
    nextGain[place] = adds - miss;
    System.arraycopy(at, offset, nextGuess, place * GUESS, GUESS);
    nextCount = Math.min(nextCount + 1, width);
  }
}
