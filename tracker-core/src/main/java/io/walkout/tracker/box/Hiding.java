package io.walkout.tracker.box;

import java.util.Arrays;

/**
 * Who is hidden by whom, and whether somebody who is not seen is still there. The second is
 * learned: of the gaps in this camera's tracks that got so long, in the open or behind others, how
 * many ended with the person where it was predicted? What is known beforehand counts like a few
 * gaps.
 */
final class Hiding {
  /** Ages of a gap: up to 0.07 s, and each bound 1.8 times the one before. */
  private static final int AGES = 8;

  private static final double FIRST_AGE_SECONDS = 0.07;
  private static final double AGE_RATIO = 1.8;

  /** In the open, or behind another. */
  private static final int KINDS = 2;

  private static final int CELLS = AGES * KINDS;

  /** Overlap of the prediction with where the person turned up that makes it right. */
  private static final double RIGHT_OVERLAP = 0.4;

  /** A priori chance of being there at once after the last sight, in the open and hidden. */
  private static final double OPEN_START = 0.9;

  private static final double HIDDEN_START = 0.95;

  /** Only who was seen so lately can hide another. */
  private static final double LATELY_SECONDS = 0.3;

  private final BoxTrackerSettings.Absence s;
  private final TrackTable tracks;
  private final double[] right = new double[CELLS];
  private final double[] wrong = new double[CELLS];
  private final boolean[] passed = new boolean[TrackTable.CAPACITY * CELLS];

  Hiding(BoxTrackerSettings.Absence settings, TrackTable tracks) {
    this.s = settings;
    this.tracks = tracks;
  }

  /** Finds for each track the share of its box that somebody nearer, who stands lower, covers. */
  void cover(double now, double sinceLast) {
    double lately = now - sinceLast - LATELY_SECONDS;
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      double foot = tracks.top[k] + tracks.height[k];
      double most = 0;
      for (int n = 0; n < tracks.count; n++) {
        int o = tracks.order[n];
        if (o != k
            && tracks.certain[o]
            && tracks.seenAt[o] >= lately
            && tracks.top[o] + tracks.height[o] > foot) {
          most = Math.max(most, tracks.common(k, o));
        }
      }
      tracks.cover[k] = most / (tracks.width[k] * tracks.height[k]);
    }
  }

  /** One more picture without the person: notes how likely it still is there. */
  void missed(int k, double now) {
    double age = now - tracks.seenAt[k];
    boolean hidden = isHidden(k);
    int cell = cell(age, hidden);
    passed[k * CELLS + cell] = true;
    double before =
        hidden
            ? HIDDEN_START * Math.exp(-age / s.hiddenSeconds())
            : OPEN_START * Math.exp(-age / s.openSeconds());
    double gaps = right[cell] + wrong[cell] + s.priorGaps();
    tracks.there[k] = (right[cell] + s.priorGaps() * before) / gaps;
  }

  /** Whether somebody nearer covers most of the person's box. */
  private boolean isHidden(int k) {
    return tracks.cover[k] >= s.hiddenFrom();
  }

  /** Whether the prediction of somebody unseen is worth reporting. */
  boolean isThere(int k) {
    return tracks.there[k] >= s.reportFrom();
  }

  /** The gap ended: the person turned up, overlapping the prediction so much. */
  void found(int k, double overlap) {
    settle(k, overlap > RIGHT_OVERLAP);
  }

  /** The gap never ended. */
  void lost(int k) {
    settle(k, false);
  }

  /** Forgets what a slot's earlier track left. */
  void begin(int k) {
    Arrays.fill(passed, k * CELLS, (k + 1) * CELLS, false);
  }

  private void settle(int k, boolean wasRight) {
    for (int c = 0; c < CELLS; c++) {
      if (passed[k * CELLS + c]) {
        passed[k * CELLS + c] = false;
        (wasRight ? right : wrong)[c]++;
      }
    }
  }

  private static int cell(double age, boolean hidden) {
    int a = 0;
    double bound = FIRST_AGE_SECONDS;
    while (a < AGES - 1 && age > bound) {
      a++;
      bound *= AGE_RATIO;
    }
    return hidden ? AGES + a : a;
  }
}
