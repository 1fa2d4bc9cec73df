package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * People before a camera of which nothing is known: they walk to and fro at different distances.
 */
class BlobDetectorTest {
  private static final int WIDTH = 384;
  private static final int HEIGHT = 288;
  private static final int SECONDS = 30;

  private final ByteBuffer bgr = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
  private final Random noise = new Random(17);
  private final BlobDetector detector = new BlobDetector();
  private final Detections found = new Detections();
  private long nanos;

  @Test
  void givenThreeWalkers_whenTheirSizeHasBeenSeen_thenEachIsFoundWithTheirBox() {
    int there = 0;
    int hit = 0;
    int boxes = 0;
    for (int t = 0; t < 10 * SECONDS; t++) {
      paint();
      double[][] people = {walker(t, 120, 3.1), walker(t, 190, -4.3), walker(t, 270, 5.2)};
      for (double[] person : people) {
        draw(person);
      }
      look();
      if (t >= 100) {
        boxes += found.count;
        for (double[] person : people) {
          there++;
          hit += isFound(person) ? 1 : 0;
        }
      }
    }
    assertThat((double) hit / there).as("share found").isGreaterThan(0.8);
    assertThat((double) hit / boxes).as("share right").isGreaterThan(0.8);
  }

  @Test
  void givenNobody_thenNobodyIsFound() {
    for (int t = 0; t < 10 * SECONDS; t++) {
      paint();
      look();
      assertThat(found.count).isZero();
    }
  }

  @Test
  void givenAPictureOfAnotherSize_thenTheDetectorBeginsAnewAndFindsNobody() {
    for (int t = 0; t < 50; t++) {
      paint();
      look();
    }
    nanos += EventTime.SECOND / 10;
    detector.detect(bgr, WIDTH / 2, HEIGHT / 2, nanos, found);
    assertThat(found.count).isZero();
    assertThat(found.blind).isTrue();
  }

  private void look() {
    nanos += EventTime.SECOND / 10;
    detector.detect(bgr, WIDTH, HEIGHT, nanos, found);
  }

  /** Feet in a row, to and fro; as tall as a person there would be. */
  private static double[] walker(int t, double foot, double step) {
    double tall = 20 + 0.32 * foot;
    double span = WIDTH - 2 * tall;
    double way = Math.floorMod((long) (t * step * 16), (long) (32 * span)) / 16.0;
    double x = tall + (way < span ? way : 2 * span - way);
    return new double[] {x - 0.2 * tall, foot - tall, 0.4 * tall, tall};
  }

  private boolean isFound(double[] p) {
    for (int i = 0; i < found.count; i++) {
      double w = Math.min(p[0] + p[2], right(i)) - Math.max(p[0], found.boxes[4 * i]);
      double h = Math.min(p[1] + p[3], bottom(i)) - Math.max(p[1], found.boxes[4 * i + 1]);
      double both = Math.max(0, w) * Math.max(0, h);
      double any = p[2] * p[3] + found.boxes[4 * i + 2] * found.boxes[4 * i + 3] - both;
      if (both > 0.5 * any) {
        return true;
      }
    }
    return false;
  }

  private double right(int i) {
    return found.boxes[4 * i] + found.boxes[4 * i + 2];
  }

  private double bottom(int i) {
    return found.boxes[4 * i + 1] + found.boxes[4 * i + 3];
  }

  private void paint() {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        put(x, y, 130 + 25 * Math.sin(x * 0.11) * Math.sin(y * 0.07), 110, 100);
      }
    }
  }

  /** A head, a body and two legs. */
  private void draw(double[] p) {
    for (int y = (int) p[1]; y < (int) (p[1] + p[3]); y++) {
      double down = (y - p[1]) / p[3];
      double half = (down < 0.15 ? 0.22 : down < 0.55 ? 0.5 : 0.36) * p[2];
      double gap = down > 0.6 ? 0.08 * p[2] : 0;
      double middle = p[0] + p[2] / 2;
      for (int x = (int) (middle - half); x < (int) (middle + half); x++) {
        if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT && Math.abs(x - middle) >= gap) {
          put(x, y, down < 0.15 ? 90 : 45, down < 0.55 ? 40 : 60, down < 0.55 ? 150 : 35);
        }
      }
    }
  }

  private void put(int x, int y, double b, double g, double r) {
    int p = 3 * (y * WIDTH + x);
    bgr.put(p, level(b));
    bgr.put(p + 1, level(g));
    bgr.put(p + 2, level(r));
  }

  private byte level(double value) {
    return (byte) (int) Math.clamp(value + 1.5 * noise.nextGaussian(), 0, 255);
  }
}
