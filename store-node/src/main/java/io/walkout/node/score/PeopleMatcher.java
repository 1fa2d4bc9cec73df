package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.PlateId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the truth's people each visit is. Receipts that carry the truth's own identity need
 * no matching. Others are matched by where and when: by the tracks of the truth where it has any
 * ({@link TrackOverlap}), else a visit fits a person if it stood near each place at the time the
 * truth says something was taken or put there. The content of a receipt plays no part, so that a
 * wrong receipt can't find itself a person whom it suits.
 */
final class PeopleMatcher {
  /**
   * How far from a true event's place a visit may have stood and still be the one: an arm's length
   * and tracking error, twice over.
   */
  private static final double FARTHEST_METRES = 2.0;

  /** What a visit that was not there at the time of a true event is taken to be away. */
  private static final double ABSENT_METRES = 10.0;

  /** Farthest from a logged position, in time, at which it still says where somebody was. */
  private static final long NEAR_NANOS = 2 * EventTime.SECOND;

  private final Layout layout;
  private final RunLog log;
  private final @Nullable TruthTracks tracks;
  private String how = "target_id";

  /**
   * For one case.
   *
   * @param tracks where everybody truly stood, or null if only the truth's events tell
   */
  PeopleMatcher(Layout layout, RunLog log, @Nullable TruthTracks tracks) {
    this.layout = layout;
    this.log = log;
    this.tracks = tracks;
  }

  /** Truth's person by visit id; visits that fit nobody are absent. */
  Map<String, String> match(Truth truth, List<Score.Visit> visits) {
    Map<String, String> personOf = new HashMap<>();
    List<Score.Visit> open = new ArrayList<>();
    for (Score.Visit visit : visits) {
      if (visit.targetId() != null) {
        personOf.put(visit.visitId(), visit.targetId());
      } else {
        open.add(visit);
      }
    }
    Set<String> taken = new HashSet<>(personOf.values());
    List<String> people = people(truth).stream().filter(p -> !taken.contains(p)).toList();
    if (open.isEmpty()) {
      return personOf;
    }
    if (people.size() == 1 && visits.size() == 1) {
      personOf.put(open.getFirst().visitId(), people.getFirst());
      how = "being the only visit and the only person";
      return personOf;
    }
    if (tracks != null) {
      personOf.putAll(new TrackOverlap(tracks, log).match(people, open));
      how = "where they stood, all the time";
    } else {
      matchByEvents(truth, people, open, personOf);
      how = "place and time of the truth's events";
    }
    long unmatched = visits.stream().filter(v -> !personOf.containsKey(v.visitId())).count();
    how += unmatched == 0 ? "" : ", " + unmatched + " visits fit nobody";
    return personOf;
  }

  private void matchByEvents(
      Truth truth, List<String> people, List<Score.Visit> open, Map<String, String> personOf) {
    Set<String> taken = new HashSet<>();
    record Pair(String person, Score.Visit visit, double metres) {}
    List<Pair> pairs = new ArrayList<>();
    for (String person : people) {
      for (Score.Visit visit : open) {
        double metres = metresApart(truth, person, visit);
        if (metres < FARTHEST_METRES) {
          pairs.add(new Pair(person, visit, metres));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::metres)
            .thenComparing(Pair::person)
            .thenComparing((Function<Pair, String>) p -> p.visit().visitId()));
    for (Pair pair : pairs) {
      if (!personOf.containsKey(pair.visit().visitId()) && taken.add(pair.person())) {
        personOf.put(pair.visit().visitId(), pair.person());
      }
    }
  }

  /** How the visits of the last match were matched, in words. */
  String how() {
    return how;
  }

  static List<String> people(Truth truth) {
    return truth.receipts().stream().map(Truth.Receipt::targetId).distinct().toList();
  }

  private double metresApart(Truth truth, String person, Score.Visit visit) {
    double sum = 0;
    int events = 0;
    for (Truth.Event event : truth.events()) {
      if (event.targetId().equals(person)) {
        sum += metresApart(event, visit);
        events++;
      }
    }
    return events == 0 ? ABSENT_METRES : sum / events;
  }

  private double metresApart(Truth.Event event, Score.Visit visit) {
    long t = event.captureNanos();
    if (t + EventTime.SECOND < visit.enteredNanos() || t - EventTime.SECOND > visit.exitedNanos()) {
      return ABSENT_METRES;
    }
    VisitTrack track = log.track(visit.visitId());
    return Optional.ofNullable(track)
        .flatMap(known -> known.near(t, NEAR_NANOS))
        .map(
            p ->
                event.plates().stream()
                    .map((PlateId id) -> layout.plate(id))
                    .flatMap(Optional::stream)
                    .mapToDouble(plate -> plate.box().floorDistanceTo(p.x(), p.y()))
                    .min()
                    .orElse(ABSENT_METRES))
        .orElse(ABSENT_METRES);
  }
}
