package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.bench.Measure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program beside the contest's method. */
class ContrastTest {
  private static final String SUITE = "rows: [{scenarios: [alone, hand-over], first-seed: 1}]\n";

  @TempDir Path directory;

  @Test
  void wrongUnitsAreThoseTooManyAndThoseMissingAndTheRatioIsOursOverTheirs() {
    Contrast contrast =
        contrast(
            List.of(
                Cases.result("alone", 1, 1).beside(wrong(3, 0)),
                Cases.result("alone", 2, 0.5).beside(wrong(1, 1)),
                Cases.result("demo", 1, 1)));

    assertThat(contrast.overall().cases()).isEqualTo(2);
    assertThat(contrast.overall().walkout().wrongUnits()).isZero();
    assertThat(contrast.overall().contest().wrongUnits()).isEqualTo(6);
    assertThat(contrast.overall().contest().wrongByCause())
        .containsEntry("who wrong", 2)
        .containsEntry("invented", 4);
    assertThat(Objects.requireNonNull(contrast.overall().errorRatio()).value()).isZero();
    assertThat(contrast.rows()).extracting(Contrast.Beside::name).containsExactly("alone");
  }

  @Test
  void whereTheContestErrsNowhereThereIsNoRatio() {
    CaseFigures right = Cases.figures(1, 1);

    Contrast contrast = contrast(List.of(Cases.result("alone", 1, 1).beside(right)));

    assertThat(contrast.overall().errorRatio()).isNull();
    assertThat(text(contrast)).contains("0 | 0").doesNotContain("NaN");
  }

  @Test
  void aScorecardOfOneMethodHasNone() {
    assertThat(Cases.card(Cases.row("alone", 1, 0.5)).contrast()).isNull();
  }

  @Test
  void bothRunOnTheSameRecordingsAndStandInAllReports() throws IOException {
    JsonNode card = run("both");

    JsonNode overall = card.path("contrast").path("overall");
    assertThat(card.path("method").asText()).isEqualTo("WALKOUT");
    assertThat(overall.path("cases").asInt()).isEqualTo(2);
    assertThat(overall.path("contest").path("wrongUnits").asInt()).isEqualTo(2);
    assertThat(card.path("cases").get(0).path("contest").path("f1").asDouble()).isEqualTo(1);
    assertThat(directory.resolve("both/scorecard.html"))
        .content()
        .contains("Beside the contest's winner".replace("'", "&#39;"));
    Path file = directory.resolve("both/scorecard.json");
    assertThat(ScorecardFile.read(file).contrast()).isNotNull();
  }

  @Test
  void theContestAloneNamesTheCommandsThatRepeatIt() throws IOException {
    JsonNode card = run("contest");

    assertThat(card.path("method").asText()).isEqualTo("CONTEST");
    assertThat(card.has("contrast")).isFalse();
    assertThat(card.path("cases").get(1).path("command").asText())
        .contains("./walkout scorecard baseline hand-over-1.rec --out hand-over-1-contest");
  }

  @Test
  void theContestNeedsPosesAndIsNoExpectation() throws IOException {
    String suite = suite();

    assertThat(measure(suite, "--method", "contest", "--level", "picture")).isEqualTo(2);
    assertThat(measure(suite, "--method", "contest", "--expect", suite)).isEqualTo(2);
    assertThat(measure(suite, "--method", "luck")).isEqualTo(2);
  }

  private JsonNode run(String method) throws IOException {
    Path out = directory.resolve(method);
    assertThat(measure(suite(), "--method", method, "--out", out.toString())).isZero();
    return ScorecardFile.JSON.readTree(out.resolve("scorecard.json").toFile());
  }

  private String suite() throws IOException {
    return Files.writeString(directory.resolve("mine.yaml"), SUITE).toString();
  }

  private static int measure(String suite, String... more) {
    List<String> line = new java.util.ArrayList<>(List.of("scorecard", "--suite", suite));
    line.addAll(List.of(more));
    return Measure.run(line.toArray(String[]::new));
  }

  private static Contrast contrast(List<CaseResult> cases) {
    return Objects.requireNonNull(Cases.card(cases).contrast());
  }

  private static String text(Contrast contrast) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      ContrastReport.print(contrast, out);
    }
    return text.toString();
  }

  /** One unit of one taken is right but {@code invented} are too many and {@code who} misplaced. */
  private static CaseFigures wrong(int invented, int who) {
    return new CaseFigures(
        0,
        0,
        1,
        null,
        1 - who,
        1 + invented,
        1,
        0,
        1,
        1.0,
        1.0,
        1,
        0,
        List.of(),
        Map.of("invented", invented, "who wrong", who),
        List.of("invented: a thing"),
        List.of(),
        null);
  }
}
