package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who went where no camera sees them, and who of them somebody is who comes into view: told
 * by whether they can have walked there meanwhile, by looks, and by that nobody comes in but by a
 * door. One person is at one place: who is in view is nobody who is away, and each is found once.
 * They count among the {@link People#CAPACITY} who are followed. Single-threaded.
 */
final class Away {
  /** People walk in a shop at up to so many metres a second; few walk faster. */
  private static final double WALK_SPEED = 1.5;

  /** How far off a place of first or last sight may be, metres: half a body at a border. */
  private static final double PLACE_METRES = 1;

  /** Sights of one person by two cameras may cross by so much. */
  private static final long CROSS_NANOS = 500 * EventTime.MILLI;

  /** Log odds that who comes into view at a door is rather somebody new, and inside rather not. */
  private static final double NEW_AT_DOOR = 1;

  private static final double NEW_INSIDE = -2;

  private final List<FloorTrack> people = new ArrayList<>();

  List<FloorTrack> people() {
    return people;
  }

  /** Takes somebody who isn't seen any more. */
  void add(FloorTrack track) {
    people.add(track);
  }

  /**
   * Who it is that has come into view; null for somebody new.
   *
   * @param going who isn't seen any more and may be going away just now
   */
  @Nullable FloorTrack whoIs(FloorTrack found, boolean atDoor, List<FloorTrack> going) {
    FloorTrack best = null;
    double most = atDoor ? NEW_AT_DOOR : NEW_INSIDE;
    for (int i = 0; i < people.size() + going.size(); i++) {
      FloorTrack other = i < people.size() ? people.get(i) : going.get(i - people.size());
      double odds = found.looks.to(other.id) - haste(found, other);
      if (odds > most) {
        most = odds;
        best = other;
      }
    }
    return best;
  }

  /** What the speed that the way would have asked for says against it. */
  private static double haste(FloorTrack found, FloorTrack other) {
    long between = found.firstNanos - other.credibleNanos;
    if (between < -CROSS_NANOS) {
      return Double.POSITIVE_INFINITY;
    }
    double metres =
        Math.hypot(found.first.x() - other.credibleX, found.first.y() - other.credibleY)
            - PLACE_METRES;
    double over = Math.max(0, metres / (Math.max(between, CROSS_NANOS) / 1e9 * WALK_SPEED) - 1);
    // Half as fast again is one in ten or so, twice as fast nobody.
    return 4 * over + 8 * over * over;
  }
}
