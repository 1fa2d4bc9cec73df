package io.walkout.tracker.person;

import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.PersonEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who may have been taken for whom. Two people whose tracks come near each other are told apart by
 * little: the nearer they came, the likelier it is that each track went on with the other one's
 * body. The least distance stands for all that happened while they were near; it counts once, until
 * they have been well apart again.
 *
 * <p>Bounded by the pairs of people there are; allocates only when two meet. Single-threaded.
 */
final class Encounters {
  /** Further apart two are hardly ever exchanged: 1 in 200, by the curve below. */
  static final double NEAR_METRES = 0.6;

  /** Who have been so far apart again have met anew when they next come near. */
  static final double APART_METRES = 1.6;

  /** Of two whose tracks have become one, each may go on with either. */
  private static final double MOST = 0.5;

  /**
   * At this distance, metres, half as many are exchanged as of those whose tracks become one: two
   * bodies side by side are no nearer, so tracks that are follow one body or have each other's
   * detections. From the identities of six simulated recordings from pictures (seeds 701, 702); see
   * docs/developing/person-tracker.md.
   */
  private static final double HALF_METRES = 0.37;

  /** How fast it becomes rarer with distance, metres. From the same. */
  private static final double SCALE_METRES = 0.05;

  private final List<Encounter> open = new ArrayList<>();

  /** Everybody's places in one picture; tells of those who have parted. */
  void look(List<FloorTrack> persons, long nanos, Consumer<PersonEvent> out) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).metresNow() > APART_METRES) {
        out.accept(open.remove(i).event());
      }
    }
    for (int i = 0; i < persons.size(); i++) {
      for (int j = i + 1; j < persons.size(); j++) {
        FloorTrack one = persons.get(i);
        FloorTrack other = persons.get(j);
        double metres = one.distanceTo(other.x(), other.y());
        if (metres < NEAR_METRES) {
          Encounter e = between(one, other, nanos);
          e.least = Math.min(e.least, metres);
        }
      }
    }
  }

  private Encounter between(FloorTrack one, FloorTrack other, long nanos) {
    for (Encounter e : open) {
      if ((e.one == one && e.other == other) || (e.one == other && e.other == one)) {
        return e;
      }
    }
    Encounter e = new Encounter(one, other, nanos);
    open.add(e);
    return e;
  }

  /** One of them is followed no further: tells of whom they were still near. */
  void end(FloorTrack track, Consumer<PersonEvent> out) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Encounter e = open.get(i);
      if (e.one == track || e.other == track) {
        out.accept(open.remove(i).event());
      }
    }
  }

  /** Probability that two whose tracks came so near were exchanged. */
  static double exchanged(double metres) {
    return MOST / (1 + Math.exp((metres - HALF_METRES) / SCALE_METRES));
  }

  private static final class Encounter {
    final FloorTrack one;
    final FloorTrack other;
    final long sinceNanos;
    final FloorPoint at;
    double least = Double.POSITIVE_INFINITY;

    Encounter(FloorTrack one, FloorTrack other, long nanos) {
      this.one = one;
      this.other = other;
      sinceNanos = nanos;
      at = new FloorPoint((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
    }

    double metresNow() {
      return one.distanceTo(other.x(), other.y());
    }

    PersonEvent event() {
      return new PersonEvent.Confused(
          new PersonId(one.id), new PersonId(other.id), sinceNanos, at, exchanged(least));
    }
  }
}
