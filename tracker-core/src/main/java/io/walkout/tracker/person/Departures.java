package io.walkout.tracker.person;

import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has left by a door, told as early as it is safe. What a door says is one person's: of those
 * who can have been on its threshold at that time, the nearest; when that one isn't seen any more
 * they have left. Where a door says nothing, who was last seen past the threshold or stepping over
 * it, and then isn't seen, has left. Who stands by a door and isn't seen for a while has not: that
 * is for the longer patience with which anybody is given up. Single-threaded.
 */
final class Departures {
  /** What a door says waits until the people of that time are known. */
  private static final long WAIT_NANOS = 500 * EventTime.MILLI;

  /** A door's clock and a tracker's are taken to agree to this. */
  private static final long CLOCK_NANOS = 400 * EventTime.MILLI;

  /** Not seen for so long after the door's word: longer than most dropouts of a tracker. */
  private static final long CONFIRMED_NANOS = 700 * EventTime.MILLI;

  /** The same if nothing more was heard from anybody who could see them. */
  private static final long SILENT_NANOS = 3 * EventTime.SECOND;

  /** Patience at a door that speaks, but not of this one, against the usual. */
  private static final int UNTOLD = 3;

  /**
   * Who was looked for in vain for so long before the door spoke wasn't on its threshold; for whom
   * nobody could look may have walked there.
   */
  private static final long HIDDEN_NANOS = 8 * EventTime.SECOND;

  /**
   * For so long a door's word waits where several who are out of sight may have gone: most are seen
   * again within it, and then are too far off. Chosen.
   */
  private static final long UNDECIDED_NANOS = 5 * EventTime.SECOND;

  /** How fast somebody unseen may have walked to the threshold, metres per second. */
  private static final double SPEED = 1.5;

  /** So far from the threshold, metres, for the errors of both clocks and of the place. */
  private static final double NEAR_METRES = 0.6;

  /** Somebody still seen afterwards is so much less likely the one, in metres. */
  private static final double STILL_SEEN_METRES = 1;

  /** A door's word is forgotten for somebody who is still seen after this. */
  private static final long STAYED_NANOS = 5 * EventTime.SECOND;

  /** A door's word this near to an exit that was told without it belongs to that exit. */
  private static final long SAME_NANOS = 1500 * EventTime.MILLI;

  /** Most words of doors, and most untold exits, that are remembered; the earliest is dropped. */
  private static final int REMEMBERED = 64;

  private final List<Threshold> exits = new ArrayList<>();
  private final boolean[] speaks;
  private final List<Passing> said = new ArrayList<>();
  private final List<Passing> untold = new ArrayList<>();

  /** Somebody went out by an exit. */
  private record Passing(int exit, long nanos) {}

  Departures(Layout layout) {
    for (Door door : layout.doors()) {
      if (door.use().letsOut()) {
        exits.add(new Threshold(door, layout.floor()));
      }
    }
    speaks = new boolean[exits.size()];
  }

  /** Whether there is any way out that is known. */
  boolean knowsExits() {
    return !exits.isEmpty();
  }

  /** Takes what a door says; a word repeated is taken once. */
  void hear(DoorEvent event) {
    if (event.kind() != DoorEvent.Kind.EXIT) {
      return;
    }
    for (int k = 0; k < exits.size(); k++) {
      if (exits.get(k).door().id().equals(event.door())) {
        speaks[k] = true;
        Passing passing = new Passing(k, event.captureNanos());
        if (!said.contains(passing) && !toldBefore(passing)) {
          remember(said, passing);
        }
      }
    }
  }

  private boolean toldBefore(Passing passing) {
    return untold.removeIf(
        p -> p.exit == passing.exit && Math.abs(p.nanos - passing.nanos) < SAME_NANOS);
  }

  private static void remember(List<Passing> list, Passing passing) {
    if (list.size() == REMEMBERED) {
      list.removeFirst();
    }
    list.add(passing);
  }

