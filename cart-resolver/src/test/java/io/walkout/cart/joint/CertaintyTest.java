package io.walkout.cart.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a line states, made of what the worlds say. */
class CertaintyTest {
  @Test
  void givenMoreWeight_thenALineIsNoLessCertain() {
    double last = 0;
    for (double weight = 0; weight <= 1; weight += 0.001) {
      double certainty = Certainty.of(weight);
      assertThat(certainty).isBetween(last, Certainty.MOST);
      last = certainty;
    }
  }

  @Test
  void givenACertainty_thenTheWeightItWasMadeOfIsFoundAgain() {
    for (double weight = 0.001; Certainty.of(weight) < Certainty.MOST; weight += 0.001) {
      assertThat(Certainty.weight(Certainty.of(weight))).isCloseTo(weight, within(1e-9));
    }
    assertThat(Certainty.weight(0)).isZero();
    assertThat(Certainty.of(Certainty.weight(1))).isCloseTo(Certainty.MOST, within(1e-9));
  }
}
