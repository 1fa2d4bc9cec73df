package io.walkout.bench.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.node.Walkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the public sequences of one camera the tracker stays ahead of the published ones, and our
 * figures are those of the scorer beside the sequences. Skipped without them.
 */
class VisibleSequencesTest {
  @TempDir private Path scratch;

  private static Path data() {
    String stated = System.getenv("WALKOUT_SHARED");
    Path first = Path.of(stated == null ? "" : stated).resolve("data/tracking");
    if (stated != null && Files.isDirectory(first)) {
      return first;
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/tracking"))) {
        return at.resolve("shared/data/tracking");
      }
    }
    return Assumptions.abort("skipped: no folder shared/data/tracking beside this checkout");
  }

  @Test
  void weLeadInHotaAndIdentityWithNoMoreSwitches() throws IOException {
    List<CaseFigures> figures = new BoxSuite().run(data(), name -> {});
    assertThat(figures).isNotEmpty();
    for (CaseFigures f : figures) {
      PeerFigures best = Objects.requireNonNull(f.peers());
      String name = f.sequence() + " " + f.detector() + " " + f.round();
      assertThat(100 * f.ours().hota()).as("HOTA of " + name).isGreaterThan(best.hota());
      assertThat(100 * f.ours().idf1()).as("IDF1 of " + name).isGreaterThan(best.idf1());
      assertThat(f.ours().identitySwitches())
          .as("switches of " + name)
          .isLessThanOrEqualTo(best.switches());
    }
  }

  @Test
  void theScorerBesideTheSequencesSeesTheSameInWhatTheCommandWrites()
      throws IOException, InterruptedException {
    Path sequence = data().resolve("MOT17-09");
    Path out = scratch.resolve("tracks.txt");
    int exit =
        Walkout.run(
            "track",
            "--detections",
            sequence.resolve("det-yolox.txt.gz").toString(),
            "--fps",
            "30",
            "--size",
            "1920x1080",
            "--out",
            out.toString());
    assertThat(exit).isZero();
    Process scorer = scorer(sequence, out);
    JsonNode theirs = new ObjectMapper().readTree(scorer.getInputStream()).path("MOT17-09");
    Assumptions.assumeTrue(
        scorer.waitFor(2, TimeUnit.MINUTES) && scorer.exitValue() == 0,
        "skipped: the scorer does not run here (it needs Python with SciPy)");
    CaseFigures ours =
        new BoxSuite()
            .run(data(), name -> {}).stream()
                .filter(f -> f.sequence().equals("MOT17-09") && f.round().equals("all"))
                .findFirst()
                .orElseThrow();
    assertThat(100 * ours.ours().hota()).isCloseTo(theirs.path("HOTA").asDouble(), within(1e-4));
    assertThat(100 * ours.ours().mota()).isCloseTo(theirs.path("MOTA").asDouble(), within(1e-4));
    assertThat(100 * ours.ours().idf1()).isCloseTo(theirs.path("IDF1").asDouble(), within(1e-4));
    assertThat(ours.ours().identitySwitches()).isEqualTo(theirs.path("IDSW").asLong());
  }

  private static Process scorer(Path sequence, Path out) throws IOException {
    Path script = data().resolve("mot_score.py");
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(
        Files.exists(script) && Files.isExecutable(python), "skipped: no scorer or no Python");
    return new ProcessBuilder(
            python.toString(),
            script.toString(),
            "seq",
            sequence.toString(),
            out.toString(),
            "--json")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
