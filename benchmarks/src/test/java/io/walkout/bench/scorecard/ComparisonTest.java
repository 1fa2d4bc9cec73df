package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.bench.scorecard.Comparison.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What got better, what got worse. */
class ComparisonTest {
  @Test
  void onlyCasesOfOneRowAndSeedArePairs() {
    SuiteCase faulty =
        new SuiteCase(new Row("alone", Level.SENSOR, List.of("PlateDrift"), null, null), 1);
    Scorecard before =
        Cases.card(List.of(Cases.result("alone", 1, 1), Cases.result("alone", 2, 1)));
    Scorecard after =
        Cases.card(
            List.of(Cases.result("alone", 2, 1), CaseResult.of(faulty, Cases.figures(1, 1))));

    Comparison comparison = Comparison.of("a", before, "b", after);

    assertThat(comparison.pairs())
        .extracting(p -> p.after().of().label())
        .containsExactly("alone, seed 2");
    assertThat(comparison.onlyBefore()).containsExactly(Cases.which("alone", 1));
    assertThat(comparison.onlyAfter()).containsExactly(faulty);
  }

  @Test
  void aCaseIsJudgedByF1AndThenByChargedLines() {
    assertThat(verdict(Cases.result("x", 1, 0.5), Cases.result("x", 1, 0.6, 0.1)))
        .isEqualTo(Verdict.BETTER);
    assertThat(verdict(Cases.result("x", 1, 0.5), Cases.result("x", 1, 0.4)))
        .isEqualTo(Verdict.WORSE);
    assertThat(verdict(Cases.result("x", 1, 1, 0.5), Cases.result("x", 1, 1, 0.4)))
        .isEqualTo(Verdict.WORSE);
    assertThat(verdict(Cases.result("x", 1, 1), Cases.result("x", 1, 1 - 1e-9)))
        .isEqualTo(Verdict.SAME);
  }

  @Test
  void aCrashIsWorseThanAnyReceipt() {
    CaseResult crash = CaseResult.failed(Cases.which("x", 1), "IllegalStateException: boom");

    assertThat(verdict(Cases.result("x", 1, 0), crash)).isEqualTo(Verdict.WORSE);
    assertThat(verdict(crash, Cases.result("x", 1, 0))).isEqualTo(Verdict.BETTER);
    assertThat(verdict(crash, crash)).isEqualTo(Verdict.SAME);
  }

  @Test
  void aSmallRiseOfEverySeedIsBeyondChanceHoweverFarApartTheSeedsAre() {
    Comparison comparison =
        compare(
            Cases.row("x", 0.1, 0.9, 0.3, 0.7, 0.5), Cases.row("x", 0.12, 0.93, 0.32, 0.71, 0.52));

    assertThat(comparison.rows().getFirst().verdict(Figure.F1)).isEqualTo(Verdict.BETTER);
    assertThat(comparison.rows().getFirst().better()).isEqualTo(5);
  }

  @Test
  void aRiseOfOneSeedAmongManyMayBeChance() {
    Comparison comparison =
        compare(Cases.row("x", 0.5, 0.9, 0.9, 0.9, 0.9), Cases.row("x", 0.9, 0.9, 0.9, 0.9, 0.9));

    assertThat(comparison.rows().getFirst().verdict(Figure.F1)).isEqualTo(Verdict.SAME);
    assertThat(comparison.pairs(Verdict.BETTER)).hasSize(1);
  }

  @Test
  void lessMoneyErrorIsBetter() {
    List<CaseResult> before = Cases.row("x", 0.5, 0.6, 0.7);
    List<CaseResult> after = Cases.row("x", 0.8, 0.9, 1.0);

    assertThat(compare(before, after).overall().verdict(Figure.MONEY_ERROR))
        .isEqualTo(Verdict.BETTER);
  }

  @Test
  void theGreatestChangeComesFirst() {
    Comparison comparison = compare(Cases.row("x", 1, 1, 1), Cases.row("x", 0.9, 0.2, 0.5));

    assertThat(comparison.pairs(Verdict.WORSE))
        .extracting(p -> p.after().of().seed())
        .containsExactly(2L, 3L, 1L);
  }

  @Test
  void theJsonNamesEachChangedCaseWithItsCommand() {
    var json = ComparisonText.json(compare(Cases.row("x", 1, 0.5), Cases.row("x", 0.5, 1)));

    assertThat(json.path("worse").path(0).path("command").asText())
        .startsWith("./walkout simulate x --seed 1 --out x-1.rec && ./walkout replay x-1.rec");
    assertThat(json.path("better").path(0).path("case").asText()).isEqualTo("x, seed 2");
  }

  @Test
  void aChangeIsNeverTakenForTheFigureItself() {
    String page = ComparisonPage.html(compare(Cases.row("x", 0.9, 0.9), Cases.row("x", 0.9, 0.9)));

    assertThat(page)
        .contains("<span>change of F1</span><strong>+0.000</strong><small>from 0.900 to 0.900<");
  }

  @Test
  void whatDoesNotVaryHasNoInterval() {
    Comparison same = compare(Cases.row("x", 0.9, 0.9), Cases.row("x", 0.9, 0.9));

    assertThat(ComparisonText.change(same.overall(), Figure.F1)).isEqualTo("+0.000");
  }

  private static Verdict verdict(CaseResult before, CaseResult after) {
    return new Comparison.Pair(before, after).verdict();
  }

  private static Comparison compare(List<CaseResult> before, List<CaseResult> after) {
    assertThat(Stream.of(before, after).mapToInt(List::size).distinct().count()).isEqualTo(1);
    return Comparison.of("a", Cases.card(before), "b", Cases.card(after));
  }
}
