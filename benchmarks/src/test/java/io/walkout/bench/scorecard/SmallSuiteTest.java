package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.bench.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest suite, through simulator, pipeline and score, against what is expected of it. */
class SmallSuiteTest {
  private static final String SUITE =
      """
      seeds: 1
      first-seed: 4000
      rows:
        - scenarios: [put-back, couple]
        - scenarios: random
          autocheckout: gzip
      """;

  @TempDir Path directory;

  @Test
  void itIsAsExpectedAndTheSameForAnyNumberOfThreads() throws IOException {
    Path suite = Files.writeString(directory.resolve("small.yaml"), SUITE);
    Path expected = Path.of("expectations", "ci.json");
    List<ObjectNode> cards = new ArrayList<>();
    List<String> pages = new ArrayList<>();
    for (int threads : List.of(1, 3)) {
      Path out = directory.resolve("out-" + threads);

      int code =
          Measure.run(
              "scorecard",
              "--suite",
              suite.toString(),
              "--scenario",
              "all",
              "--threads",
              Integer.toString(threads),
              "--expect",
              expected.toString(),
              "--out",
              out.toString());

      assertThat(code).as("exit code").isZero();
      cards.add((ObjectNode) ScorecardFile.JSON.readTree(out.resolve("scorecard.json").toFile()));
      pages.add(Files.readString(out.resolve("scorecard.html")));
    }
    assertThat(pages.get(1)).isNotEmpty().isEqualTo(pages.get(0));
    cards.forEach(card -> assertThat(card.remove("run")).isNotNull());
    assertThat(cards.get(1)).isEqualTo(cards.get(0));
    assertThat(cards.get(0).path("cases")).hasSize(3);
  }

  @Test
  void whatIsWrittenComesBackAsTheSameScorecard() throws IOException {
    Scorecard card =
        Cases.card(
            List.of(
                Cases.result("alone", 1, 0.25),
                CaseResult.failed(Cases.which("alone", 2), "boom"),
                Cases.result("demo", 1, 1)));
    Path file = directory.resolve("card.json");
    ScorecardFile.Run run = new ScorecardFile.Run(1, 2, 2, 1, 1, "25");

    ScorecardFile.write(file, ScorecardFile.text(ScorecardFile.json(card, run)));

    assertThat(ScorecardFile.read(file)).isEqualTo(card);
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertThat(Measure.run("scorecard")).isEqualTo(2);
    assertThat(Measure.run("scorecard", "--suite", "none-such")).isEqualTo(2);
    assertThat(Measure.run("scorecard", "--suite", "ci", "--scenario", "none-such")).isEqualTo(2);
    assertThat(Measure.run("scorecard", "--suite", "ci", "--update-expectations")).isEqualTo(2);
    assertThat(Measure.run("scorecard", "compare", "none.json", "such.json")).isEqualTo(2);
    assertThat(Measure.run("scorecard", "--help")).isZero();
  }
}
