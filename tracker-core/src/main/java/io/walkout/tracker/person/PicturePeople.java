package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.Detections;
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
  /** Detections for a birth. */
  private static final int BIRTH_HITS = 5;

  /** Evidence below which what may be a person is forgotten. */
  private static final double HOPELESS = -0.5;

  /**
   * Who hasn't walked must have been seen swaying for so long, by two cameras; a door left open is
   * still.
   */
  private static final long STANDING_NANOS = 5 * EventTime.SECOND;

  /** Who is there in the first pictures needn't have walked: nothing swung open before them. */
  private static final long FIRST_PICTURES_NANOS = EventTime.SECOND;

  /** A detection with less score may be somebody known, but nobody new. */
  private static final double NEW_SCORE = FloorTrack.LIVELY_SCORE;

  /** Two people so near each other must have been told apart by one camera at one time. */
  private static final double ONE_METRES = 0.8;

  /** What may be a person is forgotten when not seen for so long. */
  private static final long FLEETING_NANOS = EventTime.SECOND;

  /** Longest stretch between two pictures that counts as looking. */
  private static final long LONGEST_LOOK = 500 * EventTime.MILLI;

  /** At the start of the input people may be anywhere. */
  private static final long START_NANOS = 5 * EventTime.SECOND;

  /** A standing person's head: height and its error, metres. */
  private static final double HEAD_Z = 1.62;

  private static final double HEAD_SIGMA = 0.12;

  private final PersonTrackerSettings settings;
  private final Doorways doors;
  private final Departures departures;
  private final LongSupplier numbers;
  private final SpotMatcher matcher;
  private final BodyJoints joints;
  private final List<FloorTrack> persons = new ArrayList<>();
  private final List<FloorTrack> candidates = new ArrayList<>();
  private final Away away = new Away();
  private final Encounters encounters = new Encounters();
  private final List<FloorTrack> going = new ArrayList<>();
  private final List<Trail> trails = new ArrayList<>();
  private long startNanos = Long.MIN_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long beyondCapacity;

  PicturePeople(
      Layout layout,
      PersonTrackerSettings settings,
      Doorways doors,
      Departures departures,
      LongSupplier numbers) {
    this.settings = settings;
    this.doors = doors;
    this.departures = departures;
    this.numbers = numbers;
    matcher = new SpotMatcher(layout);
    joints = new BodyJoints(layout);
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
    matcher.open(camera, detections, nanos);
    for (FloorTrack t : persons) {
      t.predict(nanos);
      if (matcher.excuses(t)) {
        t.unlookedNanos = nanos;
      } else {
        t.unseenNanos += step;
      }
    }
    for (FloorTrack t : candidates) {
      t.predict(nanos);
      t.unseenNanos += step;
    }
    matcher.match(persons, persons);
    matcher.dropStrays(persons);
    matcher.match(candidates, persons);
    if (!matcher.carried()) {
      startNew();
    }
    bear(nanos, out);
    candidates.removeIf(t -> t.unseenNanos > FLEETING_NANOS || t.evidence() < HOPELESS);
    endAbsent(nanos, out);
    encounters.look(persons, nanos, out.personEvents::add);
    if (!matcher.nobodyLooks()) { // a moment is told of only if somebody looked
      write(nanos, out);
    }
  }

  private void startNew() {
    for (FloorTrack t = matcher.takeNew(NEW_SCORE); t != null; t = matcher.takeNew(NEW_SCORE)) {
      if (candidates.size() < People.CAPACITY) {
        candidates.add(t);
      } else {
        beyondCapacity++;
      }
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
      if (persons.size() + away.people().size() >= People.CAPACITY) {
        beyondCapacity++;
        continue;
      }
      FloorTrack before = away.whoIs(t, doors.mayEnter(t.first.x(), t.first.y()), going());
      persons.add(t);
      if (before != null) {
        encounters.end(before, out.personEvents::add);
        t.id = before.id;
        away.people().remove(before);
        persons.remove(before);
        continue;
      }
      t.id = numbers.getAsLong();
      DoorId door = doors.entrance(t.first.x(), t.first.y());
      out.personEvents.add(
          new PersonEvent.Appeared(new PersonId(t.id), t.firstNanos, t.first, door, null));
    }
  }

  /**
   * Whether there is enough evidence for a birth. Who came in must have walked: a door that swings
   * or a trolley left behind has a person's size, but stays where it is.
   */
  private boolean ripe(FloorTrack t, long nanos) {
    boolean witnessed = t.witnesses() >= 2;
    boolean mayBeNew =
        t.firstNanos - startNanos < START_NANOS || doors.mayEnter(t.first.x(), t.first.y());
    long needed = mayBeNew && witnessed ? settings.birthNanos() : settings.birthInsideNanos();
    long age = nanos - t.firstNanos;
    return age >= needed
        && t.hits >= BIRTH_HITS
        && t.evidence() >= SpotMatcher.CERTAIN
        && (t.distanceTo(t.first.x(), t.first.y()) >= FloorTrack.LEAF_METRES
            || (witnessed && mayStand(t)));
  }

  private boolean mayStand(FloorTrack t) {
    return t.livelyForNanos() >= STANDING_NANOS || t.firstNanos - startNanos < FIRST_PICTURES_NANOS;
  }

  /** Whether somebody known is where this one is, and no camera has told the two apart. */
  private boolean knownAlready(FloorTrack t) {
    for (FloorTrack other : persons) {
      if (other.distanceTo(t.x(), t.y()) >= ONE_METRES) {
        continue;
      }
      boolean apart = false;
      for (int c = 0; c < matcher.cameras(); c++) {
        apart |= t.hitNanos(c) != 0 && t.hitNanos(c) == other.hitNanos(c);
      }
      if (!apart) {
        return true;
      }
    }
    return false;
  }

  /** Ends those not heard of for too long although no picture came. */
  void pass(long nanos, StoreEvent out) {
    endAbsent(nanos, out);
  }

  private void endAbsent(long nanos, StoreEvent out) {
    settleDoors(nanos);
    for (int i = 0; i < persons.size(); i++) {
      FloorTrack t = persons.get(i);
      DoorId by = departures.by(t.trail, t.unseenNanos, nanos, settings.exitNanos());
      if (by != null) {
        leave(t, by, PersonEvent.Why.EXITED, out);
        persons.remove(i--);
      } else if (nanos - t.credibleNanos > settings.silenceNanos()) {
        lose(t, out);
        persons.remove(i--);
      } else if (t.unseenNanos > settings.absenceNanos()) {
        if (matcher.mayBeUnwatched(t)) {
          away.add(t);
        } else {
          lose(t, out);
        }
        persons.remove(i--);
      }
    }
    away.people().removeIf(t -> lostForGood(t, nanos, out));
  }

  /** Who isn't seen just now and may have gone where no camera looks. */
  private List<FloorTrack> going() {
    going.clear();
    for (FloorTrack t : persons) {
      if (t.unseenNanos > SpotMatcher.LOST_NANOS && matcher.mayBeUnwatched(t)) {
        going.add(t);
      }
    }
    return going;
  }

  private boolean lostForGood(FloorTrack t, long nanos, StoreEvent out) {
    boolean gone = nanos - t.credibleNanos > settings.silenceNanos();
    if (gone) {
      lose(t, out);
    }
    return gone;
  }

  private void settleDoors(long nanos) {
    trails.clear();
    for (FloorTrack t : persons) {
      t.trail.lookedForInVain(t.unseenNanos);
      trails.add(t.trail);
    }
    departures.settle(trails, nanos);
  }

  /** Everybody still there leaves. */
  void end(StoreEvent out) {
    settleDoors(Long.MAX_VALUE);
    for (FloorTrack t : persons) {
      DoorId by = departures.by(t.trail, t.unseenNanos, Long.MAX_VALUE, settings.exitNanos());
      if (by != null) {
        leave(t, by, PersonEvent.Why.EXITED, out);
      } else if (t.unseenNanos <= LONGEST_LOOK) {
        leave(t, null, PersonEvent.Why.INPUT_ENDED, out);
      } else {
        lose(t, out);
      }
    }
    away.people().forEach(t -> lose(t, out));
    away.people().clear();
    persons.clear();
    candidates.clear();
  }

  private void lose(FloorTrack t, StoreEvent out) {
    DoorId door = doors.exit(t.credibleX, t.credibleY);
    leave(t, door, door != null ? PersonEvent.Why.EXITED : PersonEvent.Why.LOST, out);
  }

  /** They were there until a door says otherwise, or for as long as nobody could look. */
  private void leave(FloorTrack t, @Nullable DoorId door, PersonEvent.Why why, StoreEvent out) {
    encounters.end(t, out.personEvents::add);
    FloorPoint at = new FloorPoint(t.credibleX, t.credibleY);
    long until = t.trail.door() != null ? t.trail.doorNanos() : t.unlookedNanos;
    long left = Math.max(t.credibleNanos, until);
    out.personEvents.add(new PersonEvent.Left(new PersonId(t.id), left, at, door, why));
  }

  private void write(long nanos, StoreEvent out) {
    People people = out.nextPeople(nanos);
    for (FloorTrack t : persons) {
      int p = people.add(t.id, t.x(), t.y(), t.sigma(), t.credibleNanos);
      people.joint(p, Joint.HEAD, t.x(), t.y(), HEAD_Z, Math.hypot(t.sigma(), HEAD_SIGMA));
      joints.write(t.rays, t.x(), t.y(), t.sigma(), nanos, people, p);
    }
    for (FloorTrack t : away.people()) {
      people.add(t.id, t.credibleX, t.credibleY, t.sigma(), t.credibleNanos);
    }
  }
}
