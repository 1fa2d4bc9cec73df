package io.walkout.node.score.tracking;

/**
 * Identity figures (E. Ristani, F. Solera, R. Zou, R. Cucchiara, C. Tomasi: Performance measures
 * and a data set for multi-target, multi-camera tracking, ECCV workshops 2016, section 3): each
 * true track goes with at most one reported track for all time, so that the most places agree.
 */
final class IdentityMatch {
  private IdentityMatch() {}

  /** Places that agree at a similarity of a half or more under the best assignment. */
  static long truePositives(TrackFrames sequence) {
    double[][] overlap = new double[sequence.truthTracks()][sequence.resultTracks()];
    for (TrackFrames.TrackFrame frame : sequence.frames()) {
      for (int t = 0; t < frame.truth().length; t++) {
        for (int r = 0; r < frame.result().length; r++) {
          if (frame.similarity()[t][r] >= ClearMot.SAME) {
            overlap[frame.truth()[t]][frame.result()[r]]++;
          }
        }
      }
    }
    int[] columnOf = new BestAssignment().solve(overlap);
    long sum = 0;
    for (int t = 0; t < columnOf.length; t++) {
      if (columnOf[t] >= 0) {
        sum += (long) overlap[t][columnOf[t]];
      }
    }
    return sum;
  }
}
