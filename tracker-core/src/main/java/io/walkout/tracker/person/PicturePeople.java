package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Camera;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.Detections;
import io.walkout.tracker.person.CameraView.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * People from the detections of all cameras: each picture's detections are matched with the tracks
 * on the floor at the least cost, those known before those that may be; what is left may be
 * somebody new. A track becomes a person once the cameras that see the place agree for long enough,
 * and stays one while they do: a camera that looks and sees nobody speaks against it, so that what
 * only one camera takes for a person (an open door, a reflection) is none. Existence by evidence
 * follows D. Musicki, R. Evans, S. Stankovic, "Integrated probabilistic data association" (1994),
 * with bounded evidence per camera instead of a probability, as pictures in a row are no
 * independent witnesses. Single-threaded.
 */
final class PicturePeople {
  /** Chi-square with 2 degrees of freedom: 1 in 1000 lies beyond. */
  private static final double GATE = 13.8;

  /** Evidence of a birth, and below which a person isn't credibly there any more. */
  private static final double BIRTH = 1.8;

  private static final double CREDIBLE = 0.5;
  private static final double HOPELESS = -0.5;
  private static final int BIRTH_HITS = 5;

  /** A detection with less score may be somebody known, but nobody new. */
  private static final double NEW_SCORE = 0.5;

  /** A stray detection this near to somebody known, whom its camera doesn't find, is that one. */
  private static final double STRAY_METRES = 1.2;

  /** Two people so near each other must have been told apart by one camera at one time. */
  private static final double ONE_METRES = 0.8;

  /** What may be a person is forgotten when not seen for so long. */
  private static final long FLEETING_NANOS = EventTime.SECOND;

  /** Share of a body a camera must see before its finding nobody says anything. */
  private static final double JUDGING_SHARE = 0.35;

  private static final long LONGEST_LOOK = 500 * EventTime.MILLI;

  /** What a camera's first picture counts for: one of ten in a second. */
  private static final long FIRST_LOOK = 100 * EventTime.MILLI;

  /** At the start of the input people may be anywhere. */
  private static final long START_NANOS = 5 * EventTime.SECOND;

  /** A standing person's head: height and its error, metres. */
  private static final double HEAD_Z = 1.62;

  private static final double HEAD_SIGMA = 0.12;

  private final PersonTrackerSettings settings;
  private final Doorways doors;
  private final LongSupplier numbers;
  private final CameraView[] views;
  private final long[] lastPicture;
  private final List<FloorTrack> persons = new ArrayList<>();
  private final List<FloorTrack> candidates = new ArrayList<>();
  private final Spot[] spots = new Spot[Detections.CAPACITY];
  private final boolean[] taken = new boolean[Detections.CAPACITY];
  private final LeastCostMatching matching = new LeastCostMatching(Detections.CAPACITY);
  private int spotCount;
  private long startNanos = Long.MIN_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long beyondCapacity;

