package io.walkout.tracker.floor;

/**
 * What a moment says for and against everybody's being there, as log odds: a box speaks for whom it
 * fits by as much as it would be missed by nobody else, a camera that should see somebody and
 * doesn't speaks against. D. Musicki, R. Evans, S. Stankovic, "Integrated probabilistic data
 * association" (1994), with bounded evidence per camera and over time, as pictures in a row are no
 * independent witnesses.
 */
final class Existence {
  /** Most that one camera's box may say for somebody's being there. */
  private static final double MOST_HIT = 3;

  /** Bounds of the log odds: at the upper one, two moments unseen by four cameras end it. */
  private static final double MOST_ODDS = 12;

  private static final double LEAST_ODDS = -20;

  /** A look is taken of people of whom at most this share is behind others. */
  private static final double CLEAR = 0.2;

  /** Likeness to others is learned from those this near, metres: they are who is mistaken. */
  private static final double NEIGHBOURS = 2;

  private final FloorTracks tracks;
  private final Sightlines sightlines;
  private final Looks looks;
  private final Exclusion exclusion;

  Existence(FloorTracks tracks, Sightlines sightlines, Looks looks) {
    this.tracks = tracks;
    this.sightlines = sightlines;
    this.looks = looks;
    exclusion = new Exclusion(tracks);
  }

  /** What the moment says for and against everybody's being there. */
  void judge(CameraEvidence[] open, int opened, long nanos) {
    for (int v = 0; v < opened; v++) {
      MomentPairing.expectAll(tracks, open[v]);
      open[v].coverBySeen();
    }
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      double odds = tracks.odds[s];
      boolean hit = false;
      for (int m = 0; m < sightlines.count(s); m++) {
        CameraEvidence c = open[sightlines.view(s, m)];
        int box = c.boxOf[s];
        if (box < 0) {
          odds += Math.log(1 - c.chance(s));
          continue;
        }
        hit = true;
        double gain = c.gain(s, tracks.covariance, PersonFilter.COVARIANCE * s, box);
        odds += Math.clamp(gain - c.elsewhere[box], -MOST_HIT, MOST_HIT);
        tracks.witnesses[s] |= 1L << (c.index() & 63);
        teach(c, s, box);
      }
      learnChances(open, s);
      if (hit) {
        tracks.seenNanos[s] = nanos;
        tracks.moments[s]++;
      }
      tracks.odds[s] = odds;
    }
    exclusion.judge();
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      tracks.odds[s] = Math.clamp(tracks.odds[s], LEAST_ODDS, MOST_ODDS);
    }
  }

  /** Who is seen by another camera is there to be seen by this one. */
  private void learnChances(CameraEvidence[] open, int s) {
    if (tracks.number[s] == 0) {
      return;
    }
    int hits = 0;
    for (int m = 0; m < sightlines.count(s); m++) {
      hits += open[sightlines.view(s, m)].boxOf[s] >= 0 ? 1 : 0;
    }
    for (int m = 0; m < sightlines.count(s); m++) {
      CameraEvidence c = open[sightlines.view(s, m)];
      if (hits - (c.boxOf[s] >= 0 ? 1 : 0) >= 2) {
        c.learnChance(s);
      }
    }
  }

  private void teach(CameraEvidence c, int s, int box) {
    FloorView view = c.view();
    int track = view.tracks[box];
    if (track > 0) {
      tracks.remember(s, FloorView.key(c.index(), track));
    }
    if (!looks.used() || c.covered[s] > CLEAR) {
      return;
    }
    looks.compare(s, c.index(), view, box, true);
    for (int i = 0; i < c.presentCount(); i++) {
      int other = c.present(i);
      if (other != s
          && c.boxOf[other] >= 0
          && tracks.firm(other)
          && tracks.apart(s, other) < NEIGHBOURS) {
        looks.compare(other, c.index(), view, box, false);
      }
    }
    looks.learn(s, c.index(), view, box);
  }
}
