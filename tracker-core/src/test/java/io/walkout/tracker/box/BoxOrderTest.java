package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which a detector lists the boxes of a picture changes nothing. */
class BoxOrderTest {
  private static final int FRAMES = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfBoxesWithinAPictureChangesNothing(long seed) {
    follow(seed, 40, 1280);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void norDoesItWhereThereAreMoreBoxesThanAreLookedAt(long seed) {
    follow(seed, 1500, 400);
  }

  private static void follow(long seed, int count, int across) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    BoxTracker one = new BoxTracker(BoxTrackerSettings.DEFAULT, 1280, 720);
    BoxTracker other = new BoxTracker(BoxTrackerSettings.DEFAULT, 1280, 720);
    BoxTracks ofOne = new BoxTracks();
    BoxTracks ofOther = new BoxTracks();
    float[] boxes = new float[4 * count];
    float[] scores = new float[count];
    int frames = count > 1000 ? 30 : FRAMES;
    for (int f = 0; f < frames; f++) {
      for (int i = 0; i < count; i++) {
        // Whole pixels and tenths of score, so that many are alike in part; a few are twins.
        int who = i % 10 == 9 ? i - 1 : i;
        boxes[4 * i] = (float) Math.floorMod(37 * who + (who % 2 == 0 ? f : -f) * 3, across);
        boxes[4 * i + 1] = 20 * (who % 25);
        boxes[4 * i + 2] = 60;
        boxes[4 * i + 3] = 150;
        scores[i] = (3 + Math.floorMod(who * 7 + f, 7)) / 10f;
      }
      long captureNanos = f * 40_000_000L;
      one.update(captureNanos, boxes, scores, count, ofOne);
      deal(random, boxes, scores, count);
      other.update(captureNanos, boxes, scores, count, ofOther);
      assertThat(numbers(ofOther)).as("seed %d, picture %d", seed, f).isEqualTo(numbers(ofOne));
      assertThat(boxes(ofOther)).as("seed %d, picture %d", seed, f).isEqualTo(boxes(ofOne));
    }
    assertThat(ofOne.count).isPositive();
  }

  private static long[] numbers(BoxTracks tracks) {
    return Arrays.copyOf(tracks.numbers, tracks.count);
  }

  private static float[] boxes(BoxTracks tracks) {
    return Arrays.copyOf(tracks.boxes, 4 * tracks.count);
  }

  private static void deal(Random random, float[] boxes, float[] scores, int count) {
    for (int i = count - 1; i > 0; i--) {
      int o = random.nextInt(i + 1);
      float score = scores[i];
      scores[i] = scores[o];
      scores[o] = score;
      for (int c = 0; c < 4; c++) {
        float edge = boxes[4 * i + c];
        boxes[4 * i + c] = boxes[4 * o + c];
        boxes[4 * o + c] = edge;
      }
    }
  }
}
