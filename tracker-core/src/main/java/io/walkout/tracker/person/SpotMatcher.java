package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
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

  /** Evidence that somebody is there: nearly all one camera can give, or half of what two can. */
  static final double CERTAIN = 1.8;

  /**
   * A detection of which only a part was seen may be off by twice of what the gate lets pass; a
   * fixed distance wide enough for the worst of them swallowed all newcomers of a crowd. From one
   * to twice the distance a crowd is told much the same.
   */
  private static final double STRAY = 4;

  /** Who hasn't been seen for so long is lost, and where they were seen no guide any more. */
  static final long LOST_NANOS = EventTime.SECOND;

  /** A detection of this score or more is as good as one can be. */
  private static final double FULL_SCORE = 0.6;

  /** A detection placed worse than this, metres, is the less a witness for anybody at a place. */
  private static final double PLACED_SIGMA = 0.5;

  /**
   * A net's box with less score that continues no track of its own camera is nobody: nets propose
   * such boxes all over a shelf for a tracker's second look, and that look has been taken where
   * tracks stand beside the boxes. Chosen; from 0.2 to 0.4 a real clip tells the same.
   */
  private static final double DOUBTFUL = 0.3;

  /** More evidence than this makes the better claim to a detection. */
  private static final double STRONGER = 0.5;

  /** A body of which less than this share is open to view is not doubted more. */
  private static final double LEAST_OPEN = 0.3;

  /** Share of a body a camera must see before its finding nobody says anything. */
  static final double JUDGING_SHARE = 0.35;

  /** What a camera's first picture counts for: one of ten in a second. */
  private static final long FIRST_LOOK = 100 * EventTime.MILLI;

  /** Longest stretch between two pictures of a camera that counts as looking. */
  private static final long LONGEST_LOOK = 500 * EventTime.MILLI;

  /** A camera that has sent nothing for so long has stalled. */
  private static final long STALLED_NANOS = 2 * EventTime.SECOND;

  private final WaysOut waysOut;
  private final Unwatched unwatched;
  private final Likenesses likenesses = new Likenesses();
  private final CameraView[] views;
  private final long[] lastPicture;
  private final long[] lastSearch;
  private final boolean[] blind;
  private final Detections seen = new Detections();
  private final Spot[] spots = new Spot[Detections.CAPACITY];
  private final boolean[] taken = new boolean[Detections.CAPACITY];
  private final LeastCostMatching matching = new LeastCostMatching(Detections.CAPACITY);
  private int count;
  private int camera;
  private long nanos;
  private double seconds;
  private boolean carried;

  SpotMatcher(Layout layout) {
    waysOut = new WaysOut(layout);
    views = new CameraView[layout.cameras().size()];
    for (int c = 0; c < views.length; c++) {
      views[c] = new CameraView(layout.cameras().get(c).model(), layout);
    }
    unwatched = new Unwatched(layout, views);
    lastPicture = new long[views.length];
    lastSearch = new long[views.length];
    blind = new boolean[views.length];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = new Spot();
    }
  }

  /** Whether somebody who isn't seen any more may be where no camera looks. */
  boolean mayBeUnwatched(FloorTrack track) {
    return unwatched.isNear(track.credibleX, track.credibleY);
  }

  int cameras() {
    return views.length;
  }

  /** Takes the detections of the next picture. */
  void open(int fromCamera, Detections detections, long captureNanos) {
    camera = fromCamera;
    nanos = captureNanos;
    // What differs in nothing from a picture without anybody has been looked at as well as one is.
    carried = detections.carried && detections.count > 0;
    lastPicture[camera] = nanos;
    if (!carried) {
      long look = lastSearch[camera] == 0 ? FIRST_LOOK : nanos - lastSearch[camera];
      seconds = Math.min(look, LONGEST_LOOK) / 1e9;
      lastSearch[camera] = nanos;
      blind[camera] = cannotJudge(detections);
    }
    seen.copyFrom(detections);
    count = 0;
    for (int i = 0; i < detections.count && !detections.blind; i++) {
      if (!doubtful(detections, i) && views[camera].read(detections, i, spots[count])) {
        taken[count++] = false;
      }
    }
    for (int s = 0; s < count; s++) {
      doubt(spots[s]);
    }
  }

  private static boolean doubtful(Detections d, int i) {
    return d.scores[i] < DOUBTFUL && d.tracks[i] == 0 && Float.isNaN(d.floor[2 * i]);
  }

  /** A net that failed on a picture has looked at it as little as a covered camera. */
  private static boolean cannotJudge(Detections d) {
    return d.blind || (d.count == 0 && d.fault == PictureFault.NET_FAULT);
  }

  /**
   * Whether the boxes of this picture are carried on from an earlier one: they move those they
   * belong to, and say neither that anybody is there nor that anybody is not.
   */
  boolean carried() {
    return carried;
  }

  /** Whose lower part is hidden behind somebody nearer stands the less surely where it seems. */
  private void doubt(Spot spot) {
    double hidden = 0;
    for (int s = 0; s < count; s++) {
      if (spots[s] != spot && spots[s].distance < spot.distance) {
        hidden = Math.max(hidden, spot.shareWithin(spots[s]));
      }
    }
    double seen = Math.max(1 - hidden, LEAST_OPEN);
    spot.alongVariance =
        Math.min(spot.alongVariance / (seen * seen), CameraView.MOST_SIGMA * CameraView.MOST_SIGMA);
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
        taken[spotOf[t]] = true;
        tracks.get(t).update(spots[spotOf[t]], camera, nanos, carried);
        tracks
            .get(t)
            .rays
            .see(camera, views[camera].model(), seen, spots[spotOf[t]].detection, nanos);
        likenesses.see(tracks.get(t), camera, seen, spots[spotOf[t]].detection, nanos);
      }
    }
    for (int t = 0; t < tracks.size() && !carried; t++) {
      FloorTrack track = tracks.get(t);
      if (spotOf[t] < 0) {
        judgeMiss(track, others);
      } else if (track.id != 0 || !claimed(spots[spotOf[t]], track, tracks)) {
        track.seen(camera, weight(spots[spotOf[t]]), seconds);
        believe(track);
      }
    }
  }

  /** How good a witness a detection is, 0..1: sure of itself, and sure of the place. */
  private static double weight(Spot spot) {
    return Math.min(1, spot.score / FULL_SCORE)
        * Math.min(1, PLACED_SIGMA / Math.sqrt(spot.alongVariance));
  }

  private void believe(FloorTrack track) {
    if (track.id == 0 || credible(track)) {
      track.unseenNanos = 0;
      track.credibleNanos = nanos;
      track.credibleX = track.x();
      track.credibleY = track.y();
      track.trail.add(nanos, track.x(), track.y());
      if (waysOut.isTakenBy(track.trail)) {
        track.walksOut();
      }
    }
  }

  /**
   * Whether a known person is where the track is. Of who was walking out there may be no more than
   * the door they left open: it looks like a body to some cameras, a body does to all; and it soon
   * stands still, which nobody does.
   */
  private boolean credible(FloorTrack track) {
    return track.leaving()
        ? track.evidence() >= CERTAIN && !track.denied() && track.movesAt(nanos)
        : track.evidence() >= CREDIBLE;
  }

  /** Whether a detection rather is one with more evidence, whom this picture doesn't show. */
  private boolean claimed(Spot spot, FloorTrack by, List<FloorTrack> tracks) {
    for (FloorTrack other : tracks) {
      if (other.evidence() > by.evidence() + STRONGER && displaced(other, spot)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a detection may be a track that this picture doesn't show, farther off than usual. Who
   * has been out of sight for a while may be anywhere; that is no reason to take anybody for them.
   */
  private boolean displaced(FloorTrack track, Spot spot) {
    return track.hitNanos(camera) != nanos
        && track.unseenNanos < LOST_NANOS
        && track.distance2(spot) < STRAY * GATE;
  }

  private void judgeMiss(FloorTrack track, List<FloorTrack> others) {
    double share = blind[camera] ? 0 : views[camera].seenShare(track.x(), track.y());
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

  /**
   * Whether the only cameras that could see a track can't look now, being blind or stalled: its not
   * being seen says nothing.
   */
  boolean excuses(FloorTrack track) {
    boolean excused = false;
    if (!someCannotLook()) {
      return false;
    }
    for (int c = 0; c < views.length; c++) {
      if (lastPicture[c] != 0 && views[c].seenShare(track.x(), track.y()) >= JUDGING_SHARE) {
        if (!cannotLook(c)) {
          return false;
        }
        excused = true;
      }
    }
    return excused;
  }

  /** Whether there are cameras and not one can look now. */
  boolean nobodyLooks() {
    boolean dark = false;
    for (int c = 0; c < views.length; c++) {
      if (lastPicture[c] != 0 && !cannotLook(c)) {
        return false;
      }
      dark |= lastPicture[c] != 0;
    }
    return dark;
  }

  private boolean someCannotLook() {
    boolean some = false;
    for (int c = 0; c < views.length; c++) {
      some |= lastPicture[c] != 0 && cannotLook(c);
    }
    return some;
  }

  private boolean cannotLook(int c) {
    return blind[c] || nanos - lastPicture[c] > STALLED_NANOS;
  }

  /** Takes away detections that are a known person, displaced: they begin nothing new. */
  void dropStrays(List<FloorTrack> persons) {
    for (int s = 0; s < count; s++) {
      for (FloorTrack t : persons) {
        if (!taken[s] && displaced(t, spots[s])) {
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
        FloorTrack track = new FloorTrack(spots[s], camera, nanos, views.length);
        likenesses.see(track, camera, seen, spots[s].detection, nanos);
        track.seen(camera, weight(spots[s]), seconds);
        return track;
      }
    }
    return null;
  }
}
