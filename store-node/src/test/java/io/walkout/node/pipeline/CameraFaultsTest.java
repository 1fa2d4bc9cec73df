package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.report.EventLog;
import io.walkout.store.EventTime;
import io.walkout.store.signal.PictureFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the log hears of a camera. */
class CameraFaultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final long STEP = EventTime.SECOND / 10;
  private static final int MINUTE = 600;

  @TempDir private Path dir;
  private Map<String, Object> counts = Map.of();

  @Test
  void aFaultThatComesAndGoesOnceIsTwoEvents() throws IOException {
    List<JsonNode> log =
        log(MINUTE, i -> i >= 20 && i < 40 ? PictureFault.BLACK : PictureFault.NONE);
    assertThat(log).extracting(e -> e.path("fault").asText()).containsExactly("BLACK", "NONE");
    assertThat(log).noneMatch(e -> e.has("changesNotTold"));
  }

  @Test
  void faultsThatTakeTurnsFillNoLogAndNoneOfThemIsLost() throws IOException {
    int pictures = 5 * MINUTE;
    List<JsonNode> log = log(pictures, i -> i % 2 == 0 ? PictureFault.BLACK : PictureFault.COVERED);

    assertThat(log).hasSize(5 * CameraFaults.MOST_EVENTS);
    long told = log.stream().mapToLong(e -> 1 + e.path("changesNotTold").asLong()).sum();
    assertThat(told).isBetween((long) pictures - MINUTE, (long) pictures);
    JsonNode faults = JSON.<JsonNode>valueToTree(counts).path("c0");
    for (String fault : List.of("BLACK", "COVERED")) {
      assertThat(faults.path(fault).path("frames").asInt()).isEqualTo(pictures / 2);
      assertThat(faults.path(fault).path("times").asInt()).isEqualTo(pictures / 2);
    }
  }

  @Test
  void theStateAfterAFloodOfChangesIsToldWhenTheMinuteIsOver() throws IOException {
    PictureFault[] turns = {PictureFault.BLACK, PictureFault.COVERED, PictureFault.RESIZED};
    List<JsonNode> log = log(2 * MINUTE, i -> i < 100 ? turns[i % 3] : PictureFault.NONE);

    assertThat(log).hasSize(CameraFaults.MOST_EVENTS + 1);
    assertThat(log.getLast().path("fault").asText()).isEqualTo("NONE");
    assertThat(EventTime.parse(log.getLast().path("at").asText())).isEqualTo(T0 + MINUTE * STEP);
    assertThat(log.getLast().path("changesNotTold").asInt()).isEqualTo(94);
  }

  private List<JsonNode> log(int pictures, IntFunction<PictureFault> faults) throws IOException {
    Path file = dir.resolve("events.jsonl");
    CameraFaults cameras = new CameraFaults(TestStores.empty(1, 64, 48, 40).layout());
    try (EventLog log = new EventLog(file, Object::toString)) {
      StoreEvent event = new StoreEvent();
      for (int i = 0; i < pictures; i++) {
        event.reset(StoreEvent.Kind.FRAME);
        event.camera = 0;
        event.captureNanos = T0 + i * STEP;
        event.detections.fault = faults.apply(i);
        cameras.observe(event, log);
      }
    }
    counts = cameras.counts();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
