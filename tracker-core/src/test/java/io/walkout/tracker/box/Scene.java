package io.walkout.tracker.box;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People of 200 pixels who are seen by a detector and followed; a test sets where they are. */
final class Scene {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final float TALL = 200;
  static final float WIDE = 80;

  final BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, WIDTH, HEIGHT);
  final BoxTracks out = new BoxTracks();
  private final float[] boxes = new float[4 * 64];
  private final float[] scores = new float[64];
  private final Random noise;
  private int count;

  Scene(long seed) {
    System.out.println("seed " + seed);
    noise = new Random(seed);
  }

  /** Someone stands with the middle at x and the feet at y, and the detector sees it. */
  Scene person(double x, double feet) {
    return person(x, feet, 0.9f);
  }

  Scene person(double x, double feet, float score) {
    boxes[4 * count] = (float) (x - WIDE / 2 + noise.nextGaussian());
    boxes[4 * count + 1] = (float) (feet - TALL + noise.nextGaussian());
    boxes[4 * count + 2] = WIDE;
    boxes[4 * count + 3] = TALL;
    scores[count++] = score;
    return this;
  }

  /** The picture is taken. */
  void at(double seconds) {
    tracker.update(Math.round(seconds * 1e9), boxes, scores, count, out);
    count = 0;
  }

  /** Number of the track nearest to a place; 0 if nobody is within half a width. */
  long who(double x) {
    long nearest = 0;
    double distance = WIDE / 2;
    for (int i = 0; i < out.count; i++) {
      double d = Math.abs(out.boxes[4 * i] + out.boxes[4 * i + 2] / 2 - x);
      if (d < distance) {
        distance = d;
        nearest = out.numbers[i];
      }
    }
    return nearest;
  }

  /** Middle of each track by number. */
  Map<Long, Double> middles() {
    Map<Long, Double> middles = new TreeMap<>();
    for (int i = 0; i < out.count; i++) {
      middles.put(out.numbers[i], out.boxes[4 * i] + out.boxes[4 * i + 2] / 2.0);
    }
    return middles;
  }
}
