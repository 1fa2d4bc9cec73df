package io.walkout.node.score.tracking;

import java.util.Arrays;

/**
 * CLEAR MOT (K. Bernardin, R. Stiefelhagen: Evaluating multiple object tracking performance,
 * EURASIP Journal on Image and Video Processing, 2008, section 2): frame by frame, each true person
 * is paired with a reported one at a similarity of a half or more, one who was paired the frame
 * before first.
 */
final class ClearMot {
  /** From this similarity on, two places are one; see {@link Similarity#onFloor}. */
  static final double SAME = 0.5;

  /** Weighs a pair of the frame before above any similarity. */
  private static final double AS_BEFORE = 1000;

  private static final int NOBODY = -1;
  private static final double TINY = Math.ulp(1.0);

  private final BestAssignment best = new BestAssignment();
  private final int[] lastResult;
  private final boolean[] found;
  private int[] before;
  private int[] now;
  private double[] distances = new double[1024];
  long truePositives;
  long identitySwitches;
  long fragments;

  ClearMot(TrackFrames sequence) {
    int tracks = sequence.truthTracks();
    lastResult = new int[tracks];
    before = new int[tracks];
    now = new int[tracks];
    found = new boolean[tracks];
    Arrays.fill(lastResult, NOBODY);
    Arrays.fill(before, NOBODY);
    for (TrackFrames.TrackFrame frame : sequence.frames()) {
      // A frame with nobody to pair tells nothing new: who was paired before stays so.
      if (frame.truth().length > 0 && frame.result().length > 0) {
        add(frame);
      }
    }
  }

  private void add(TrackFrames.TrackFrame frame) {
    double[][] s = frame.similarity();
    double[][] score = new double[s.length][frame.result().length];
    for (int t = 0; t < s.length; t++) {
      for (int r = 0; r < score[t].length; r++) {
        boolean asBefore = before[frame.truth()[t]] == frame.result()[r];
        score[t][r] = s[t][r] < SAME - TINY ? 0 : s[t][r] + (asBefore ? AS_BEFORE : 0);
      }
    }
    int[] columnOf = best.solve(score);
    Arrays.fill(now, NOBODY);
    for (int t = 0; t < columnOf.length; t++) {
      if (columnOf[t] >= 0 && score[t][columnOf[t]] > TINY) {
        pair(frame.truth()[t], frame.result()[columnOf[t]], s[t][columnOf[t]]);
      }
    }
    int[] swap = before;
    before = now;
    now = swap;
  }

  private void pair(int truth, int result, double similarity) {
    now[truth] = result;
    if (lastResult[truth] != NOBODY && lastResult[truth] != result) {
      identitySwitches++;
    }
    if (found[truth] && before[truth] == NOBODY) {
      fragments++;
    }
    found[truth] = true;
    lastResult[truth] = result;
    if (truePositives == distances.length) {
      distances = Arrays.copyOf(distances, 2 * distances.length);
    }
    distances[(int) truePositives++] = Similarity.metres(similarity);
  }

  /** How far the pairs were apart, in no order. */
  double[] distances() {
    return Arrays.copyOf(distances, (int) truePositives);
  }
}
