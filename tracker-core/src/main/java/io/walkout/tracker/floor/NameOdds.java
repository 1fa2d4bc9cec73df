package io.walkout.tracker.floor;

/**
 * What one camera's own tracker says about who a box shows: soft evidence, since such a tracker
 * loses and swaps people, too.
 */
final class NameOdds {
  /** Odds of a camera's track going on as the same person: about 19 to 1 a picture. */
  private static final double SAME = 3;

  /** Most that a likeness may say. */
  private static final double MOST = 4;

  private NameOdds() {}

  /** Log-likelihood ratio that the box shows this slot's person. */
  static double of(FloorTracks tracks, int slot, int camera, FloorView view, int box) {
    int track = view.tracks[box];
    if (track > 0 && tracks.knows(slot, FloorView.key(camera, track))) {
      return SAME;
    }
    double best = 0;
    double least = 0;
    for (int k = FloorView.ALIKE * box; k < FloorView.ALIKE * (box + 1); k++) {
      int key = view.alikeTracks[k];
      if (key != 0 && tracks.knows(slot, key)) {
        best = Math.max(best, view.alikeScores[k]);
        least = Math.min(least, view.alikeScores[k]);
      }
    }
    return Math.clamp(best > 0 ? best : least, -MOST, MOST);
  }
}
