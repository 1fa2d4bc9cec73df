package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.Detections;
import io.walkout.tracker.person.CameraView.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the detections of one picture to the tracks they belong to, at the least total cost, and
 * tells each track whether the camera saw it, looked in vain, or couldn't see the place. Used
 * picture by picture: {@link #open}, then {@link #match} for those who matter most first.
 * Single-threaded.
 */
final class SpotMatcher {
  /** Chi-square with 2 degrees of freedom: 1 in 1000 lies beyond. */
  private static final double GATE = 13.8;

  /** With less evidence a person isn't credibly there, and being matched doesn't count as seen. */
  private static final double CREDIBLE = 0.5;

  /** A stray detection this near to somebody known, whom its camera doesn't find, is that one. */
  private static final double STRAY_METRES = 1.2;

  /** Share of a body a camera must see before its finding nobody says anything. */
  private static final double JUDGING_SHARE = 0.35;

  /** What a camera's first picture counts for: one of ten in a second. */
  private static final long FIRST_LOOK = 100 * EventTime.MILLI;

  /** Longest stretch between two pictures of a camera that counts as looking. */
  private static final long LONGEST_LOOK = 500 * EventTime.MILLI;

  private final CameraView[] views;
  private final long[] lastPicture;
  private final Spot[] spots = new Spot[Detections.CAPACITY];
  private final boolean[] taken = new boolean[Detections.CAPACITY];
  private final LeastCostMatching matching = new LeastCostMatching(Detections.CAPACITY);
  private int count;
  private int camera;
  private long nanos;
  private double seconds;

  SpotMatcher(Layout layout) {
    views = new CameraView[layout.cameras().size()];
    for (int c = 0; c < views.length; c++) {
      views[c] = new CameraView(layout.cameras().get(c).model(), layout);
    }
    lastPicture = new long[views.length];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = new Spot();
    }
  }

  int cameras() {
    return views.length;
  }

  /** Takes the detections of the next picture. */
  void open(int fromCamera, Detections detections, long captureNanos) {
    camera = fromCamera;
    nanos = captureNanos;
    long look = lastPicture[camera] == 0 ? FIRST_LOOK : nanos - lastPicture[camera];
    seconds = Math.min(look, LONGEST_LOOK) / 1e9;
    lastPicture[camera] = nanos;
    count = 0;
    for (int i = 0; i < detections.count; i++) {
      if (views[camera].read(detections, i, spots[count])) {
        taken[count++] = false;
      }
    }
  }

  /**
   * Matches tracks, at most {@link Detections#CAPACITY}, with detections not yet taken.
   *
   * @param others who may stand between the camera and a track
   */
  void match(List<FloorTrack> tracks, List<FloorTrack> others) {
    for (int t = 0; t < tracks.size(); t++) {
      for (int s = 0; s < count; s++) {
        boolean fits = !taken[s] && tracks.get(t).distance2(spots[s]) < GATE;
        matching.cost(t, s, fits ? tracks.get(t).cost(spots[s]) : LeastCostMatching.NEVER);
      }
    }
    int[] spotOf = matching.solve(tracks.size(), count);
    for (int t = 0; t < tracks.size(); t++) {
      if (spotOf[t] >= 0) {
        give(tracks.get(t), spotOf[t]);
      } else {
        judgeMiss(tracks.get(t), others);
      }
    }
  }

  private void give(FloorTrack track, int s) {
    taken[s] = true;
    track.update(spots[s]);
    track.seen(camera, spots[s].score, seconds, nanos);
    if (track.id == 0 || track.evidence() >= CREDIBLE) {
      track.unseenNanos = 0;
      track.credibleNanos = nanos;
      track.credibleX = track.x();
      track.credibleY = track.y();
    }
  }

  private void judgeMiss(FloorTrack track, List<FloorTrack> others) {
    double share = views[camera].seenShare(track.x(), track.y());
    if (share >= JUDGING_SHARE && !hidden(track, others)) {
      track.missed(camera, share, seconds);
    } else {
      track.unjudged(camera, seconds);
    }
  }

  private boolean hidden(FloorTrack track, List<FloorTrack> others) {
    for (FloorTrack other : others) {
      if (other != track && views[camera].hides(other.x(), other.y(), track.x(), track.y())) {
        return true;
      }
    }
    return false;
  }

  /** Takes away detections that are a known person, displaced: they begin nothing new. */
  void dropStrays(List<FloorTrack> persons) {
    for (int s = 0; s < count; s++) {
      for (FloorTrack t : persons) {
        boolean found = t.hitNanos(camera) == nanos;
        if (!found && t.distanceTo(spots[s].x, spots[s].y) < STRAY_METRES) {
          taken[s] = true;
        }
      }
    }
  }

  /** A track from a detection that nobody took, or null if there is none left of that score. */
  @Nullable FloorTrack takeNew(double leastScore) {
    for (int s = 0; s < count; s++) {
      if (!taken[s] && spots[s].score >= leastScore) {
        taken[s] = true;
        FloorTrack track = new FloorTrack(spots[s], nanos, views.length);
        track.seen(camera, spots[s].score, seconds, nanos);
        return track;
      }
    }
    return null;
  }
}
