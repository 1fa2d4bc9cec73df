package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fall fails the build, a rise is told. */
class ExpectationsTest {
  private static final Scorecard BEFORE =
      Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("a", 2, 1)));

  @TempDir Path directory;

  @Test
  void whatIsAsExpectedPasses() {
    Expectations.Verdict verdict = Expectations.NONE.with(BEFORE).judge(BEFORE, true);

    assertThat(verdict.isFall()).isFalse();
    assertThat(verdict.rises()).isEmpty();
    assertThat(verdict.judged()).isEqualTo(2);
  }

  @Test
  void anyFallFailsAndIsToldWithItsCommand() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.9), Cases.result("a", 2, 0.999)));

    Expectations.Verdict verdict = Expectations.NONE.with(BEFORE).judge(after, true);

    assertThat(verdict.isFall()).isTrue();
    assertThat(text(verdict))
        .contains("FELL  a, seed 2: F1 0.9990, expected 1.0000")
        .contains("./walkout simulate a --seed 2 --out a-2.rec")
        .contains("ROSE  a, seed 1");
  }

  @Test
  void aFallOfChargedLinesAloneIsAFall() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("a", 2, 1, 0.9)));

    assertThat(Expectations.NONE.with(BEFORE).judge(after, true).falls()).hasSize(1);
  }

  @Test
  void aCrashIsAFallUnlessNothingWasExpected() {
    Scorecard after =
        Cases.card(
            List.of(CaseResult.failed(Cases.which("a", 1), "boom"), Cases.result("a", 2, 1)));

    Expectations.Verdict verdict = Expectations.NONE.with(BEFORE).judge(after, true);

    assertThat(verdict.isFall()).isTrue();
    assertThat(text(verdict)).contains("crashed: boom");
  }

  @Test
  void aRiseAlonePassesAndSaysHowToKeepIt() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.6), Cases.result("a", 2, 1)));

    Expectations.Verdict verdict = Expectations.NONE.with(BEFORE).judge(after, true);

    assertThat(verdict.isFall()).isFalse();
    assertThat(text(verdict)).contains("--update-expectations");
  }

  @Test
  void aCaseNobodyExpectsAndOneThatIsGoneFail() {
    Scorecard after = Cases.card(List.of(Cases.result("a", 1, 0.5), Cases.result("b", 1, 1)));

    Expectations.Verdict verdict = Expectations.NONE.with(BEFORE).judge(after, true);

    assertThat(verdict.unexpected()).hasSize(1);
    assertThat(verdict.missing()).containsExactly("a, seed 2");
    assertThat(verdict.isFall()).isTrue();
  }

  @Test
  void aChosenPartOfASuiteMissesNothing() {
    Scorecard part = Cases.card(List.of(Cases.result("a", 1, 0.5)));

    assertThat(Expectations.NONE.with(BEFORE).judge(part, false).isFall()).isFalse();
  }

  @Test
  void theFileComesBackAsItWasWritten() throws IOException {
    Path file = directory.resolve("expected.json");
    Scorecard card = Cases.card(Cases.row("a", 1.0 / 3, 2.0 / 7, 1));

    Expectations.NONE.with(card).write(file);

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

  private static String text(Expectations.Verdict verdict) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    verdict.print(Path.of("expected.json"), out);
    out.flush();
    return text.toString();
  }
}
