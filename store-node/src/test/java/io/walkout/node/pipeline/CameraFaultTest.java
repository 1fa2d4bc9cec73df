package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.report.Progress;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One visit filmed by four cameras, each of which fails in its own way: each fault is told by name,
 * at its time, nobody is invented, and plates and door see what they would have seen.
 */
class CameraFaultTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every other picture of a shop's camera is enough, and half the time. */
  private static final CameraSettings SLOW = new CameraSettings(5, 28);

  @TempDir private Path dir;

  @Test
  void everyCameraFailsInItsOwnWayAndTheStoreGoesOn() throws IOException {
    Run well = run("well", List.of());
    Run faulty =
        run(
            "faulty",
            List.of(
                "CameraFrozen:camera=cam-1,from=3,for=6",
                "CameraBlack:camera=cam-2,from=10,for=3",
                "CameraMoved:camera=cam-3,at=13",
                "TimesRepeated:camera=cam-4,from=6,for=3"));

    assertThat(well.faults().isEmpty()).isTrue();
    assertThat(well.appeared()).isEqualTo(1);
    JsonNode faults = faulty.faults();
    told(faults, "cam-1", "FROZEN", 10, 30);
    told(faults, "cam-2", "BLACK", 12, 16);
    told(faults, "cam-3", "MOVED", 5, 400);
    told(faults, "cam-4", "TIME_REPEATED", 12, 16);
    assertThat(faulty.events("cameraFault"))
        .extracting(e -> e.path("camera").asText() + " " + e.path("fault").asText())
        .contains("cam-1 FROZEN", "cam-1 NONE", "cam-2 BLACK", "cam-3 MOVED", "cam-4 NONE");
    assertThat(faulty.appeared()).isEqualTo(1);
    assertThat(faulty.events("shelfChange")).isEqualTo(well.events("shelfChange"));
    assertThat(faulty.events("sourceSilent")).isEmpty();
  }

  private static void told(JsonNode faults, String camera, String fault, int least, int most) {
    assertThat(faults.path(camera).size()).as(camera + ": " + faults).isEqualTo(1);
    assertThat(faults.path(camera).path(fault).path("frames").asInt())
        .as(camera + " " + fault)
        .isBetween(least, most);
  }

  /** What a run left. */
  private record Run(JsonNode faults, List<JsonNode> log) {
    List<JsonNode> events(String type) {
      return log.stream().filter(e -> e.path("type").asText().equals(type)).toList();
    }

    int appeared() {
      return events("appeared").size();
    }
  }

  private Run run(String name, List<String> faults) throws IOException {
    Path rec = dir.resolve(name + ".rec");
    SimulationOptions options =
        SimulationOptions.NONE.withFaults(faults).filmedBy(CameraSensor.rendered(SLOW));
    Simulation.run("alone", 1, rec, options);
    Path out = dir.resolve(name + ".out");
    Replay.run(rec, out, Replay.Options.DEFAULT, Progress.NONE);
    List<JsonNode> log = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("events.jsonl"))) {
      log.add(JSON.readTree(line));
    }
    return new Run(
        JSON.readTree(Files.readString(out.resolve("summary.json"))).path("cameraFaults"), log);
  }
}
