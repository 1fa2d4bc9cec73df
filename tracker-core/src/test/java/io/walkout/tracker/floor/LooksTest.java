package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is remembered of how people look, for how long, and what is never taken in. */
class LooksTest {
  private static final int LENGTH = 4;
  private static final float[] RED = {1, 0, 0, 0};
  private static final float[] BLUE = {0, 1, 0, 0};

  private final Looks looks = new Looks(3, 2, LENGTH);
  private final FloorView view = new FloorView(8, LENGTH);

  @Test
  void givenAVectorThatIsNoNumber_whenLearned_thenTheMeanStaysAsItWas() {
    teach();
    double before = odds(0, RED);
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      looks.learn(0, 1, view, box(bad, 0, 0, 0));
      looks.compare(0, 1, view, box(bad, 1, 0, 0), true);
      assertThat(odds(0, bad, 0, 0, 0)).isZero();
    }
    assertThat(before).isPositive();
    assertThat(odds(0, RED)).isEqualTo(before);
  }

  @Test
  void givenAFirstVectorThatIsNoNumber_thenNothingIsKnown() {
    teach();
    looks.learn(2, 1, view, box(Float.NaN, 1, 0, 0));
    assertThat(odds(2, RED)).isZero();
  }

  @Test
  void givenSomebodyWhoLeft_whenForgotten_thenNothingOfTheirLookIsInMemory() {
    teach();
    assertThat(looks.remembered(0)).isTrue();
    looks.forget(0);
    assertThat(looks.remembered(0)).isFalse();
    assertThat(looks.remembered(1)).as("somebody else's look").isTrue();
    assertThat(odds(0, RED)).isZero();
  }

  /** Slot 0 wears red, slot 1 blue; enough of both is seen to know what a likeness is worth. */
  private void teach() {
    looks.moment(1_000_000_000L);
    looks.learn(0, 1, view, box(RED));
    looks.learn(1, 1, view, box(BLUE));
    for (int i = 0; i < 60; i++) {
      looks.compare(0, 1, view, box(RED), true);
      looks.compare(0, 1, view, box(BLUE), false);
      looks.compare(0, 1, view, box(0.1f, 1, 0, 0), false);
    }
  }

  private double odds(int slot, float... vector) {
    return looks.odds(slot, 1, view, box(vector));
  }

  private int box(float... vector) {
    view.clear(1);
    view.add(0, 0, 10, 20, 1);
    assertThat(vector).hasSize(LENGTH);
    System.arraycopy(Arrays.copyOf(vector, LENGTH), 0, view.vectors, 0, LENGTH);
    return 0;
  }
}
