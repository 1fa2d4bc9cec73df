package io.walkout.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Intervals over seeds. */
class BootstrapTest {
  @Test
  void aPercentileLiesBetweenItsNeighbours() {
    double[] sorted = {1, 2, 3, 5};

    assertThat(Bootstrap.percentile(sorted, 0)).isEqualTo(1);
    assertThat(Bootstrap.percentile(sorted, 0.5)).isEqualTo(2.5);
    assertThat(Bootstrap.percentile(sorted, 1)).isEqualTo(5);
  }

  @Test
  void theIntervalOfAMeanIsThatOfTheTextbook() {
    long seed = 17;
    SplittableRandom chance = new SplittableRandom(seed);
    List<Double> drawn = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      drawn.add(chance.nextDouble());
    }

    Estimate estimate = estimate(List.of(drawn));

    double sigma = Math.sqrt(1.0 / 12 / 400);
    assertThat(high(estimate) - low(estimate))
        .as("width, seed %d", seed)
        .isCloseTo(2 * 1.96 * sigma, within(0.1 * 2 * 1.96 * sigma));
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    long seed = 4;
    SplittableRandom chance = new SplittableRandom(seed);
    int held = 0;
    for (int run = 0; run < 200; run++) {
      List<Double> drawn = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        drawn.add(chance.nextDouble());
      }
      Estimate estimate = estimate(List.of(drawn));
      held += low(estimate) <= 0.5 && 0.5 <= high(estimate) ? 1 : 0;
    }

    assertThat(held / 200.0).as("seed %d", seed).isBetween(0.88, 0.99);
  }

  @Test
  void theSameCasesGiveTheSameInterval() {
    List<List<Double>> rows = List.of(List.of(0.1, 0.5, 0.9), List.of(1.0, 0.2));

    assertThat(estimate(rows)).isEqualTo(estimate(rows));
  }

  @Test
  void rowsThatDifferButDoNotVaryGiveNoWidth() {
    Estimate estimate = estimate(List.of(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)));

    assertThat(estimate).isEqualTo(new Estimate(0.5, 0.5, 0.5));
  }

  @Test
  void rowsOfOneCaseAreDrawnFromTogether() {
    Estimate estimate = estimate(List.of(List.of(0.0), List.of(1.0), List.of(0.5), List.of(0.7)));

    assertThat(low(estimate)).isLessThan(0.5);
    assertThat(high(estimate)).isGreaterThan(0.6);
  }

  @Test
  void oneCaseHasAValueAndNoInterval() {
    assertThat(estimate(List.of(List.of(0.25)))).isEqualTo(new Estimate(0.25, null, null));
  }

  @Test
  void aFigureThatDoesNotExistHasNoEstimate() {
    assertThat(Bootstrap.estimate(List.of(List.of(1.0, 2.0)), list -> Double.NaN)).isNull();
  }

  private static Estimate estimate(List<List<Double>> rows) {
    return Objects.requireNonNull(
        Bootstrap.estimate(
            rows, list -> list.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
  }

  private static double low(Estimate estimate) {
    return Objects.requireNonNull(estimate.low());
  }

  private static double high(Estimate estimate) {
    return Objects.requireNonNull(estimate.high());
  }
}
