package io.walkout.bench.realism;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.bench.Measure;
import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.sim.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealismCommandTest {
  @TempDir Path scratch;

  @Test
  void aSimulatedVisitComparedWithItsLikeIsMostlyAlike() throws Exception {
    Path recording = scratch.resolve("alone.rec");
    Simulation.run("alone", 4, recording);
    Path out = scratch.resolve("out");

    int code =
        Measure.run("realism", recording.toString(), "--out", out.toString(), "--seeds", "2");

    assertThat(code).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(out.resolve("realism.json").toFile());
    int alike = 0;
    int compared = 0;
    for (JsonNode figure : report.path("figures")) {
      boolean rest = figure.path("group").asText().equals("Plates at rest");
      compared += rest ? 1 : 0;
      alike += rest && !figure.path("verdict").asText().equals("DIFFERS") ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(10);
    assertThat(alike).isGreaterThanOrEqualTo(compared - 2);
    assertThat(out.resolve("realism.html"))
        .content()
        .contains("echarts")
        .doesNotContain("src=\"http");
  }

  @Test
  void aRecordingWithoutTruthIsRefusedInOneSentence() throws Exception {
    Path recording = scratch.resolve("alone.rec");
    Simulation.run("alone", 4, recording);
    Files.delete(recording.resolve("truth.json"));

    int code =
        Measure.run("realism", recording.toString(), "--out", scratch.resolve("out").toString());

    assertThat(code).isEqualTo(2);
    assertThat(scratch.resolve("out")).doesNotExist();
  }

  @Test
  void theRealRecordingIsPutBesideItsSimulationWithPictures() throws Exception {
    Path recording = scratch.resolve("real.rec");
    AutoCheckoutImport.run(shared("recordings/cps-test-01"), recording);
    Path out = scratch.resolve("out");

    int code =
        Measure.run("realism", recording.toString(), "--out", out.toString(), "--seeds", "1");

    assertThat(code).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(out.resolve("realism.json").toFile());
    assertThat(report.path("figures").findValuesAsText("group"))
        .contains("Plates at rest", "Pictures, median over cameras");
    assertThat(out.resolve("realism.html")).content().contains("data:image/png;base64,");
  }

  private static Path shared(String name) {
    String stated = System.getenv("WALKOUT_SHARED");
    if (stated != null && Files.isDirectory(Path.of(stated).resolve("data").resolve(name))) {
      return Path.of(stated).resolve("data").resolve(name);
    }
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path found = dir.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    return Assumptions.abort(
        "no shared/data/" + name + " above the working directory (or in WALKOUT_SHARED)");
  }
}
