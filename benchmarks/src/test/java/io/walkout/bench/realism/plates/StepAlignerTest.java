package io.walkout.bench.realism.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.PlateId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepAlignerTest {
  private static final int RATE = PlateTape.RATE_HERTZ;
  private static final int STEP = 10 * RATE;

  @Test
  void findsAStepAThirdOfASecondFromWhereTheTruthSaysItIs() {
    StepShape shape = StepAligner.read(shelf(i -> i < STEP ? 0 : -300), STEP - 20).orElseThrow();

    assertThat(shape.seconds()).isCloseTo(10, within(0.02));
    assertThat(shape.deltaGrams()).isCloseTo(-300, within(1.0));
    assertThat(shape.settleSeconds()).isLessThan(0.05);
    assertThat(shape.roughness()).isCloseTo(1, within(0.6));
  }

  @Test
  void tellsHowTheChangeSpreadsOverPlates() {
    StepShape shape = StepAligner.read(shelf(i -> i < STEP ? 0 : -300), STEP).orElseThrow();

    assertThat(shape.largestShare()).isCloseTo(0.6, within(0.02));
    assertThat(shape.plates()).isEqualTo(3);
    assertThat(shape.onPlates()).hasSize(3);
  }

  @Test
  void readsThePressBeforeALiftAndTheUndershootAfterIt() {
    StepShape shape =
        StepAligner.read(
                shelf(i -> i < STEP - RATE ? 0 : i < STEP ? 90 : i < STEP + RATE / 4 ? -360 : -300),
                STEP)
            .orElseThrow();

    assertThat(shape.contactSeconds()).isCloseTo(1, within(0.05));
    assertThat(shape.pressGrams()).isCloseTo(90, within(4.0));
    assertThat(shape.overshootGrams()).isCloseTo(60, within(4.0));
    assertThat(shape.settleSeconds()).isCloseTo(0.25, within(0.05));
  }

  @Test
  void readsFrequencyAndDecayOfTheSwingAfterIt() {
    StepShape shape =
        StepAligner.read(
                shelf(
                    i -> {
                      double t = (i - STEP) / (double) RATE;
                      return t < 0
                          ? 0
                          : -300 + 80 * Math.exp(-t / 0.5) * Math.sin(2 * Math.PI * 9.5 * t);
                    }),
                STEP)
            .orElseThrow();

    assertThat(shape.ringHertz()).isCloseTo(9.5, within(0.5));
    assertThat(shape.decaySeconds()).isCloseTo(0.5, within(0.1));
  }

  @Test
  void aSeriesThatEndsTooSoonAfterTheStepGivesNone() {
    List<PlateSeries> shelf = shelf(i -> 0);

    assertThat(StepAligner.read(shelf, shelf.getFirst().grams().length - RATE)).isEmpty();
    assertThat(StepAligner.read(shelf, RATE)).isEmpty();
  }

  private interface Load {
    double at(int sample);
  }

  /** Twenty seconds of five plates with a little noise; the load lies 60 : 30 : 10 on three. */
  private static List<PlateSeries> shelf(Load load) {
    double[] share = {0, 0.3, 0.6, 0.1, 0};
    Random random = new Random(11);
    float[][] grams = new float[share.length][20 * RATE];
    for (int p = 0; p < share.length; p++) {
      for (int i = 0; i < grams[p].length; i++) {
        grams[p][i] = (float) (1000 * p + share[p] * load.at(i) + 0.2 * random.nextGaussian());
      }
    }
    return java.util.stream.IntStream.range(0, share.length)
        .mapToObj(p -> new PlateSeries(new PlateId(1, 1, p + 1), grams[p]))
        .toList();
  }
}
