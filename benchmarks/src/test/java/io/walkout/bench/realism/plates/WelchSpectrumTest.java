package io.walkout.bench.realism.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WelchSpectrumTest {
  private static final double RATE = 60;
  private final WelchSpectrum welch = new WelchSpectrum(128, RATE);

  @Test
  void whiteNoiseHasItsVarianceSpreadEvenlyOverAllFrequencies() {
    double sigma = 3;
    double[] density = welch.of(noise(sigma, 20_000, 1));

    double sum = 0;
    for (double d : density) {
      sum += d * welch.stepHertz();
    }
    assertThat(sum).isCloseTo(sigma * sigma, within(0.4));
    assertThat(welch.share(density, 0, 15)).isCloseTo(0.5, within(0.03));
  }

  @Test
  void aSineStandsAtItsFrequencyWithHalfItsAmplitudeSquaredAboveTheNoise() {
    double[] series = noise(0.5, 20_000, 2);
    for (int i = 0; i < series.length; i++) {
      series[i] += 4 * Math.sin(2 * Math.PI * 10.3 * i / RATE);
    }

    double[] density = welch.of(series);
    double[] hertz = welch.hertz();
    int peak = 0;
    double power = 0;
    for (int i = 0; i < density.length; i++) {
      peak = density[i] > density[peak] ? i : peak;
      power += hertz[i] > 9 && hertz[i] < 11.6 ? density[i] * welch.stepHertz() : 0;
    }
    assertThat(hertz[peak]).isCloseTo(10.3, within(0.5));
    // The median over segments of a steady line is read as if it were noise: over ln 2, 1.44 times.
    assertThat(power * Math.log(2)).isCloseTo(8, within(0.6));
    assertThat(density[density.length - 10]).isCloseTo(0.25 / 30, within(0.003));
  }

  @Test
  void oneSlamOfADoorDoesNotBecomeTheSpectrum() {
    double[] quiet = noise(1, 2_000, 3);
    double[] slammed = quiet.clone();
    for (int i = 900; i < 960; i++) {
      slammed[i] += 100 * Math.sin(i);
    }

    double before = welch.of(quiet)[20];
    double after = welch.of(slammed)[20];

    assertThat(after / before).isBetween(0.8, 1.4);
  }

  @Test
  void tooShortASeriesHasNoSpectrum() {
    assertThat(welch.of(new double[100])).containsOnly(Double.NaN);
  }

  private static double[] noise(double sigma, int length, long seed) {
    Random random = new Random(seed);
    double[] series = new double[length];
    for (int i = 0; i < length; i++) {
      series[i] = 5000 + sigma * random.nextGaussian();
    }
    return series;
  }
}
