package io.walkout.tracker.floor;

/**
 * Finds who may be new: a box that is nobody's says where somebody could stand; the other cameras'
 * leftover boxes are asked in turn, and what fits moves the guess. Cameras that should see the
 * place and don't speak against it.
 */
final class Births {
  /** Log odds of a leftover box's being somebody new, before anything speaks for it. */
  private static final double BEFORE = -4;

  /** Log odds from which a guess is followed up. */
  private static final double FOLLOW = -3.5;

  /** Where a person's middle height and its spread lie, metres: stature with hair and shoes. */
  private static final double STATURE = 1.72;

  private static final double STATURE_SIGMA = 0.12;

  /** Two people's middles are not nearer than this unless cameras tell them apart, metres. */
  private static final double APART = 0.45;

  private final FloorTracks tracks;
  private final Sightlines sightlines;
  private final PersonFilter filter;
  private final Looks looks;
  private final CameraEvidence[] cameras;
  private final double speed;
  private final double[] point = new double[2];
  private long beyond;

  Births(
      FloorTracks tracks,
      Sightlines sightlines,
      PersonFilter filter,
      Looks looks,
      CameraEvidence[] cameras) {
    this.tracks = tracks;
    this.sightlines = sightlines;
    this.filter = filter;
    this.looks = looks;
    this.cameras = cameras;
    speed = filter.speed();
  }

  long beyondCapacity() {
    return beyond;
  }

  /** Begins tracks for boxes that are nobody's. */
  void find(CameraEvidence[] open, int opened, long nanos) {
    for (int v = 0; v < opened; v++) {
      CameraEvidence c = open[v];
      int boxes = c.count();
      for (int b = 0; b < boxes; b++) {
        if (c.slotOf[b] < 0 && c.scoreOdds(b) > -1) {
          begin(open, opened, v, b, nanos);
        }
      }
    }
  }

  private void begin(CameraEvidence[] open, int opened, int v, int box, long nanos) {
    CameraEvidence c = open[v];
    if (!place(c, box)) {
      return;
    }
    int slot = tracks.begin(nanos);
    if (slot < 0) {
      beyond++;
      return;
    }
    guess(c, slot, box);
    sightlines.find(open, opened, slot);
    if (!sightlines.includes(slot, v)) {
      c.dismiss(slot);
      tracks.end(tracks.count - 1);
      return;
    }
    for (int m = 0; m < sightlines.count(slot); m++) {
      CameraEvidence each = open[sightlines.view(slot, m)];
      if (each != c) {
        each.admit(slot);
        each.expect(slot, tracks.state, PersonFilter.STATE * slot);
        int best = bestLeft(each, slot);
        if (best >= 0) {
          take(each, slot, best);
        }
      }
    }
    double odds = BEFORE;
    int hits = 0;
    for (int m = 0; m < sightlines.count(slot); m++) {
      CameraEvidence each = open[sightlines.view(slot, m)];
      each.expect(slot, tracks.state, PersonFilter.STATE * slot);
      int own = each.boxOf[slot];
      if (own < 0) {
        each.coverBySeen(slot);
        odds += Math.log(1 - each.chance(slot));
      } else {
        hits++;
        tracks.witnesses[slot] |= 1L << (each.index() & 63);
        double gain = each.gain(slot, tracks.covariance, PersonFilter.COVARIANCE * slot, own);
        odds += Math.clamp(gain, -3, 3);
      }
    }
    tracks.odds[slot] = odds;
    if (odds < FOLLOW || shadow(open, slot, hits)) {
      for (int m = 0; m < sightlines.count(slot); m++) {
        open[sightlines.view(slot, m)].dismiss(slot);
      }
      tracks.end(tracks.count - 1);
      return;
    }
    tracks.moments[slot] = 1;
    tracks.firstX[slot] = tracks.state[PersonFilter.STATE * slot];
    tracks.firstY[slot] = tracks.state[PersonFilter.STATE * slot + 1];
    for (int m = 0; m < sightlines.count(slot); m++) {
      CameraEvidence each = open[sightlines.view(slot, m)];
      int own = each.boxOf[slot];
      if (own >= 0) {
        looks.learn(slot, each.index(), each.view(), own);
        int track = each.view().tracks[own];
        if (track > 0) {
          tracks.remember(slot, FloorView.key(each.index(), track));
        }
      }
    }
  }

