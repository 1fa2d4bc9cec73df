package io.walkout.bench.realism;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.node.report.UserError;
import io.walkout.sim.people.Arrival;
import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.people.Traits;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording's truth as a script for the simulator: everybody takes and puts back what they truly
 * did, where they did, at about the same seconds after the recording's beginning.
 */
final class RealVisit {
  /**
   * People come in this long before the first thing they do, at least; a shop is some metres long.
   */
  private static final double COMES_BEFORE_SECONDS = 10;

  /** A hand takes about this long from the body's side to the goods and off the shelf with them. */
  private static final double REACH_SECONDS = 1.5;

  private RealVisit() {}

  /** Plans for everybody of the truth. */
  static List<Plan> plans(Recording recording) {
    Truth truth =
        recording
            .truth()
            .orElseThrow(
                () ->
                    new UserError(
                        recording.name() + " has no truth.json, so its visit can't be simulated"));
    Map<String, List<Truth.Event>> byPerson = new LinkedHashMap<>();
    truth.events().stream()
        .sorted((a, b) -> Long.compare(a.captureNanos(), b.captureNanos()))
        .forEach(e -> byPerson.computeIfAbsent(e.targetId(), t -> new ArrayList<>()).add(e));
    if (byPerson.isEmpty()) {
      throw new UserError(
          "the truth of " + recording.name() + " has no events, so its visit can't be simulated");
    }
    List<Plan> plans = new ArrayList<>();
    byPerson.forEach((person, events) -> plans.add(plan(recording, person, events)));
    return plans;
  }

  private static Plan plan(Recording recording, String person, List<Truth.Event> events) {
    List<Intent> intents = new ArrayList<>();
    Map<String, Integer> takenFrom = new LinkedHashMap<>();
    for (Truth.Event event : events) {
      int facing = facing(recording, event);
      double at = seconds(recording, event);
      intents.add(new Intent.Look(facing, 0.1));
      intents.add(new Intent.Until(at - REACH_SECONDS));
      if (event.kind() == Truth.Event.Kind.TAKE) {
        intents.add(new Intent.Take(facing, event.quantity(), true));
        takenFrom.put(event.barcode().value(), facing);
      } else {
        int from = takenFrom.getOrDefault(event.barcode().value(), facing);
        for (int n = 0; n < event.quantity(); n++) {
          intents.add(new Intent.PutBack(from, facing));
        }
      }
    }
    double start = Math.max(0.5, seconds(recording, events.getFirst()) - COMES_BEFORE_SECONDS);
    return new Plan(person, Arrival.at(start, person), Traits.ADULT, intents);
  }

  private static double seconds(Recording recording, Truth.Event event) {
    return EventTime.secondsBetween(recording.startNanos(), event.captureNanos());
  }

  /** The facing that holds most of the plates whose load changed; of its product if it can be. */
  private static int facing(Recording recording, Truth.Event event) {
    List<Facing> facings = recording.store().planogram().facings();
    int best = -1;
    int most = 0;
    for (int f = 0; f < facings.size(); f++) {
      Facing facing = facings.get(f);
      int score = facing.product().equals(event.barcode()) ? 1 : 0;
      for (PlateId plate : event.plates()) {
        score += facing.plates().contains(plate) ? 2 : 0;
      }
      if (score > most) {
        most = score;
        best = f;
      }
    }
    if (best < 0) {
      throw new UserError(
          "the truth of "
              + recording.name()
              + " names "
              + event.barcode()
              + ", which stands on no facing of its planogram");
    }
    return best;
  }
}
