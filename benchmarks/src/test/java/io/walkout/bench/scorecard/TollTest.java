package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.node.score.JudgedLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a fault costs beside the same visits without it. */
class TollTest {
  private static final String DEAD = "PlateDead";

  @Test
  void givenALineThatIsWrongOnlyWithTheFault_thenThatPairIsWorse() {
    Toll toll =
        toll(
            of(List.of(), 1, line("ann", "milk", true, true)),
            of(List.of(DEAD), 1, line("ann", "milk", true, false)),
            of(List.of(), 2, line("ben", "milk", true, false)),
            of(List.of(DEAD), 2, line("ben", "milk", true, false)));

    assertThat(toll.pairs()).isEqualTo(2);
    assertThat(toll.without()).isEqualTo(new Toll.Lines(2, 1, 0));
    assertThat(toll.with()).isEqualTo(new Toll.Lines(2, 2, 0));
    assertThat(toll.newly()).isEqualTo(1);
    assertThat(toll.worse()).isEqualTo(1);
    assertThat(toll.chance()).isEqualTo(0.5);
    assertThat(Objects.requireNonNull(toll.moreWrong()).value()).isCloseTo(500, within(1e-9));
  }

  @Test
  void givenALineLostToReview_thenNothingIsChargedWronglyThatWasNot() {
    Toll toll =
        toll(
            of(List.of(), 1, line("ann", "milk", true, true)),
            of(List.of(DEAD), 1, line("ann", "milk", false, false)));

    assertThat(toll.newly()).isZero();
    assertThat(toll.worse()).isZero();
    assertThat(toll.chance()).isEqualTo(1);
    assertThat(Objects.requireNonNull(toll.moreReview()).value()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void givenAsManyWrongButOthers_thenTheyAreCountedBothWays() {
    Toll toll =
        toll(
            of(List.of(), 1, line("ann", "milk", true, false)),
            of(List.of(DEAD), 1, line("ann", "bread", true, false)));

    assertThat(toll.newly()).isEqualTo(1);
    assertThat(toll.noLonger()).isEqualTo(1);
    assertThat(toll.worse() + toll.better()).isZero();
  }

  @Test
  void givenACaseWithoutItsSoundOne_thenItIsNoPair() {
    assertThat(Cases.card(List.of(of(List.of(DEAD), 1, line("ann", "milk", true, false)))).tolls())
        .isEmpty();
  }

  @Test
  void chanceIsThatOfTheSignTest() {
    assertThat(Toll.atLeast(0, 0)).isEqualTo(1);
    assertThat(Toll.atLeast(5, 5)).isCloseTo(1.0 / 32, within(1e-12));
    assertThat(Toll.atLeast(4, 6)).isCloseTo(22.0 / 64, within(1e-12));
  }

  @Test
  void aTerminalSaysBothAndTheDifference() {
    StringWriter text = new StringWriter();
    Toll toll =
        toll(
            of(List.of(), 1, line("ann", "milk", true, true)),
            of(List.of(DEAD), 1, line("ann", "milk", true, false)));

    TollReport.print(List.of(toll), new PrintWriter(text, true));

    assertThat(text.toString()).contains(DEAD).contains("1 | 0").contains("+1000.0");
  }

  private static Toll toll(CaseResult... cases) {
    return Cases.card(List.of(cases)).tolls().getFirst();
  }

  private static JudgedLine line(String person, String product, boolean charged, boolean right) {
    return new JudgedLine("visit-1", 0, person, product, 1, charged, 0.9, right, right ? 0 : 1);
  }

  private static CaseResult of(List<String> faults, long seed, JudgedLine... lines) {
    Row row = new Row("crowd", Level.SENSOR, faults, null, null);
    int review = 0;
    List<JudgedLine> judged = new ArrayList<>(List.of(lines));
    for (JudgedLine line : lines) {
      review += line.charged() ? 0 : 1;
    }
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
            0.0,
            0.0,
            judged.size(),
            review,
            List.of(),
            Map.of(),
            List.of(),
            judged,
            null);
    return CaseResult.of(new SuiteCase(row, seed), figures);
  }
}
