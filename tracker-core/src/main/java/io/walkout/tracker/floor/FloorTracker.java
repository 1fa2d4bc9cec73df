package io.walkout.tracker.floor;

import io.walkout.store.geometry.FloorPolygon;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows people over the floor by the boxes of several cameras. At each moment everybody's place
 * is predicted, every camera's boxes are paired with people so that the sum of gains is greatest,
 * and each camera's pairing is made again in the light of the others until they agree; then each
 * person moves by all boxes together. What stays over may be somebody new, if several cameras agree
 * on it.
 *
 * <p>Cameras may come together (one moment with several views) or each at its own time (moments
 * with one view); any may be missing. Only what was seen up to a moment counts at it.
 * Deterministic; single-threaded; bounded by {@link FloorTrackerSettings}: people beyond it are not
 * begun and are counted ({@link #beyondCapacity}). No allocation once the largest crowd has been
 * seen.
 *
 * <p>The pairing across cameras is iterated conditional modes (J. Besag, 1986) over per-camera
 * assignments; existence follows D. Musicki, R. Evans, S. Stankovic, "Integrated probabilistic data
 * association" (1994) as log odds with bounded evidence per camera, since pictures in a row are no
 * independent witnesses.
 */
public final class FloorTracker {
  /** Most that one camera's box may say for somebody's being there. */
  private static final double MOST_HIT = 3;

  /** Bounds of the log odds of being there. */
  private static final double MOST_ODDS = 12;

  private static final double LEAST_ODDS = -20;

  private static final double GONE = -6;

  /** Log odds from which one who may be somebody is. */
  private static final double BIRTH = 4;

  /** Log odds below which one who may be somebody is forgotten. */
  private static final double HOPELESS = -4;

  private static final double SHARED = 1;

  /** Explanations of a moment followed for each person. */
  private static final int BEAM = 6;

  /** How near two bodies' middles come: spread, metres, and beyond which it isn't asked. */
  private static final double BODY = 0.2;

  private static final double NEAR = 0.8;

  /** A look is taken of people of whom at most this share is behind others. */
  private static final double CLEAR = 0.2;

  /** Likeness to others is learned from those this near, metres: they are who is mistaken. */
  private static final double NEIGHBOURS = 2;

  private final FloorTrackerSettings settings;
  private final FloorTracks tracks;
  private final PersonFilter filter;
  private final Looks looks;
  private final CameraEvidence[] cameras;
  private final JointPairing joint;
  private final Births births;
  private final @Nullable FloorPolygon area;
  private final FloorPeople people;
  private final int[] firm;
  private final int[] vague;
  private final int[] loose;
  private final int[] looseVague;
  private final boolean[] again;
  private final Sightlines sightlines;
  private int looseCount;
  private int looseVagueCount;
  private int firmCount;
  private int vagueCount;
  private final CameraEvidence[] open;
  private int opened;
  private final int[] before;
  private long nanos = Long.MIN_VALUE;
  private long numbers;

  /**
   * Makes a tracker.
   *
   * @param cameras the cameras, by the indices that views name
   * @param area where people are reported; {@code null} for everywhere
   * @param sight what fixtures hide
   */
  public FloorTracker(
      List<? extends FloorCamera> cameras,
      @Nullable FloorPolygon area,
      FloorSight sight,
      FloorTrackerSettings settings) {
    this.settings = settings;
    this.area = area;
    tracks = new FloorTracks(settings.people());
    filter = new PersonFilter(settings);
    looks = new Looks(settings.people(), cameras.size(), settings.vectorLength());
    this.cameras = new CameraEvidence[cameras.size()];
    for (int i = 0; i < this.cameras.length; i++) {
      this.cameras[i] = new CameraEvidence(i, cameras.get(i), sight, looks, tracks, settings);
    }
    sightlines = new Sightlines(tracks);
    joint = new JointPairing(tracks, sightlines, BEAM, cameras.size(), settings.boxes());
    births = new Births(tracks, sightlines, filter, looks, this.cameras);
    people = new FloorPeople(settings.people());
    firm = new int[settings.people()];
    vague = new int[settings.people()];
    loose = new int[settings.people()];
    looseVague = new int[settings.people()];
    again = new boolean[settings.people()];
    before = new int[settings.people()];
    open = new CameraEvidence[cameras.size()];
  }

  /**
   * Takes one moment's views and works out who is where.
   *
   * @param momentNanos when the pictures were taken; not before the last moment's
   * @param views the views; each camera at most once
   * @param count how many of them
   * @return who is there; filled anew by the next call
   * @throws IllegalArgumentException if the moment lies before the last one
   */
  public FloorPeople update(long momentNanos, FloorView[] views, int count) {
    if (momentNanos < nanos) {
      throw new IllegalArgumentException("moments must come in order of time");
    }
    double seconds = nanos == Long.MIN_VALUE ? 0 : (momentNanos - nanos) / 1e9;
    nanos = momentNanos;
    looks.moment(momentNanos);
    predict(seconds);
    opened = 0;
    for (int v = 0; v < count; v++) {
      if (!views[v].blind) {
        CameraEvidence c = cameras[views[v].camera];
        c.open(views[v]);
        open[opened++] = c;
      }
    }
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      sightlines.find(open, opened, s);
      for (int m = 0; m < sightlines.count(s); m++) {
        open[sightlines.view(s, m)].admit(s);
      }
    }
    pairUp();
    judge();
    births.find(open, opened, nanos);
    settle();
    for (int v = 0; v < opened; v++) {
      open[v].learn();
    }
    return report();
  }

  private void predict(double seconds) {
    firmCount = 0;
    vagueCount = 0;
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      filter.predict(
          tracks.state,
          PersonFilter.STATE * s,
          tracks.covariance,
          PersonFilter.COVARIANCE * s,
          seconds);
      tracks.keepPrior(s);
      if (tracks.firm(s)) {
        firm[firmCount++] = s;
      } else {
        vague[vagueCount++] = s;
      }
    }
  }

  private void pairUp() {
    looseCount = 0;
    for (int v = 0; v < opened; v++) {
      expectAll(open[v]);
      open[v].cover();
    }
    if (opened > 1) {
      joint.pair(open, opened, firm, firmCount);
    }
    for (int i = 0; i < firmCount; i++) {
      again[firm[i]] = opened == 1 || !joint.sure(firm[i]);
    }
    for (int i = 0; i < vagueCount; i++) {
      again[vague[i]] = true;
    }
    for (int pass = 0; pass < (opened == 1 ? 1 : settings.passes()); pass++) {
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

  private void expectAll(CameraEvidence c) {
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
    return differs(c, loose, looseCount) | differs(c, looseVague, looseVagueCount);
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

  /** What the moment says for and against everybody's being there. */
  private void judge() {
    for (int v = 0; v < opened; v++) {
      expectAll(open[v]);
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
        odds += Math.clamp(gain - SHARED * c.elsewhere[box], -MOST_HIT, MOST_HIT);
        tracks.witnesses[s] |= 1L << Math.min(c.index(), 63);
        teach(c, s, box);
      }
      learnChances(s);
      if (hit) {
        tracks.seenNanos[s] = nanos;
        tracks.moments[s]++;
      }
      tracks.odds[s] = odds;
    }
    exclude();
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      tracks.odds[s] = Math.clamp(tracks.odds[s], LEAST_ODDS, MOST_ODDS);
    }
  }

  /** Who is seen by another camera is there to be seen by this one. */
  private void learnChances(int s) {
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

  /** Two bodies can't be in one place: of two that are, the one with less behind it is doubted. */
  private void exclude() {
    for (int i = 0; i < tracks.count; i++) {
      int a = tracks.order[i];
      for (int k = i + 1; k < tracks.count; k++) {
        int b = tracks.order[k];
        double dx = tracks.state[PersonFilter.STATE * a] - tracks.state[PersonFilter.STATE * b];
        double dy =
            tracks.state[PersonFilter.STATE * a + 1] - tracks.state[PersonFilter.STATE * b + 1];
        double d2 = dx * dx + dy * dy;
        if (d2 < NEAR * NEAR) {
          int weaker = tracks.odds[a] < tracks.odds[b] ? a : b;
          tracks.odds[weaker] += Math.log(1.001 - Math.exp(-d2 / (2 * BODY * BODY)));
        }
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

  /** Ends who is nobody or gone; gives numbers to who is somebody. */
  private void settle() {
    long absence = (long) (settings.absenceSeconds() * 1e9);
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      boolean person = tracks.number[s] != 0;
      boolean over = person ? nanos - tracks.seenNanos[s] > absence : false;
      if (over || tracks.odds[s] < (person ? GONE : HOPELESS)) {
        looks.forget(s);
        tracks.end(i--);
      } else if (!person && tracks.odds[s] >= BIRTH && births.ripe(s)) {
        tracks.number[s] = ++numbers;
      }
    }
  }

  private FloorPeople report() {
    int n = 0;
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      int x = PersonFilter.STATE * s;
      int p = PersonFilter.COVARIANCE * s;
      if (tracks.number[s] == 0
          || tracks.odds[s] <= 0
          || (area != null && !area.contains(tracks.state[x], tracks.state[x + 1]))) {
        continue;
      }
      people.numbers[n] = tracks.number[s];
      people.x[n] = tracks.state[x];
      people.y[n] = tracks.state[x + 1];
      people.vx[n] = tracks.state[x + 2];
      people.vy[n] = tracks.state[x + 3];
      people.height[n] = tracks.state[x + 4];
      people.variance[3 * n] = tracks.covariance[p];
      people.variance[3 * n + 1] = tracks.covariance[p + 1];
      people.variance[3 * n + 2] = tracks.covariance[p + PersonFilter.STATE + 1];
      people.seenNanos[n] = tracks.seenNanos[s];
      people.firstNanos[n] = tracks.firstNanos[s];
      n++;
    }
    people.count = n;
    return people;
  }

  /** Forgets everybody; numbers go on. */
  public void clear() {
    while (tracks.count > 0) {
      looks.forget(tracks.order[0]);
      tracks.end(0);
    }
    Arrays.fill(before, 0);
  }

  /** People and candidates that were not begun because the floor was full. */
  public long beyondCapacity() {
    return births.beyondCapacity();
  }
}
