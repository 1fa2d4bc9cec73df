package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
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

/**
 * Says which of the truth's people each visit is. Receipts that carry the truth's own identity need
 * no matching. Others are matched by where and when: a visit fits a person if it stood near each
 * place at the time the truth says something was taken or put there. The content of a receipt plays
 * no part, so that a wrong receipt can't find itself a person whom it suits.
 */
final class PeopleMatcher {
  /**
   * How far from a true event's place a visit may have stood and still be the one: an arm's length
   * and tracking error, twice over.
   */
  private static final double FARTHEST_METRES = 2.0;

  /** What a visit that was not there at the time of a true event is taken to be away. */
  private static final double ABSENT_METRES = 10.0;

  private final Layout layout;
  private final Tracks tracks;

  PeopleMatcher(Layout layout, Tracks tracks) {
    this.layout = layout;
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
    if (people.size() == 1 && open.size() == 1) {
      personOf.put(open.getFirst().visitId(), people.getFirst());
      return personOf;
    }
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
    return personOf;
  }

  /** How the visits were matched, in words. */
  static String describe(List<Score.Visit> visits, Map<String, String> personOf) {
    if (visits.stream().allMatch(v -> v.targetId() != null)) {
      return "target_id";
    }
    if (visits.size() == 1 && personOf.size() == 1) {
      return "being the only visit and the only person";
    }
    long unmatched = visits.stream().filter(v -> !personOf.containsKey(v.visitId())).count();
    return "place and time of the truth's events"
        + (unmatched == 0 ? "" : ", " + unmatched + " visits fit nobody");
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
    return tracks
        .at(visit.visitId(), t)
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