  /** Gives what doors said before a moment to those it fits; {@code there} are all people known. */
  void settle(List<Trail> there, long nowNanos) {
    for (int i = 0; i < said.size(); i++) {
      Passing passing = said.get(i);
      if (nowNanos - passing.nanos < WAIT_NANOS) {
        continue;
      }
      Trail best = null;
      double least = Double.POSITIVE_INFINITY;
      int able = 0;
      for (Trail trail : there) {
        double cost = trail.door() == null ? cost(trail, passing) : Double.POSITIVE_INFINITY;
        able += cost < Double.POSITIVE_INFINITY ? 1 : 0;
        if (cost < least) {
          least = cost;
          best = trail;
        }
      }
      if (able > 1 && !isSeenAt(best, passing) && nowNanos - passing.nanos < UNDECIDED_NANOS) {
        continue;
      }
      said.remove(i--);
      if (best != null) {
        best.wentOutBy(exits.get(passing.exit).door(), passing.nanos);
      }
    }
  }

  /** Whether somebody was in sight when the door spoke. */
  private static boolean isSeenAt(@Nullable Trail trail, Passing passing) {
    int before = trail == null ? -1 : trail.upTo(passing.nanos);
    return trail != null && before >= 0 && passing.nanos - trail.nanos(before) <= CLOCK_NANOS;
  }

  /** How ill somebody fits what a door said, metres; infinite if they weren't there. */
  private double cost(Trail trail, Passing passing) {
    Threshold exit = exits.get(passing.exit);
    int before = trail.upTo(passing.nanos);
    if (before < 0 || trail.hiddenNanos(before, passing.nanos) > HIDDEN_NANOS) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = exit.distanceTo(trail.x(before), trail.y(before));
    double gap = (passing.nanos - trail.nanos(before)) / 1e9;
    double miss = distance - SPEED * gap;
    double cost = distance + gap;
    if (before < trail.last()) {
      int after = before + 1;
      double later = (trail.nanos(after) - passing.nanos) / 1e9;
      miss = Math.max(miss, exit.distanceTo(trail.x(after), trail.y(after)) - SPEED * later);
      cost += trail.lastNanos() > passing.nanos + CLOCK_NANOS ? STILL_SEEN_METRES : 0;
    }
    return miss <= NEAR_METRES ? cost : Double.POSITIVE_INFINITY;
  }

  /**
   * The exit by which somebody has left, or null as long as they may be there.
   *
   * @param unseenNanos for how long those who could see them looked in vain
   * @param patienceNanos how long that must be where no door says anything
   */
  @Nullable DoorId by(Trail trail, long unseenNanos, long nowNanos, long patienceNanos) {
    if (exits.isEmpty() || trail.total() == 0) {
      return null;
    }
    Door told = trail.door();
    if (told != null) {
      return hasGone(trail, told, unseenNanos, nowNanos) ? told.id() : null;
    }
    for (int k = 0; k < exits.size(); k++) {
      long patience = speaks[k] ? UNTOLD * patienceNanos : patienceNanos;
      if (unseenNanos >= patience && exits.get(k).isBeingLeftBy(trail)) {
        leaveUntold(new Passing(k, trail.lastNanos()));
        return exits.get(k).door().id();
      }
    }
    return null;
  }

  /** The door may have spoken of it already, and its word wait for who it was. */
  private void leaveUntold(Passing passing) {
    boolean isTold =
        said.removeIf(
            p -> p.exit == passing.exit && Math.abs(p.nanos - passing.nanos) < SAME_NANOS);
    if (!isTold) {
      remember(untold, passing);
    }
  }

  private boolean hasGone(Trail trail, Door told, long unseenNanos, long nowNanos) {
    boolean absent =
        unseenNanos >= CONFIRMED_NANOS
            || nowNanos - Math.max(trail.lastNanos(), trail.doorNanos()) >= SILENT_NANOS;
    if (trail.lastNanos() <= trail.doorNanos() + CLOCK_NANOS) {
      return absent;
    }
    if (trail.lastNanos() > trail.doorNanos() + STAYED_NANOS) {
      trail.stayed();
      return false;
    }
    return absent && isBeingLeft(told, trail);
  }

  private boolean isBeingLeft(Door door, Trail trail) {
    for (Threshold exit : exits) {
      if (exit.door().equals(door) && exit.isBeingLeftBy(trail)) {
        return true;
      }
    }
    return false;
  }
}
