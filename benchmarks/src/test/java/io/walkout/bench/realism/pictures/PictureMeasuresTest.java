package io.walkout.bench.realism.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.bench.realism.figure.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureMeasuresTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  @Test
  void readsTheNoiseOfFlatPlacesThoughSomebodyWalksThrough() {
    Map<String, Double> figures = figures(clip(3.0, true));

    assertThat(figures.get("noise sigma in flat places, median")).isCloseTo(3, within(0.25));
    assertThat(figures.get("luminance, median")).isCloseTo(120, within(3.0));
    assertThat(figures.get("pixels changed by more than 10 where nobody is")).isLessThan(4);
  }

  @Test
  void picturesThatDoNotChangeHaveNoNoise() {
    Map<String, Double> figures = figures(clip(0, false));

    assertThat(figures.get("noise sigma in flat places, median")).isZero();
    assertThat(figures.get("flat pixels that repeat exactly")).isEqualTo(100);
    assertThat(figures.get("change between pictures where nobody is, mean")).isZero();
  }

  @Test
  void findsWhoeverIsNotPartOfTheEmptyScene() {
    Silhouette box = new PictureMeasures(clip(2.0, true)).silhouette(10);

    assertThat(box.left()).isCloseTo(20, within(1));
    assertThat(box.top()).isCloseTo(20, within(1));
    assertThat(box.width()).isCloseTo(12, within(2));
    assertThat(box.height()).isCloseTo(30, within(2));
  }

  @Test
  void aSharperSceneHasMoreGradient() {
    Map<String, Double> plain = figures(clip(0, false));
    Clip striped = clip(0, false);
    for (byte[] picture : striped.bgr()) {
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        if (i % WIDTH / 4 % 2 == 0) {
          picture[3 * i] = picture[3 * i + 1] = picture[3 * i + 2] = 30;
        }
      }
    }

    assertThat(figures(striped).get("gradient energy of the empty scene"))
        .isGreaterThan(20 + plain.getOrDefault("gradient energy of the empty scene", 0.0));
  }

  private static Map<String, Double> figures(Clip clip) {
    Measured measured = new PictureMeasures(clip).measure("camera");
    Map<String, Double> names = new java.util.TreeMap<>();
    measured.figures().forEach((figure, value) -> names.put(figure.name(), value));
    return names;
  }

  /** Fifty grey pictures with noise; a dark person of 12 x 30 pixels goes from left to right. */
  private static Clip clip(double sigma, boolean somebody) {
    Random random = new Random(8);
    List<byte[]> pictures = new ArrayList<>();
    long[] times = new long[50];
    for (int k = 0; k < times.length; k++) {
      times[k] = 100_000_000L * k;
      byte[] bgr = new byte[3 * WIDTH * HEIGHT];
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        boolean person = somebody && x >= 2 * k && x < 2 * k + 12 && y >= 20 && y < 50;
        byte value = (byte) Math.round((person ? 40 : 120) + sigma * random.nextGaussian());
        bgr[3 * i] = bgr[3 * i + 1] = bgr[3 * i + 2] = value;
      }
      pictures.add(bgr);
    }
    return new Clip(WIDTH, HEIGHT, times, pictures, 1000);
  }
}