  /** A first state from one box: taken twice, as the first guess may lie far off its line. */
  private void guess(CameraEvidence c, int slot, int box) {
    int s = PersonFilter.STATE * slot;
    c.admit(slot);
    start(slot);
    take(c, slot, box);
    point[0] = tracks.state[s];
    point[1] = tracks.state[s + 1];
    start(slot);
    take(c, slot, box);
  }

  private boolean place(CameraEvidence c, int box) {
    FloorView view = c.view();
    if (!Double.isNaN(view.floor[2 * box])) {
      point[0] = view.floor[2 * box];
      point[1] = view.floor[2 * box + 1];
      return true;
    }
    double top = view.boxes[4 * box + 1];
    double bottom = top + view.boxes[4 * box + 3];
    return bottom < c.camera.heightPixels() - 2
        ? c.camera.atHeight(c.middle(box), bottom, 0, point)
        : c.camera.atHeight(c.middle(box), top, STATURE, point);
  }

  private void start(int slot) {
    int s = PersonFilter.STATE * slot;
    int p = PersonFilter.COVARIANCE * slot;
    java.util.Arrays.fill(tracks.covariance, p, p + PersonFilter.COVARIANCE, 0);
    tracks.state[s] = point[0];
    tracks.state[s + 1] = point[1];
    tracks.state[s + 2] = 0;
    tracks.state[s + 3] = 0;
    tracks.state[s + 4] = STATURE;
    tracks.covariance[p] = 9;
    tracks.covariance[p + 6] = 9;
    tracks.covariance[p + 12] = speed * speed;
    tracks.covariance[p + 18] = speed * speed;
    tracks.covariance[p + 24] = STATURE_SIGMA * STATURE_SIGMA;
  }

  private void take(CameraEvidence c, int slot, int box) {
    c.boxOf[slot] = box;
    c.slotOf[box] = slot;
    c.update(
        filter,
        slot,
        tracks.state,
        PersonFilter.STATE * slot,
        tracks.covariance,
        PersonFilter.COVARIANCE * slot,
        box);
  }

  private int bestLeft(CameraEvidence c, int slot) {
    int best = -1;
    double most = 0;
    for (int b = 0; b < c.count(); b++) {
      if (c.slotOf[b] < 0) {
        double gain = c.gain(slot, tracks.covariance, PersonFilter.COVARIANCE * slot, b);
        if (gain > most) {
          most = gain;
          best = b;
        }
      }
    }
    return best;
  }

  /** Whether this is only the double of somebody followed already: same place, not told apart. */
  private boolean shadow(CameraEvidence[] open, int slot, int hits) {
    int s = PersonFilter.STATE * slot;
    for (int i = 0; i < tracks.count; i++) {
      int o = tracks.order[i];
      double dx = tracks.state[PersonFilter.STATE * o] - tracks.state[s];
      double dy = tracks.state[PersonFilter.STATE * o + 1] - tracks.state[s + 1];
      if (o == slot || dx * dx + dy * dy > APART * APART) {
        continue;
      }
      int apart = 0;
      for (int m = 0; m < sightlines.count(slot); m++) {
        CameraEvidence c = open[sightlines.view(slot, m)];
        apart += c.boxOf[slot] >= 0 && c.shows(o) ? 1 : 0;
      }
      if (apart < Math.min(hits, 2)) {
        return true;
      }
    }
    return false;
  }

  /** Whether enough cameras have seen one who may be somebody. */
  boolean ripe(int slot) {
    int witnesses = Long.bitCount(tracks.witnesses[slot]);
    if (witnesses >= 2) {
      return true;
    }
    int could = 0;
    for (CameraEvidence c : cameras) {
      c.expect(slot, tracks.state, PersonFilter.STATE * slot);
      could += c.visible[slot] > 0.5 ? 1 : 0;
    }
    return could < 2 && tracks.moments[slot] >= 3;
  }
}
