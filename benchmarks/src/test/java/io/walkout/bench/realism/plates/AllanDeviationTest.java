package io.walkout.bench.realism.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AllanDeviationTest {
  @Test
  void whiteNoiseFallsWithTheRootOfTheLength() {
    Random random = new Random(5);
    double[] series = random.doubles(60_000).map(d -> 1000 + (d - 0.5) * Math.sqrt(12)).toArray();

    double[] deviation = AllanDeviation.of(series, new int[] {1, 16, 100});

    assertThat(deviation[0]).isCloseTo(1, within(0.02));
    assertThat(deviation[1]).isCloseTo(0.25, within(0.02));
    assertThat(deviation[2]).isCloseTo(0.1, within(0.02));
  }

  @Test
  void aSteadyDriftRisesWithTheLength() {
    double[] series = new double[10_000];
    for (int i = 0; i < series.length; i++) {
      series[i] = 0.01 * i;
    }

    double[] deviation = AllanDeviation.of(series, new int[] {10, 100});

    // Neighbouring means of m samples lie 0.01 m apart; the deviation is that over root two.
    assertThat(deviation[0]).isCloseTo(0.1 / Math.sqrt(2), within(1e-9));
    assertThat(deviation[1]).isCloseTo(1 / Math.sqrt(2), within(1e-9));
  }

  @Test
  void aSeriesShorterThanTwoStretchesSaysNothing() {
    assertThat(AllanDeviation.of(new double[19], new int[] {10})).containsExactly(Double.NaN);
  }
}
