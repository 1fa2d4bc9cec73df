package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundModelTest {
  private static final long SEED = 5;
  private static final int PIXELS = 2000;
  private static final int HIDDEN = 200;
  private static final float FOLLOW = 0.0067f;

  private final Random random = new Random(SEED);
  private final BackgroundModel model = new BackgroundModel(PIXELS);
  private final byte[] picture = new byte[3 * PIXELS];
  private final byte[] classes = new byte[PIXELS];
  private final float[] rate = new float[PIXELS];

  @Test
  void aCrowdInColoursNearTheBackgroundDoesNotBlindTheModel() {
    System.out.println("seed " + SEED);
    shoot(1, 0);
    model.prime(picture, new float[0]);
    Arrays.fill(rate, FOLLOW);
    for (int i = 0; i < 1500; i++) {
      // Two pictures of five show somebody, a little brighter than what they hide.
      shoot(1, i % 5 < 2 ? 12 : 0);
      model.compare(picture, classes);
      model.learn(picture, rate, FOLLOW);
    }
    shoot(1, 45);
    model.compare(picture, classes);
    assertThat(share(BackgroundModel.SAME)).as("hidden pixels taken for the store").isLessThan(0.1);
  }

  @Test
  void pixelsThatWereHiddenFollowTheExposureWithTheRest() {
    System.out.println("seed " + SEED);
    shoot(1, 0);
    model.prime(picture, new float[0]);
    Arrays.fill(rate, FOLLOW);
    Arrays.fill(rate, 0, HIDDEN, 0);
    for (int i = 0; i < 1500; i++) {
      shoot(1 + 0.3 * i / 1500, 40);
      model.compare(picture, classes);
      model.learn(picture, rate, FOLLOW);
    }
    shoot(1.3, 0);
    model.compare(picture, classes);
    assertThat(share(BackgroundModel.SAME)).isGreaterThan(0.9);
  }

  /** A grey store with some noise, in that light; some pixels differ by so much. */
  private void shoot(double light, int differ) {
    for (int p = 0; p < PIXELS; p++) {
      double grey = light * (100 + p % 40) + (p < HIDDEN ? differ : 0);
      for (int i = 3 * p; i < 3 * p + 3; i++) {
        picture[i] = (byte) Math.clamp(Math.round(grey + 3 * random.nextGaussian()), 0, 255);
      }
    }
  }

  private double share(byte kind) {
    int n = 0;
    for (int p = 0; p < HIDDEN; p++) {
      n += classes[p] == kind ? 1 : 0;
    }
    return (double) n / HIDDEN;
  }
}
