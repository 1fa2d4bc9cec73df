package io.walkout.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.bench.Measure;
import io.walkout.node.score.Cause;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import io.walkout.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contest's method on simulated recordings: it can do what is easy, and errs as it must. */
class ContestRunTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"alone", "take-two", "put-back", "three-at-once", "couple"})
  void whatIsEasyIsRight(String scenario) throws IOException {
    assertThat(score(scenario, 3).f1()).isEqualTo(1);
  }

  @Test
  void aHandOverStaysWithWhoTookIt() throws IOException {
    Score score = score("hand-over", 1);

    assertThat(score.f1WithoutPeople()).isEqualTo(1);
    assertThat(score.f1()).isEqualTo(0.5);
    assertThat(score.causes().counts()).containsEntry(Cause.WHO_WRONG, 1);
  }

  @Test
  void theSameRecordingGivesTheSameBytes() throws IOException {
    Path recording = directory.resolve("x.rec");
    var _ = Simulation.run("random", 5, recording);

    var _ = ContestRun.run(recording, directory.resolve("one"));
    var _ = ContestRun.run(recording, directory.resolve("two"));

    for (String file : new String[] {"receipts.json", "events.jsonl"}) {
      assertThat(directory.resolve("one").resolve(file))
          .hasSameBinaryContentAs(directory.resolve("two").resolve(file));
    }
  }

  @Test
  void theCommandWritesReceiptsThatCanBeScored() throws IOException {
    Path recording = directory.resolve("x.rec");
    var _ = Simulation.run("alone", 1, recording);
    Path out = directory.resolve("out");

    int code = Measure.run("scorecard", "baseline", recording.toString(), "--out", out.toString());

    assertThat(code).isZero();
    assertThat(Files.readString(out.resolve("receipts.json"))).contains("\"target_id\"");
    assertThat(ScoreFile.score(recording, out.resolve("receipts.json")).f1()).isEqualTo(1);
    assertThat(Measure.run("scorecard", "baseline", "none.rec", "--out", out.toString()))
        .isEqualTo(2);
  }

  private Score score(String scenario, long seed) throws IOException {
    Path recording = directory.resolve(scenario + ".rec");
    var _ = Simulation.run(scenario, seed, recording);
    Path out = directory.resolve(scenario);
    var _ = ContestRun.run(recording, out);
    return ScoreFile.score(recording, out.resolve("receipts.json"));
  }
}
