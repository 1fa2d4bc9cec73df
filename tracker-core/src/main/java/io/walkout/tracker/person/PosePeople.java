package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.PoseSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * People as another tracker names them. A name is a person, whatever happens in between: a dropout,
 * an empty document, a jump. A name not heard of for the settings' absence has left; if it comes
 * back after that it is a new visit by a new person with the same name. Somebody named at fewer
 * than three moments is taken for noise and never a person. Single-threaded.
 */
final class PosePeople {
  /** Moments at which a name must have come; the copy that follows within 33 ms is none. */
  private static final int BIRTH_MOMENTS = 3;

  /**
   * Where exits are known, who has not gone by one is inside yet and is waited for so many times as
   * long: the other tracker vouches for them when it finds them again. Chosen.
   */
  private static final int INSIDE_YET = 3;

  /** Somebody not seen for less than this when the input ends was there. */
  private static final long THERE_NANOS = EventTime.SECOND;

  /** Longest stretch between two documents that counts as looking. */
  private static final long LONGEST_LOOK = 500 * EventTime.MILLI;

  /** How fast somebody hidden may walk off, metres per second, as a standard deviation. */
  private static final double WANDER = 0.5;

  private static final double MOST_SIGMA = 3;

  private final PersonTrackerSettings settings;
  private final Doorways doors;
  private final Departures departures;
  private final LongSupplier numbers;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<Trail> trails = new ArrayList<>();
  private final double[] place = new double[2];
  private long lastNanos = Long.MIN_VALUE;
  private long beyondCapacity;

  /** One name of the other tracker. */
  private static final class Target {
    final long firstNanos;
    final FloorPoint first;
    final Trail trail = new Trail();
    long id;
    double x;
    double y;
    double sigma;
    long seenNanos;
    long unseenNanos;
    int row = -1;

    Target(long nanos, double x, double y) {
      this.firstNanos = nanos;
      this.first = new FloorPoint(x, y);
    }
  }

  PosePeople(
      PersonTrackerSettings settings, Doorways doors, Departures departures, LongSupplier numbers) {
    this.settings = settings;
    this.doors = doors;
    this.departures = departures;
    this.numbers = numbers;
  }

  /** Targets not followed because too many were there. */
  long beyondCapacity() {
    return beyondCapacity;
  }

  /** Takes a document and writes what is known at its moment. */
  void observe(PoseSet poses, long nanos, StoreEvent out) {
    long step = lastNanos == Long.MIN_VALUE ? 0 : Math.min(nanos - lastNanos, LONGEST_LOOK);
    lastNanos = nanos;
    for (Target t : targets.values()) {
      t.row = -1;
      t.unseenNanos += step;
    }
    for (int i = 0; i < poses.count; i++) {
      see(poses, i, nanos, out);
    }
    endAbsent(nanos, out);
    write(poses, nanos, out);
  }

  private void see(PoseSet poses, int i, long nanos, StoreEvent out) {
    String name = poses.targetIds[i];
    Target t = targets.get(name);
    double sigma = PoseJoints.place(poses, i, place);
    if (t == null) {
      if (Double.isNaN(sigma)) {
        return;
      }
      if (targets.size() == People.CAPACITY) {
        beyondCapacity++;
        return;
      }
      t = new Target(nanos, place[0], place[1]);
      targets.put(name, t);
    }
    if (!Double.isNaN(sigma)) {
      t.x = place[0];
      t.y = place[1];
      t.sigma = sigma;
      t.trail.add(nanos, t.x, t.y);
    }
    t.row = i;
    t.seenNanos = nanos;
    t.unseenNanos = 0;
    if (t.id == 0 && t.trail.total() >= BIRTH_MOMENTS) {
      t.id = numbers.getAsLong();
      DoorId door = doors.entrance(t.first.x(), t.first.y());
      out.personEvents.add(
          new PersonEvent.Appeared(new PersonId(t.id), t.firstNanos, t.first, door, name));
    }
  }

  /** Ends those not heard of for too long although nobody sent anything. */
  void pass(long nanos, StoreEvent out) {
    endAbsent(nanos, out);
  }

  private void endAbsent(long nanos, StoreEvent out) {
    settleDoors(nanos);
    long absence = settings.externalAbsenceNanos() * (departures.knowsExits() ? INSIDE_YET : 1);
    for (Iterator<Target> all = targets.values().iterator(); all.hasNext(); ) {
      Target t = all.next();
      DoorId by = by(t, nanos);
      if (by != null) {
        leave(t, by, PersonEvent.Why.EXITED, out);
        all.remove();
      } else if (t.unseenNanos > absence || nanos - t.seenNanos > settings.silenceNanos()) {
        lose(t, out);
        all.remove();
      }
    }
  }

  private void settleDoors(long nanos) {
    trails.clear();
    for (Target t : targets.values()) {
      if (t.id != 0) {
        trails.add(t.trail);
      }
    }
    departures.settle(trails, nanos);
  }

  private @Nullable DoorId by(Target t, long nanos) {
    return t.id == 0
        ? null
        : departures.by(t.trail, t.unseenNanos, nanos, settings.externalExitNanos());
  }

  /** Everybody still there leaves. */
  void end(StoreEvent out) {
    settleDoors(Long.MAX_VALUE);
    for (Target t : targets.values()) {
      DoorId by = by(t, Long.MAX_VALUE);
      if (by != null) {
        leave(t, by, PersonEvent.Why.EXITED, out);
      } else if (t.unseenNanos < THERE_NANOS) {
        leave(t, null, PersonEvent.Why.INPUT_ENDED, out);
      } else {
        lose(t, out);
      }
    }
    targets.clear();
  }

  private void lose(Target t, StoreEvent out) {
    DoorId door = doors.exit(t.x, t.y);
    leave(t, door, door != null ? PersonEvent.Why.EXITED : PersonEvent.Why.LOST, out);
  }

  private void leave(Target t, @Nullable DoorId door, PersonEvent.Why why, StoreEvent out) {
    if (t.id != 0) {
      FloorPoint at = new FloorPoint(t.x, t.y);
      out.personEvents.add(new PersonEvent.Left(new PersonId(t.id), t.seenNanos, at, door, why));
    }
  }

  private void write(PoseSet poses, long nanos, StoreEvent out) {
    People people = out.nextPeople(nanos);
    long after = 0;
    for (Target t = next(after); t != null; t = next(after)) {
      after = t.id;
      double away = WANDER * (nanos - t.seenNanos) / 1e9;
      double sigma = Math.min(MOST_SIGMA, Math.hypot(t.sigma, away));
      int p = people.add(t.id, t.x, t.y, sigma, t.seenNanos);
      if (p >= 0 && t.row >= 0) {
        PoseJoints.copy(poses, t.row, people, p);
      }
    }
  }

  /** The person with the next higher number: names may have come up before earlier numbers. */
  private @Nullable Target next(long after) {
    Target best = null;
    for (Target t : targets.values()) {
      if (t.id > after && (best == null || t.id < best.id)) {
        best = t;
      }
    }
    return best;
  }
}