  PicturePeople(
      Layout layout, PersonTrackerSettings settings, Doorways doors, LongSupplier numbers) {
    this.settings = settings;
    this.doors = doors;
    this.numbers = numbers;
    views = new CameraView[layout.cameras().size()];
    for (int c = 0; c < views.length; c++) {
      Camera camera = layout.cameras().get(c);
      views[c] = new CameraView(camera.model(), layout);
    }
    lastPicture = new long[views.length];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = new Spot();
    }
  }

  long beyondCapacity() {
    return beyondCapacity;
  }

  /** Takes the detections of one picture and writes what is known at its moment. */
  void observe(int camera, Detections detections, long nanos, StoreEvent out) {
    if (startNanos == Long.MIN_VALUE) {
      startNanos = nanos;
      lastNanos = nanos;
    }
    long step = Math.min(nanos - lastNanos, LONGEST_LOOK);
    lastNanos = nanos;
    long look = lastPicture[camera] == 0 ? FIRST_LOOK : nanos - lastPicture[camera];
    double seconds = Math.min(look, LONGEST_LOOK) / 1e9;
    lastPicture[camera] = nanos;
    readSpots(camera, detections);
    for (FloorTrack t : persons) {
      t.predict(nanos);
      t.unseenNanos += step;
    }
    for (FloorTrack t : candidates) {
      t.predict(nanos);
      t.unseenNanos += step;
    }
    match(persons, camera, seconds, nanos);
    dropStrays(camera, nanos);
    match(candidates, camera, seconds, nanos);
    startNew(camera, seconds, nanos);
    bear(nanos, out);
    candidates.removeIf(t -> t.unseenNanos > FLEETING_NANOS || t.evidence() < HOPELESS);
    endAbsent(nanos, out);
    write(nanos, out);
  }

  private void readSpots(int camera, Detections detections) {
    spotCount = 0;
    for (int i = 0; i < detections.count; i++) {
      if (views[camera].read(detections, i, spots[spotCount])) {
        taken[spotCount++] = false;
      }
    }
  }

  private void match(List<FloorTrack> tracks, int camera, double seconds, long nanos) {
    for (int t = 0; t < tracks.size(); t++) {
      for (int s = 0; s < spotCount; s++) {
        boolean fits = !taken[s] && tracks.get(t).distance2(spots[s]) < GATE;
        matching.cost(t, s, fits ? tracks.get(t).cost(spots[s]) : LeastCostMatching.NEVER);
      }
    }
    int[] spotOf = matching.solve(tracks.size(), spotCount);
    for (int t = 0; t < tracks.size(); t++) {
      FloorTrack track = tracks.get(t);
      if (spotOf[t] >= 0) {
        Spot spot = spots[spotOf[t]];
        taken[spotOf[t]] = true;
        track.update(spot);
        track.seen(camera, spot.score, seconds, nanos);
        if (track.id == 0 || track.evidence() >= CREDIBLE) {
          track.unseenNanos = 0;
          track.credibleNanos = nanos;
          track.credibleX = track.x();
          track.credibleY = track.y();
        }
      } else {
        judgeMiss(track, camera, seconds);
      }
    }
  }

  private void judgeMiss(FloorTrack track, int camera, double seconds) {
    double share = views[camera].seenShare(track.x(), track.y());
    if (share >= JUDGING_SHARE && !hidden(track, camera)) {
      track.missed(camera, share, seconds);
    } else {
      track.unjudged(camera, seconds);
    }
  }

  private boolean hidden(FloorTrack track, int camera) {
    for (FloorTrack other : persons) {
      if (other != track && views[camera].hides(other.x(), other.y(), track.x(), track.y())) {
        return true;
      }
    }
    return false;
  }

  /** Detections that are a known person, displaced, begin nothing new. */
  private void dropStrays(int camera, long nanos) {
    for (int s = 0; s < spotCount; s++) {
      for (FloorTrack t : persons) {
        boolean found = t.hitNanos(camera) == nanos;
        if (!taken[s] && !found && near(t, spots[s].x, spots[s].y, STRAY_METRES)) {
          taken[s] = true;
        }
      }
    }
  }

  private void startNew(int camera, double seconds, long nanos) {
    for (int s = 0; s < spotCount; s++) {
      if (taken[s] || spots[s].score < NEW_SCORE) {
        continue;
      }
      if (candidates.size() == People.CAPACITY) {
        beyondCapacity++;
        return;
      }
      FloorTrack track = new FloorTrack(spots[s], nanos, views.length);
      track.seen(camera, spots[s].score, seconds, nanos);
      candidates.add(track);
    }
  }

  private void bear(long nanos, StoreEvent out) {
    for (int i = 0; i < candidates.size(); i++) {
      FloorTrack t = candidates.get(i);
      if (!ripe(t, nanos)) {
        continue;
      }
      candidates.remove(i--);
      if (knownAlready(t)) {
        continue;
      }
      if (persons.size() == People.CAPACITY) {
        beyondCapacity++;
        continue;
      }
      t.id = numbers.getAsLong();
      persons.add(t);
      DoorId door = doors.entrance(t.first.x(), t.first.y());
      out.personEvents.add(
          new PersonEvent.Appeared(new PersonId(t.id), t.firstNanos, t.first, door, null));
    }
  }

  private boolean ripe(FloorTrack t, long nanos) {
    boolean mayBeNew =
        t.firstNanos - startNanos < START_NANOS || doors.mayEnter(t.first.x(), t.first.y());
    long needed = mayBeNew ? settings.birthNanos() : settings.birthInsideNanos();
    return nanos - t.firstNanos >= needed && t.hits >= BIRTH_HITS && t.evidence() >= BIRTH;
  }

  /** Whether somebody known is where this one is, and no camera has told the two apart. */
  private boolean knownAlready(FloorTrack t) {
    for (FloorTrack other : persons) {
      if (!near(other, t.x(), t.y(), ONE_METRES)) {
        continue;
      }
      boolean apart = false;
      for (int c = 0; c < views.length; c++) {
        apart |= t.hitNanos(c) != 0 && t.hitNanos(c) == other.hitNanos(c);
      }
      if (!apart) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(FloorTrack t, double x, double y, double metres) {
    return Math.hypot(t.x() - x, t.y() - y) < metres;
  }

  /** Ends those not heard of for too long although no picture came. */
  void pass(long nanos, StoreEvent out) {
    endAbsent(nanos, out);
  }

  private void endAbsent(long nanos, StoreEvent out) {
    for (int i = 0; i < persons.size(); i++) {
      FloorTrack t = persons.get(i);
      DoorId exit = doors.exit(t.credibleX, t.credibleY);
      long patience = exit != null ? settings.exitNanos() : settings.absenceNanos();
      if (t.unseenNanos > patience || nanos - t.credibleNanos > settings.silenceNanos()) {
        leave(t, PersonEvent.Why.LOST, out);
        persons.remove(i--);
      }
    }
  }

  /** Everybody still there leaves. */
  void end(StoreEvent out) {
    for (FloorTrack t : persons) {
      boolean there = t.unseenNanos <= LONGEST_LOOK;
      leave(t, there ? PersonEvent.Why.INPUT_ENDED : PersonEvent.Why.LOST, out);
    }
    persons.clear();
    candidates.clear();
  }

  private void leave(FloorTrack t, PersonEvent.Why why, StoreEvent out) {
    @Nullable DoorId door =
        why == PersonEvent.Why.LOST ? doors.exit(t.credibleX, t.credibleY) : null;
    out.personEvents.add(
        new PersonEvent.Left(
            new PersonId(t.id),
            t.credibleNanos,
            new FloorPoint(t.credibleX, t.credibleY),
            door,
            door != null ? PersonEvent.Why.EXITED : why));
  }

  private void write(long nanos, StoreEvent out) {
    People people = out.nextPeople(nanos);
    for (FloorTrack t : persons) {
      int p = people.add(t.id, t.x(), t.y(), t.sigma(), t.credibleNanos);
      people.joint(p, Joint.HEAD, t.x(), t.y(), HEAD_Z, Math.hypot(t.sigma(), HEAD_SIGMA));
    }
  }
}
