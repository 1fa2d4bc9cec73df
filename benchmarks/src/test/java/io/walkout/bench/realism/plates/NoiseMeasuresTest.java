package io.walkout.bench.realism.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.bench.realism.figure.Measured;
import io.walkout.store.PlateId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseMeasuresTest {
  @Test
  void readsSigmaQuantumRepetitionsAndDriftOffPlatesOfWhichAllIsKnown() {
    Random random = new Random(3);
    List<PlateSeries> plates = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      float[] grams = new float[40 * 60];
      for (int i = 0; i < grams.length; i++) {
        boolean repeats = i > 0 && i % 5 == 0;
        double value = 500 + 0.1 * i / 60 + 2 * random.nextGaussian();
        grams[i] = repeats ? grams[i - 1] : (float) (0.25 * Math.rint(value / 0.25));
      }
      plates.add(new PlateSeries(new PlateId(1, 1, p + 1), grams));
    }
    double[] seconds = new double[40 * 60];
    double[] blocks = new double[200];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = i / 60.0;
    }

    Map<String, Double> figures =
        byName(NoiseMeasures.of(List.of(new GondolaTape(1, blocks, seconds, plates)), List.of()));

    assertThat(figures.get("plates that are alive")).isEqualTo(8);
    assertThat(figures.get("sigma within 1 s, median plate")).isCloseTo(2, within(0.1));
    assertThat(figures.get("smallest step of a reading, median plate")).isEqualTo(0.25);
    assertThat(figures.get("samples equal to the one before, median plate"))
        .isCloseTo(20 + 80 * 0.035, within(2.0));
    assertThat(figures.get("change over 30 s, median plate")).isCloseTo(3, within(0.4));
  }

  private static Map<String, Double> byName(Measured measured) {
    Map<String, Double> names = new java.util.TreeMap<>();
    measured.figures().forEach((figure, value) -> names.put(figure.name(), value));
    return names;
  }
}
