package io.walkout.node.score.tracking;

import java.util.Arrays;

/**
 * The figures of tracking, as shares of 1.
 *
 * @param hota the geometric mean of detection and association, over 19 thresholds
 * @param detA detection accuracy
 * @param assA association accuracy
 * @param mota CLEAR's accuracy: 1 less misses, false places and switches for each true place; below
 *     0 if there are more of them than places
 * @param idf1 places that carry the right identity for all time: 2 IDTP / (truth + reported)
 * @param identitySwitches how often a true track went on under another identity
 * @param fragments how often a true track was found again after not having been
 * @param found share of true places with a reported one within half a metre (IoU of a half)
 * @param falsePlaces reported places that are nobody's, for each true place
 * @param medianErrorMetres median distance of those found; NaN if none was
 * @param sums what the figures are made of, to be added to those of other sequences
 */
public record Tracking(
    double hota,
    double detA,
    double assA,
    double mota,
    double idf1,
    long identitySwitches,
    long fragments,
    double found,
    double falsePlaces,
    double medianErrorMetres,
    TrackingSums sums) {

  /** Judges a sequence. Time grows with frames times the cube of the people in one. */
  public static Tracking judge(TrackFrames sequence) {
    Hota hota = new Hota(sequence);
    ClearMot clear = new ClearMot(sequence);
    double[] distances = clear.distances();
    Arrays.sort(distances);
    long[] counts = new long[TrackingSums.DISTANCE_STEPS];
    for (double metres : distances) {
      int step = (int) (metres / TrackingSums.DISTANCE_STEP_METRES);
      counts[Math.clamp(step, 0, counts.length - 1)]++;
    }
    TrackingSums sums =
        new TrackingSums(
            sequence.frames().size(),
            sequence.truthTracks(),
            sequence.resultTracks(),
            sequence.truthBoxes(),
            sequence.resultBoxes(),
            hota.truePositives,
            hota.association,
            clear.truePositives,
            clear.identitySwitches,
            clear.fragments,
            IdentityMatch.truePositives(sequence),
            counts);
    return of(sums, median(distances));
  }

  /**
   * The figures of several sequences as if they were one; the median distance is that of sums: good
   * to half of {@link TrackingSums#DISTANCE_STEP_METRES}.
   */
  public static Tracking of(TrackingSums sums) {
    return of(sums, median(sums.distances()));
  }

  private static Tracking of(TrackingSums s, double medianMetres) {
    double hota = 0;
    double detA = 0;
    double assA = 0;
    for (int a = 0; a < TrackingSums.THRESHOLDS; a++) {
      long tp = s.hotaTruePositives()[a];
      double detection = (double) tp / Math.max(1, s.truthBoxes() + s.resultBoxes() - tp);
      double association = s.hotaAssociation()[a] / Math.max(1, tp);
      detA += detection / TrackingSums.THRESHOLDS;
      assA += association / TrackingSums.THRESHOLDS;
      hota += Math.sqrt(detection * association) / TrackingSums.THRESHOLDS;
    }
    long truth = Math.max(1, s.truthBoxes());
    long tp = s.truePositives();
    long falsePlaces = s.resultBoxes() - tp;
    return new Tracking(
        hota,
        detA,
        assA,
        (double) (tp - falsePlaces - s.identitySwitches()) / truth,
        2.0 * s.identityTruePositives() / Math.max(1, s.truthBoxes() + s.resultBoxes()),
        s.identitySwitches(),
        s.fragments(),
        (double) tp / truth,
        (double) falsePlaces / truth,
        medianMetres,
        s);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Median of counts, taken to lie evenly within each step. */
  private static double median(long[] counts) {
    double half = Arrays.stream(counts).sum() / 2.0;
    if (half == 0) {
      return Double.NaN;
    }
    double below = 0;
    int i = 0;
    while (below + counts[i] < half) {
      below += counts[i++];
    }
    return (i + (half - below) / counts[i]) * TrackingSums.DISTANCE_STEP_METRES;
  }
}
