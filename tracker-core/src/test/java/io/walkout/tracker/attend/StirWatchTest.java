package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.signal.PlateBlock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counts as a touch of a gondola. */
class StirWatchTest {
  private final StirWatch watch = new StirWatch();
  private final Random random = new Random(3);

  @Test
  void givenAQuietGondola_thenItsNoiseNeverStirsIt() {
    for (int b = 0; b < 500; b++) {
      assertThat(watch.stirs(block(0, 0.3))).isFalse();
    }
  }

  @Test
  void givenAQuietGondola_whenTheLightestGoodsAreTaken_thenItStirsWithinTwoBlocks() {
    quiet(0.3);
    boolean first = watch.stirs(block(-5, 0.3));
    boolean second = watch.stirs(block(-10, 0.3));
    assertThat(first || second).isTrue();
  }

  @Test
  void givenAGondolaThatShakesAllDay_thenOnlyMoreThanThatStirsIt() {
    quiet(12);
    int stirs = 0;
    for (int b = 0; b < 200; b++) {
      stirs += watch.stirs(block(0, 12)) ? 1 : 0;
    }
    assertThat(stirs).isLessThan(10);
    assertThat(watch.stirs(block(-400, 12))).isTrue();
  }

  private void quiet(double noise) {
    for (int b = 0; b < 200; b++) {
      watch.stirs(block(0, noise));
    }
  }

  private PlateBlock block(double grams, double noise) {
    PlateBlock block = new PlateBlock(12 * 4);
    block.shape(3, 12, 2, 2);
    for (int s = 0; s < 12; s++) {
      for (int p = 0; p < 4; p++) {
        double value = 1000 + (p == 2 ? grams : 0) + noise * random.nextGaussian();
        block.grams[s * 4 + p] = p == 3 ? Float.NaN : (float) value;
      }
    }
    return block;
  }
}
