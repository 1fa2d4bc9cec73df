package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import io.walkout.node.score.JudgedLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fall fails the build, a rise is told. */
class ExpectationsTest {
  private static final Scorecard BEFORE =
      Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("a", 2, 1)));

  @TempDir Path directory;

  @Test
  void whatIsAsExpectedPasses() {
    ExpectationsVerdict verdict = Expectations.NONE.with(BEFORE, true).judge(BEFORE, true);

    assertThat(verdict.isFall()).isFalse();
    assertThat(verdict.rises()).isEmpty();
    assertThat(verdict.judged()).isEqualTo(2);
  }

  @Test
  void anyFallFailsAndIsToldWithItsCommand() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.9), Cases.result("a", 2, 0.999)));

    ExpectationsVerdict verdict = Expectations.NONE.with(BEFORE, true).judge(after, true);

    assertThat(verdict.isFall()).isTrue();
    assertThat(text(verdict))
        .contains("FELL  a, seed 2: F1 0.9990, expected 1.0000; charged lines")
        .contains("./walkout simulate a --seed 2 --out a-2.rec")
        .contains("ROSE  a, seed 1");
  }

  @Test
  void aFallOfChargedLinesAloneIsAFall() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("a", 2, 1, 0.9)));

    assertThat(Expectations.NONE.with(BEFORE, true).judge(after, true).falls()).hasSize(1);
  }

  @Test
  void aCrashIsAFall() {
    Scorecard after =
        Cases.card(
            List.of(CaseResult.failed(Cases.which("a", 1), "boom"), Cases.result("a", 2, 1)));

    ExpectationsVerdict verdict = Expectations.NONE.with(BEFORE, true).judge(after, true);

    assertThat(verdict.isFall()).isTrue();
    assertThat(text(verdict)).contains("crashed: boom");
  }

  @Test
  void aRiseAlonePassesAndSaysHowToKeepIt() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.6), Cases.result("a", 2, 1)));

    ExpectationsVerdict verdict = Expectations.NONE.with(BEFORE, true).judge(after, true);

    assertThat(verdict.isFall()).isFalse();
    assertThat(text(verdict)).contains("--update-expectations");
  }

  @Test
  void aCaseNobodyExpectsAndOneThatIsGoneFail() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("b", 1, 1)));

    ExpectationsVerdict verdict = Expectations.NONE.with(BEFORE, true).judge(after, true);

    assertThat(verdict.unexpected()).hasSize(1);
    assertThat(verdict.missing()).containsExactly("a, seed 2");
    assertThat(verdict.isFall()).isTrue();
  }

  @Test
  void aChosenPartOfASuiteMissesNothing() {
    Scorecard part = Cases.card(List.of(Cases.result("a", 1, 0.5)));

    assertThat(Expectations.NONE.with(BEFORE, true).judge(part, false).isFall()).isFalse();
  }

  @Test
  void theFileComesBackAsItWasWritten() throws IOException {
    Path file = directory.resolve("expected.json");
    Scorecard card = Cases.card(Cases.row("a", 1.0 / 3, 2.0 / 7, 1));

    Expectations.NONE.with(card, true).write(file);

    assertThat(Expectations.read(file).judge(card, true).isFall()).isFalse();
    assertThat(Files.readString(file)).contains("\"a, seed 1\"").endsWith("}\n");
  }

  @Test
  void whatIsNoSuchFileIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("e.json"), "{\"format\":\"other\"}");
    Path torn = Files.writeString(directory.resolve("t.json"), "{\n\"format\":");
    Path newer =
        Files.writeString(
            directory.resolve("n.json"), "{\"format\":\"walkout-expectations\",\"version\":9}");

    assertThatThrownBy(() -> Expectations.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("e.json: format: expected 'walkout-expectations', found 'other'");
    assertThatThrownBy(() -> Expectations.read(torn)).hasMessageContaining("t.json, line 2");
    assertThatThrownBy(() -> Expectations.read(newer)).hasMessageContaining("version 9");
  }

  @Test
  void aFallOfAnyHeldFigureIsNamedWithItsCommandThoughF1Rose() {
    CaseFigures was = figures(0.9, 1, 0.1, 0, List.of(3.0, 4.0));
    Scorecard before = Cases.card(List.of(CaseResult.of(Cases.which("a", 1), was)));
    CaseFigures is = figures(0.95, 0, 0.2, 2, List.of(3.0, 4.6));
    Scorecard after = Cases.card(List.of(CaseResult.of(Cases.which("a", 1), is)));

    ExpectationsVerdict verdict = Expectations.NONE.with(before, true).judge(after, true);

    assertThat(verdict.isFall()).isTrue();
    assertThat(text(verdict))
        .contains(
            "FELL  a, seed 1: exact receipts 0, expected 1; money error 0.2000, expected 0.1000;"
                + " lines in review 2, expected 0; seconds from exit to receipt 4.600, expected"
                + " 4.000 (though F1 0.9500, expected 0.9000")
        .contains("./walkout simulate a --seed 1 --out a-1.rec");
  }

  @Test
  void aWaitHalfASecondLongerPassesAndOneThatIsGoneDoesNot() {
    Scorecard before =
        Cases.card(
            List.of(
                CaseResult.of(Cases.which("a", 1), figures(1, 1, 0, 0, List.of(4.0))),
                CaseResult.of(Cases.which("a", 2), figures(1, 1, 0, 0, List.of(4.0)))));
    Scorecard after =
        Cases.card(
            List.of(
                CaseResult.of(Cases.which("a", 1), figures(1, 1, 0, 0, List.of(4.5))),
                CaseResult.of(Cases.which("a", 2), figures(1, 1, 0, 0, List.of()))));

    ExpectationsVerdict verdict = Expectations.NONE.with(before, true).judge(after, true);

    assertThat(verdict.falls()).extracting(f -> f.result().of().seed()).containsExactly(2L);
    assertThat(text(verdict)).contains("seconds from exit to receipt none, expected 4.000");
  }

  @Test
  void aFallOfTrackingIsAFallBeyondItsTolerance() {
    assertThat(Held.HOTA.change(0.9, 0.8951)).isZero();
    assertThat(Held.HOTA.change(0.9, 0.894)).isNegative();
    assertThat(Held.HOTA.change(0.9, 0.906)).isPositive();
    assertThat(Held.HOTA.change(0.9, null)).isNegative();
  }

  @Test
  void theCalibrationErrorIsHeldOverTheWholeSuite() {
    Scorecard before = judged(0.9, true);
    Scorecard after = judged(0.9, false);
    Expectations expected = Expectations.NONE.with(before, true);

    assertThat(expected.judge(before, true).isFall()).isFalse();
    assertThat(expected.judge(after, false).isFall()).isFalse();
    assertThat(expected.judge(after, true).isFall()).isTrue();
    assertThat(text(expected.judge(after, true)))
        .contains("FELL  all cases: calibration error 0.900, expected 0.1000");
  }

  @Test
  void ofACaseWithPicturesOnlyF1IsHeld() {
    SuiteCase filmed = new SuiteCase(new Row("a", Level.PICTURE, List.of(), null, null), 1);
    Scorecard before =
        Cases.card(List.of(CaseResult.of(filmed, figures(1, 1, 0, 0, List.of(1.0)))));
    Scorecard after = Cases.card(List.of(CaseResult.of(filmed, figures(1, 0, 1, 1, List.of(9.0)))));

    assertThat(Expectations.NONE.with(before, true).judge(after, true).isFall()).isFalse();
  }

  @Test
  void aCrashIsNeverWrittenDown() {
    Scorecard card = Cases.card(List.of(CaseResult.failed(Cases.which("a", 1), "boom")));

    assertThatThrownBy(() -> Expectations.NONE.with(card, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a, seed 1 crashed");
  }

  private static Scorecard judged(double certainty, boolean isRight) {
    CaseFigures plain = figures(1, 1, 0, 0, List.of(1.0));
    CaseFigures figures =
        new CaseFigures(
            1,
            1,
            1,
            null,
            1,
            1,
            1,
            1,
            1,
            plain.moneyError(),
            plain.moneyErrorAfterReview(),
            1,
            0,
            plain.secondsToReceipt(),
            Map.of(),
            List.of(),
            List.of(new JudgedLine("v", 1, "p", "123", 1, true, certainty, isRight, 0)),
            null);
    return Cases.card(List.of(CaseResult.of(Cases.which("a", 1), figures)));
  }

  private static CaseFigures figures(
      double f1, int exact, double moneyError, int inReview, List<Double> seconds) {
    return new CaseFigures(
        f1,
        f1,
        f1,
        null,
        1,
        1,
        1,
        exact,
        1,
        moneyError,
        0.0,
        2,
        inReview,
        seconds,
        Map.of(),
        List.of(),
        List.of(),
        null);
  }

  private static String text(ExpectationsVerdict verdict) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    verdict.print(Path.of("expected.json"), out);
    out.flush();
    return text.toString();
  }
}
