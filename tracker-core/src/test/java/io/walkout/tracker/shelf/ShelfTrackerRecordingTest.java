package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.EventTime;
import io.walkout.store.shelf.ShelfChange;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real store's plates: everything its truth lists and nothing else. */
class ShelfTrackerRecordingTest {
  @Test
  void theRecordingHasExactlyTheChangesOfItsTruth() throws IOException {
    RecordedPlates recorded = RecordedPlates.read("cps-test-01");
    TrackedBlocks tracked = new TrackedBlocks(Stores.of(recorded.plates()));

    tracked.takeAll(recorded.blocks());
    tracked.end();

    List<ShelfChange> changes =
        tracked.changes().stream()
            .sorted(Comparator.comparingLong(ShelfChange::startNanos))
            .toList();
    JsonNode events = recorded.truth().get("events");
    assertThat(changes).hasSize(events.size());
    for (int i = 0; i < events.size(); i++) {
      isThatEvent(changes.get(i), events.get(i));
    }
    ShelfTrackerCounts counts = tracked.tracker.counts();
    assertThat(counts.platesLost()).isZero();
    assertThat(counts.blocksHeld()).isZero();
    assertThat(counts.plateTroubles()).isEmpty();
    assertThat(counts.driftsFollowed()).isZero();
    assertThat(tracked.health).isEmpty();
    assertThat(counts.blocks() + counts.blocksBack() + counts.blocksUnknown())
        .isEqualTo(recorded.blocks().size());
  }

  private static void isThatEvent(ShelfChange change, JsonNode event) {
    assertThat(change.shelf().gondola()).isEqualTo(event.get("gondola").asInt());
    assertThat(change.shelf().shelf()).isEqualTo(event.get("shelf").asInt());
    double expected = event.get("delta_g").asDouble();
    assertThat(Math.abs(change.deltaGrams() - expected)).isLessThan(0.02 * Math.abs(expected));
    long at = EventTime.ofSeconds(event.get("t").asDouble());
    assertThat(change.startNanos()).isBetween(at - 600 * EventTime.MILLI, at);
    assertThat(change.endNanos()).isBetween(at - 200 * EventTime.MILLI, at + EventTime.SECOND);
    List<Integer> plates = change.plates().stream().map(p -> p.plate().plate()).toList();
    event.get("plates").forEach(p -> assertThat(plates).contains(p.asInt()));
  }
}
