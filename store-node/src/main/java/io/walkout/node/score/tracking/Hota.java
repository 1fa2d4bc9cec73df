package io.walkout.node.score.tracking;

/**
 * Higher order tracking accuracy (J. Luiten, A. Osep, P. Dendorfer, P. Torr, A. Geiger, L.
 * Leal-Taixe, B. Leibe: HOTA, International Journal of Computer Vision 129, 2021, section 4). Pairs
 * are made once for all thresholds, by similarity weighed with how much the two tracks have in
 * common over the whole sequence, as the authors' own program does.
 */
final class Hota {
  /** Below this a sum of similarities is none. */
  private static final double TINY = Math.ulp(1.0);

  private final TrackFrames sequence;
  private final int columns;
  private final long[] truthLength;
  private final long[] resultLength;
  final long[] truePositives = new long[TrackingSums.THRESHOLDS];
  final double[] association = new double[TrackingSums.THRESHOLDS];

  Hota(TrackFrames sequence) {
    this.sequence = sequence;
    columns = sequence.resultTracks();
    truthLength = new long[sequence.truthTracks()];
    resultLength = new long[columns];
    pair(affinity());
  }

  /** A threshold of similarity. */
  static double threshold(int index) {
    return (index + 1) / 20.0;
  }

  private double[] affinity() {
    double[] shared = new double[truthLength.length * columns];
    for (TrackFrames.TrackFrame frame : sequence.frames()) {
      for (int t : frame.truth()) {
        truthLength[t]++;
      }
      for (int r : frame.result()) {
        resultLength[r]++;
      }
      share(frame, shared);
    }
    for (int t = 0; t < truthLength.length; t++) {
      for (int r = 0; r < columns; r++) {
        int k = t * columns + r;
        shared[k] /= Math.max(truthLength[t] + resultLength[r] - shared[k], TINY);
      }
    }
    return shared;
  }

  private void share(TrackFrames.TrackFrame frame, double[] shared) {
    double[][] s = frame.similarity();
    double[] ofResult = new double[frame.result().length];
    for (double[] row : s) {
      for (int r = 0; r < ofResult.length; r++) {
        ofResult[r] += row[r];
      }
    }
    for (int t = 0; t < s.length; t++) {
      double ofTruth = 0;
      for (double value : s[t]) {
        ofTruth += value;
      }
      for (int r = 0; r < ofResult.length; r++) {
        double rest = ofTruth + ofResult[r] - s[t][r];
        if (rest > TINY) {
          shared[frame.truth()[t] * columns + frame.result()[r]] += s[t][r] / rest;
        }
      }
    }
  }

  private void pair(double[] affinity) {
    int[][] pairs = new int[TrackingSums.THRESHOLDS][affinity.length];
    BestAssignment best = new BestAssignment();
    for (TrackFrames.TrackFrame frame : sequence.frames()) {
      double[][] s = frame.similarity();
      double[][] score = new double[s.length][frame.result().length];
      for (int t = 0; t < s.length; t++) {
        for (int r = 0; r < score[t].length; r++) {
          score[t][r] = affinity[frame.truth()[t] * columns + frame.result()[r]] * s[t][r];
        }
      }
      int[] columnOf = best.solve(score);
      for (int t = 0; t < columnOf.length; t++) {
        if (columnOf[t] >= 0) {
          int k = frame.truth()[t] * columns + frame.result()[columnOf[t]];
          count(s[t][columnOf[t]], k, pairs);
        }
      }
    }
    for (int a = 0; a < pairs.length; a++) {
      sumAssociation(a, pairs[a]);
    }
  }

  private void count(double similarity, int k, int[][] pairs) {
    for (int a = 0; a < pairs.length && similarity >= threshold(a) - TINY; a++) {
      truePositives[a]++;
      pairs[a][k]++;
    }
  }

  private void sumAssociation(int a, int[] pairs) {
    for (int k = 0; k < pairs.length; k++) {
      if (pairs[k] > 0) {
        long union = truthLength[k / columns] + resultLength[k % columns] - pairs[k];
        association[a] += (double) pairs[k] * pairs[k] / Math.max(union, 1);
      }
    }
  }
}
