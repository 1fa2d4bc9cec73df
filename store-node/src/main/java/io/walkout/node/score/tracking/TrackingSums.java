package io.walkout.node.score.tracking;

/**
 * What a sequence adds to the figures of tracking: sums over frames, so that those of several
 * sequences can be added and judged as one ({@link Tracking#of}). Arrays are not changed after
 * making.
 *
 * @param frames frames judged
 * @param truthTracks identities in the truth
 * @param resultTracks identities reported
 * @param truthBoxes places in the truth, over all frames
 * @param resultBoxes places reported, over all frames
 * @param hotaTruePositives for each of HOTA's thresholds, the pairs that reach it
 * @param hotaAssociation for each threshold, the sum over its pairs of how well their tracks agree
 * @param truePositives CLEAR's pairs: at a similarity of a half or more
 * @param identitySwitches how often a true track went on under another identity
 * @param fragments how often a true track was found again after not having been
 * @param identityTruePositives pairs of the one best assignment of identities for all time
 * @param distances how many of CLEAR's pairs were how far apart: element i counts those from i to
 *     i+1 times {@link #DISTANCE_STEP_METRES}; on boxes the same of 1 - IoU, as if in metres
 */
public record TrackingSums(
    long frames,
    long truthTracks,
    long resultTracks,
    long truthBoxes,
    long resultBoxes,
    long[] hotaTruePositives,
    double[] hotaAssociation,
    long truePositives,
    long identitySwitches,
    long fragments,
    long identityTruePositives,
    long[] distances) {
  /** HOTA's thresholds of similarity: 0.05, 0.10 ... 0.95. */
  public static final int THRESHOLDS = 19;

  /** How finely distances are told apart once several sequences are judged as one. */
  public static final double DISTANCE_STEP_METRES = 0.005;

  /** Pairs are at most the radius apart; the last element holds those just there. */
  static final int DISTANCE_STEPS =
      (int) Math.round(Similarity.RADIUS_METRES / DISTANCE_STEP_METRES) + 1;

  /** Sums of nothing. */
  public static TrackingSums none() {
    return new TrackingSums(
        0,
        0,
        0,
        0,
        0,
        new long[THRESHOLDS],
        new double[THRESHOLDS],
        0,
        0,
        0,
        0,
        new long[DISTANCE_STEPS]);
  }

  /** These and another sequence's, as if they were one with identities of their own. */
  public TrackingSums plus(TrackingSums o) {
    long[] tp = new long[THRESHOLDS];
    double[] association = new double[THRESHOLDS];
    for (int a = 0; a < THRESHOLDS; a++) {
      tp[a] = hotaTruePositives[a] + o.hotaTruePositives[a];
      association[a] = hotaAssociation[a] + o.hotaAssociation[a];
    }
    long[] far = new long[DISTANCE_STEPS];
    for (int i = 0; i < DISTANCE_STEPS; i++) {
      far[i] = distances[i] + o.distances[i];
    }
    return new TrackingSums(
        frames + o.frames,
        truthTracks + o.truthTracks,
        resultTracks + o.resultTracks,
        truthBoxes + o.truthBoxes,
        resultBoxes + o.resultBoxes,
        tp,
        association,
        truePositives + o.truePositives,
        identitySwitches + o.identitySwitches,
        fragments + o.fragments,
        identityTruePositives + o.identityTruePositives,
        far);
  }
}
