package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.node.cli.Errors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A case that crashes counts as the worst there is, is seen first, and fails the command. */
class CrashedCaseTest {
  private static final CaseResult CRASH =
      CaseResult.failed(Cases.which("take-two", 1), "IllegalStateException: boom");

  @TempDir Path directory;

  @Test
  void itCountsAsTheWorstInEveryFigureThatCanCountIt() {
    Group all = Cases.card(List.of(Cases.result("alone", 1, 1), CRASH)).overall();

    assertThat(all.value(Figure.F1)).isEqualTo(0.5);
    assertThat(all.value(Figure.F1_CHARGED)).isEqualTo(0.5);
    assertThat(all.value(Figure.F1_ANYONE)).isEqualTo(0.5);
    assertThat(all.value(Figure.EXACT)).isEqualTo(0.5);
    assertThat(all.value(Figure.MONEY_ERROR)).isEqualTo(0.5);
    assertThat(all.value(Figure.MONEY_AFTER_REVIEW)).isEqualTo(0.5);
    assertThat(all.value(Figure.REVIEW)).isEqualTo(500);
  }

  @Test
  void itsRowAndItselfComeFirst() {
    Scorecard card = Cases.card(List.of(Cases.result("alone", 1, 0), CRASH));

    assertThat(card.wrongCases().getFirst()).isEqualTo(CRASH);
    assertThat(Scorecard.worstFirst(card.rows()).getFirst().name()).isEqualTo("take-two");
    assertThat(ScorecardPage.html(card)).contains("<li><span>crashed</span><strong>1</strong>");
  }

  @Test
  void theCommandFailsAfterItsReportsAreWritten() throws IOException {
    Ran ran = run();

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("1 of 2 cases CRASHED").contains("1 CRASHED");
    assertThat(directory.resolve("out/scorecard.json")).isNotEmptyFile();
    assertThat(directory.resolve("out/scorecard.html")).isNotEmptyFile();
  }

  @Test
  void aCrashIsNeverWrittenDownAsExpected() throws IOException {
    Path expected = directory.resolve("expected.json");

    Ran ran = run("--expect", expected.toString(), "--update-expectations");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("stays as it is: 1 cases crashed");
    assertThat(expected).doesNotExist();
  }

  @Test
  void whatIsNotThereIsADashAndWhatDoesNotVaryHasNoInterval() {
    CaseFigures none =
        new CaseFigures(
            1, 1, 1, null, 0, 0, 0, 0, 0, null, null, 0, 0, List.of(), Map.of(), List.of(),
            List.of(), null);
    Scorecard card =
        Cases.card(
            List.of(
                CaseResult.of(Cases.which("nothing", 1), none),
                CaseResult.of(Cases.which("nothing", 2), none)));
    StringWriter text = new StringWriter();

    try (PrintWriter out = new PrintWriter(text)) {
      ScorecardText.print(card, out);
    }

    assertThat(text.toString())
        .doesNotContain("NaN", "±")
        .contains("calibration error – over 0 lines; exit to receipt –");
  }

  private record Ran(int code, String out) {}

  private Ran run(String... more) throws IOException {
    Path suite =
        Files.writeString(
            directory.resolve("mine.yaml"), "rows: [{scenarios: [alone, take-two]}]\n");
    StringWriter text = new StringWriter();
    CommandLine line = Errors.handle(new CommandLine(new ScorecardCommand(CrashedCaseTest::one)));
    line.setOut(new PrintWriter(text)).setErr(new PrintWriter(new StringWriter()));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--suite", suite.toString()));
    arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return new Ran(line.execute(arguments.toArray(String[]::new)), text.toString());
  }

  private static CaseRun.Ran one(SuiteCase which, @Nullable Path folder, Path scratch) {
    if (which.row().scenario().equals("take-two")) {
      throw new IllegalStateException("boom in " + folder + scratch);
    }
    return new CaseRun.Ran(CaseResult.of(which, Cases.figures(1, 1)), 10);
  }
}
