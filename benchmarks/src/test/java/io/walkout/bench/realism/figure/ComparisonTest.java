package io.walkout.bench.realism.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.bench.realism.figure.Comparison.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void marksWhatDiffersByMoreThanTheFactorAndLeavesNothingOut() {
    Measured real = measured("alike", 10, "far", 10, "spread", 10);
    real.put("g", "only real", "", 1);
    List<Measured> seeds =
        List.of(
            measured("alike", 14, "far", 21, "spread", 9),
            measured("alike", 12, "far", 22, "spread", 20),
            measured("alike", 13, "far", 23, "spread", 30));

    Comparison comparison = Comparison.of(real, seeds);

    assertThat(comparison.rows())
        .extracting(Comparison.Row::verdict)
        .containsExactly(
            Verdict.ALIKE, Verdict.DIFFERS, Verdict.WITHIN_SEEDS, Verdict.NOT_COMPARED);
    assertThat(comparison.rows().get(1).ratio()).isEqualTo(2.2);
    assertThat(comparison.rows().get(1).lowest()).isEqualTo(21);
    assertThat(comparison.rows().get(3).simulated()).isNaN();
  }

  @Test
  void zeroOnBothSidesIsAlike() {
    Comparison comparison = Comparison.of(measured("z", 0), List.of(measured("z", 0)));

    assertThat(comparison.rows().getFirst().verdict()).isEqualTo(Verdict.ALIKE);
  }

  private static Measured measured(Object... namesAndValues) {
    Measured m = new Measured();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      m.put("g", (String) namesAndValues[i], "", ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return m;
  }
}
