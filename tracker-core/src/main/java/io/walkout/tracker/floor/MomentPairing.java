package io.walkout.tracker.floor;

/**
 * Pairs the people with the boxes of one moment: first all pictures at once ({@link JointPairing}),
 * then, for those who weren't sure of theirs and those who may be nobody, picture by picture in the
 * light of the others until nothing changes (iterated conditional modes: J. Besag, 1986).
 */
final class MomentPairing {
  private final FloorTracks tracks;
  private final PersonFilter filter;
  private final JointPairing joint;
  private final Sightlines sightlines;
  private final int passes;
  private final CameraEvidence[] open;
  private int opened;
  private final int[] firm;
  private int firmCount;
  private final int[] loose;
  private int looseCount;
  private final int[] looseVague;
  private int looseVagueCount;
  private final boolean[] again;
  private final int[] before;

  MomentPairing(
      FloorTracks tracks,
      PersonFilter filter,
      JointPairing joint,
      Sightlines sightlines,
      int cameras,
      int passes) {
    this.tracks = tracks;
    this.filter = filter;
    this.joint = joint;
    this.sightlines = sightlines;
    this.passes = passes;
    open = new CameraEvidence[cameras];
    firm = new int[tracks.capacity];
    loose = new int[tracks.capacity];
    looseVague = new int[tracks.capacity];
    again = new boolean[tracks.capacity];
    before = new int[tracks.capacity];
  }

  /** Pairs everybody with the boxes of the open cameras, and moves everybody by all of them. */
  void pair(CameraEvidence[] cameras, int count) {
    System.arraycopy(cameras, 0, open, 0, count);
    opened = count;
    firmCount = 0;
    for (int i = 0; i < tracks.count; i++) {
      if (tracks.firm(tracks.order[i])) {
        firm[firmCount++] = tracks.order[i];
      }
    }
    for (int v = 0; v < opened; v++) {
      expectAll(tracks, open[v]);
      open[v].cover();
    }
    if (opened > 1) {
      joint.pair(open, opened, firm, firmCount);
    }
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      again[s] = opened == 1 || !tracks.firm(s) || !joint.sure(s);
    }
    for (int pass = 0; pass < (opened == 1 ? 1 : passes); pass++) {
      boolean changed = false;
      for (int v = 0; v < opened; v++) {
        changed |= matchAgain(v);
      }
      if (!changed) {
        break;
      }
    }
    for (int i = 0; i < tracks.count; i++) {
      byOthers(tracks.order[i], -1);
    }
  }

  static void expectAll(FloorTracks tracks, CameraEvidence c) {
    for (int i = 0; i < c.presentCount(); i++) {
      c.expect(c.present(i), tracks.state, PersonFilter.STATE * c.present(i));
    }
  }

  /**
   * Pairs one camera's boxes again with those who weren't sure, in the light of the other cameras;
   * whether anything is otherwise than before.
   */
  private boolean matchAgain(int v) {
    CameraEvidence c = open[v];
    looseCount = 0;
    looseVagueCount = 0;
    for (int i = 0; i < c.presentCount(); i++) {
      int s = c.present(i);
      if (!again[s]) {
        continue;
      }
      if (tracks.firm(s)) {
        loose[looseCount++] = s;
      } else {
        looseVague[looseVagueCount++] = s;
      }
    }
    expectByOthers(loose, looseCount, v);
    expectByOthers(looseVague, looseVagueCount, v);
    c.release(loose, looseCount);
    c.release(looseVague, looseVagueCount);
    c.match(loose, looseCount);
    c.match(looseVague, looseVagueCount);
    boolean firmChanged = differs(c, loose, looseCount);
    return differs(c, looseVague, looseVagueCount) || firmChanged;
  }

  private boolean differs(CameraEvidence c, int[] slots, int n) {
    boolean changed = false;
    for (int i = 0; i < n; i++) {
      changed |= before[slots[i]] != c.boxOf[slots[i]];
    }
    return changed;
  }

  private void move(CameraEvidence c, int s) {
    c.update(
        filter,
        s,
        tracks.state,
        PersonFilter.STATE * s,
        tracks.covariance,
        PersonFilter.COVARIANCE * s,
        c.boxOf[s]);
  }

  private void expectByOthers(int[] slots, int n, int view) {
    CameraEvidence c = open[view];
    for (int i = 0; i < n; i++) {
      int s = slots[i];
      byOthers(s, view);
      double covered = c.covered[s];
      c.expect(s, tracks.state, PersonFilter.STATE * s);
      c.covered[s] = covered;
      before[s] = c.boxOf[s];
    }
  }

  /** A person's state by what was expected and all boxes but those of one view. */
  private void byOthers(int s, int view) {
    tracks.restorePrior(s);
    for (int m = 0; m < sightlines.count(s); m++) {
      int v = sightlines.view(s, m);
      if (v != view && open[v].boxOf[s] >= 0) {
        move(open[v], s);
      }
    }
  }
}
