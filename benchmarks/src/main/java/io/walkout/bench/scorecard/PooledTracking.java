package io.walkout.bench.scorecard;

import io.walkout.node.score.tracking.Tracking;
import io.walkout.node.score.tracking.TrackingSums;
import org.jspecify.annotations.Nullable;

/**
 * Adds the tracking of many cases into one. As {@link TrackingSums#plus}, but in place and without
 * distances: a bootstrap adds a million of them. One thread.
 */
final class PooledTracking {
  private static final TrackingSums NONE = TrackingSums.none();

  private final long[] truePositives = new long[TrackingSums.THRESHOLDS];
  private final double[] association = new double[TrackingSums.THRESHOLDS];
  private long frames;
  private long truthTracks;
  private long resultTracks;
  private long truthBoxes;
  private long resultBoxes;
  private long clearTruePositives;
  private long switches;
  private long fragments;
  private long identityTruePositives;
  private int added;

  /** Adds a case's; a case without tracks adds nothing. */
  void add(@Nullable TrackingSums sums) {
    if (sums == null) {
      return;
    }
    for (int a = 0; a < TrackingSums.THRESHOLDS; a++) {
      truePositives[a] += sums.hotaTruePositives()[a];
      association[a] += sums.hotaAssociation()[a];
    }
    frames += sums.frames();
    truthTracks += sums.truthTracks();
    resultTracks += sums.resultTracks();
    truthBoxes += sums.truthBoxes();
    resultBoxes += sums.resultBoxes();
    clearTruePositives += sums.truePositives();
    switches += sums.identitySwitches();
    fragments += sums.fragments();
    identityTruePositives += sums.identityTruePositives();
    added++;
  }

  /** The figures over all that was added; null if no case had tracks. */
  @Nullable Tracking figures() {
    return added == 0
        ? null
        : Tracking.of(
            new TrackingSums(
                frames,
                truthTracks,
                resultTracks,
                truthBoxes,
                resultBoxes,
                truePositives,
                association,
                clearTruePositives,
                switches,
                fragments,
                identityTruePositives,
                NONE.distances()));
  }
}
