package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.billing.Ledger;
import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.node.SharedFolder;
import io.walkout.node.report.Progress;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real visit: one man, four cameras, shelves that weigh. Skipped where the recording is not at
 * hand.
 */
class RealVisitTest {
  @TempDir private Path scratch;

  @Test
  void aManWhoTakesTwoThingsPaysForExactlyThose() throws IOException {
    Path recording = scratch.resolve("real.rec");
    Path out = scratch.resolve("out");
    AutoCheckoutImport.run(SharedFolder.find("recordings/cps-test-01"), recording);

    Replay.Outcome outcome = Replay.run(recording, out, Replay.Options.DEFAULT, Progress.NONE);

    Score score = ScoreFile.score(recording, out.resolve("receipts.json"));
    assertThat(score.f1()).isEqualTo(1.0);
    assertThat(score.linesInReview()).isZero();
    assertThat(score.exactReceipts()).isEqualTo(1);
    assertThat(outcome.receipts())
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.lines())
                    .allSatisfy(l -> assertThat(l.certainty()).isGreaterThan(0.9)));
    assertThat(metresFromThePlates(recording, out))
        .as("within reach of the facing at both takes")
        .allSatisfy(metres -> assertThat(metres).isLessThan(1.0));
    Path again = scratch.resolve("one-thread");
    Replay.run(
        recording,
        again,
        new Replay.Options(1, Pacing.MAX, Replay.PeopleFrom.AUTO, false),
        Progress.NONE);
    assertThat(again.resolve("receipts.json")).hasSameBinaryContentAs(out.resolve("receipts.json"));
    assertThat(again.resolve("events.jsonl")).hasSameBinaryContentAs(out.resolve("events.jsonl"));
    try (Ledger ledger = Ledger.open(out.resolve("ledger.db"))) {
      assertThat(ledger.verify()).isEmpty();
      assertThat(ledger.summary().charges()).isOne();
      assertThat(ledger.summary().chargedTotalMinor())
          .containsExactly(Map.entry("USD", outcome.receipts().getFirst().totalMinor()));
    }
  }

  /** How far, on the floor, the only track was from the plates of each true event at its time. */
  private static List<Double> metresFromThePlates(Path recordingDirectory, Path out)
      throws IOException {
    Recording recording = Recording.open(recordingDirectory);
    List<Double> metres = new ArrayList<>();
    for (Truth.Event event : recording.truth().orElseThrow().events()) {
      JsonNode nearest = null;
      long apart = Long.MAX_VALUE;
      for (String line : Files.readAllLines(out.resolve("events.jsonl"))) {
        JsonNode logged = new ObjectMapper().readTree(line);
        long gap = Math.abs(EventTime.parse(logged.path("at").asText()) - event.captureNanos());
        if (logged.path("type").asText().equals("position") && gap < apart) {
          apart = gap;
          nearest = logged;
        }
      }
      assertThat(apart).as("nanoseconds to the nearest position").isLessThan(EventTime.SECOND);
      JsonNode at = Objects.requireNonNull(nearest);
      metres.add(
          event.plates().stream()
              .map(plate -> recording.store().layout().plate(plate).orElseThrow())
              .mapToDouble(
                  plate ->
                      plate.box().floorDistanceTo(at.path("x").asDouble(), at.path("y").asDouble()))
              .min()
              .orElseThrow());
    }
    return metres;
  }
}
