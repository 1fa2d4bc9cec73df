package io.walkout.tracker.floor;

import io.walkout.store.geometry.FloorPolygon;
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
 */
public final class FloorTracker {
  /** Log odds below which somebody is held to be gone. */
  private static final double GONE = -6;

  /** Log odds from which one who may be somebody is. */
  private static final double BIRTH = 4;

  /** Log odds below which one who may be somebody is forgotten. */
  private static final double HOPELESS = -4;

  /** Explanations of a moment followed for each person. */
  private static final int BEAM = 6;

  private final FloorTrackerSettings settings;
  private final FloorTracks tracks;
  private final PersonFilter filter;
  private final Looks looks;
  private final CameraEvidence[] cameras;
  private final Births births;
  private final @Nullable FloorPolygon area;
  private final FloorPeople people;
  private final Sightlines sightlines;
  private final MomentPairing pairing;
  private final Existence existence;
  private final CameraEvidence[] open;
  private int opened;
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
    JointPairing joint =
        new JointPairing(tracks, sightlines, BEAM, cameras.size(), settings.boxes());
    pairing =
        new MomentPairing(tracks, filter, joint, sightlines, cameras.size(), settings.passes());
    existence = new Existence(tracks, sightlines, looks);
    births = new Births(tracks, sightlines, filter, looks, this.cameras);
    people = new FloorPeople(settings.people());
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
    pairing.pair(open, opened);
    existence.judge(open, opened, nanos);
    births.find(open, opened, nanos);
    settle();
    for (int v = 0; v < opened; v++) {
      open[v].learn();
    }
    return report();
  }

  private void predict(double seconds) {
    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      filter.predict(
          tracks.state,
          PersonFilter.STATE * s,
          tracks.covariance,
          PersonFilter.COVARIANCE * s,
          seconds);
      tracks.keepPrior(s);
    }
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
  }

  /** People and candidates that were not begun because the floor was full. */
  public long beyondCapacity() {
    return births.beyondCapacity();
  }
}
