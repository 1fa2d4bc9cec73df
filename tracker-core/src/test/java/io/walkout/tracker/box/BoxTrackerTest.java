package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one camera's tracker keeps, and what it must bear. */
class BoxTrackerTest {
  @ParameterizedTest
  @ValueSource(doubles = {30, 15, 7})
  void peopleWhoCrossKeepTheirNumbersAtAnyFrameRate(double fps) {
    Scene scene = new Scene(1);
    long left = 0;
    long right = 0;
    for (int f = 0; f < 6 * fps; f++) {
      double t = f / fps;
      double x1 = 200 + 150 * t;
      double x2 = 1100 - 150 * t;
      boolean oneHidesTheOther = Math.abs(x1 - x2) < Scene.WIDE * 0.7;
      scene.person(x1, 600);
      if (!oneHidesTheOther) {
        scene.person(x2, 560);
      }
      scene.at(t);
      if (f == (int) (2 * fps)) {
        left = scene.who(x1);
        right = scene.who(x2);
      }
    }
    assertThat(left).isPositive();
    assertThat(right).isPositive().isNotEqualTo(left);
    assertThat(scene.who(200 + 150 * (Math.ceil(6 * fps) - 1) / fps)).isEqualTo(left);
    assertThat(scene.who(1100 - 150 * (Math.ceil(6 * fps) - 1) / fps)).isEqualTo(right);
  }

  @Test
  void someoneFullyHiddenForTwoSecondsComesBackUnderTheSameNumber() {
    Scene scene = new Scene(2);
    long before = 0;
    for (int f = 0; f < 150; f++) {
      double t = f / 30.0;
      double x = 300 + 80 * t;
      scene.person(x + 3, 620); // walks beside, nearer to the camera
      if (f < 60 || f >= 119) {
        scene.person(x, 560);
      }
      scene.at(t);
      if (f == 59) {
        assertThat(scene.out.count).isEqualTo(2);
        before = higher(scene);
      }
    }
    assertThat(scene.out.count).isEqualTo(2);
    assertThat(higher(scene)).isEqualTo(before);
  }

  /** Number of the one whose box stands higher in the picture. */
  private static long higher(Scene scene) {
    return scene.out.boxes[1] < scene.out.boxes[5] ? scene.out.numbers[0] : scene.out.numbers[1];
  }

  @Test
  void whatIsNotSeenForAMomentIsPredictedAndSaidToBe() {
    Scene scene = new Scene(3);
    for (int f = 0; f < 60; f++) {
      scene.person(300 + 4 * f, 600).at(f / 30.0);
    }
    scene.at(2.0);
    assertThat(scene.out.count).isEqualTo(1);
    assertThat(scene.out.seen(0)).isFalse();
    assertThat(scene.middles().values().iterator().next()).isCloseTo(540, within(8.0));
    for (int f = 61; f < 300; f++) {
      scene.at(f / 30.0);
    }
    assertThat(scene.out.count).isZero();
  }

  @Test
  void changedFrameRateChangesNobody() {
    Scene scene = new Scene(4);
    double t = 0;
    Random random = new Random(4);
    for (int f = 0; f < 200; f++) {
      t += f < 100 ? 1 / 30.0 : 0.02 + 0.25 * random.nextDouble();
      scene.person(150 + 40 * t, 600).person(1000 - 30 * t, 500).at(t);
    }
    assertThat(scene.middles().keySet()).containsExactly(1L, 2L);
  }

  @Test
  void oneFalseBoxIsNobody() {
    Scene scene = new Scene(5);
    for (int f = 0; f < 90; f++) {
      if (f == 30) {
        scene.person(900, 400, 0.7f);
      }
      scene.person(300, 600).at(f / 30.0);
      assertThat(scene.out.count).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void emptyPicturesAreBorne() {
    Scene scene = new Scene(6);
    for (int f = 0; f < 30; f++) {
      scene.at(f / 30.0);
      assertThat(scene.out.count).isZero();
    }
  }

  @Test
  void boxesThatAreNoBoxesChangeNothing() {
    Scene sound = new Scene(7);
    BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, Scene.WIDTH, Scene.HEIGHT);
    BoxTracks out = new BoxTracks();
    float[] junk = {
      Float.NaN,
      1,
      80,
      200,
      1,
      1,
      -80,
      200,
      1,
      1,
      80,
      0,
      1,
      Float.POSITIVE_INFINITY,
      80,
      200,
      5,
      5,
      80,
      200,
      260,
      400,
      80,
      200
    };
    float[] scores = {0.9f, 0.9f, 0.9f, 0.9f, Float.NaN, 0.9f};
    for (int f = 0; f < 30; f++) {
      tracker.update(f * 33_000_000L, junk, scores, 6, out);
      sound.person(300, 600).at(f * 0.033);
    }
    assertThat(out.count).isEqualTo(sound.out.count).isEqualTo(1);
    assertThat(out.detections[0]).isEqualTo(5);
  }

  @Test
  void tenThousandBoxesAreBorneAndTheBestAreKept() {
    Random random = new Random(8);
    int count = 10_000;
    float[] boxes = new float[4 * count];
    float[] scores = new float[count];
    BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, 1920, 1080);
    BoxTracks out = new BoxTracks();
    for (int f = 0; f < 5; f++) {
      for (int i = 0; i < count; i++) {
        boxes[4 * i] = 1900 * random.nextFloat();
        boxes[4 * i + 1] = 1000 * random.nextFloat();
        boxes[4 * i + 2] = 20 + 50 * random.nextFloat();
        boxes[4 * i + 3] = 60 + 100 * random.nextFloat();
        scores[i] = random.nextFloat();
      }
      tracker.update(f * 33_000_000L, boxes, scores, count, out);
      assertThat(out.count).isLessThanOrEqualTo(BoxTracker.TRACK_CAPACITY);
    }
  }

  @Test
  void repeatedAndBackwardTimesAreBorne() {
    Scene scene = new Scene(9);
    double[] times = {0, 0.03, 0.03, 0.03, 0.06, 0.05, 0.09, 0.09};
    for (int lap = 0; lap < 20; lap++) {
      for (double t : times) {
        scene.person(300, 600).at(lap * 0.1 + t);
      }
    }
    assertThat(scene.middles().keySet()).containsExactly(1L);
    assertThat(scene.middles().get(1L)).isCloseTo(300, within(3.0));
  }

  @Test
  void afterALongPauseNobodyIsKnown() {
    Scene scene = new Scene(10);
    for (int f = 0; f < 30; f++) {
      scene.person(300, 600).at(f / 30.0);
    }
    for (int f = 0; f < 30; f++) {
      scene.person(310, 600).at(3600 + f / 30.0);
    }
    assertThat(scene.middles().keySet()).containsExactly(2L);
  }

  @Test
  void aPanningCameraLosesNobody() {
    Scene scene = new Scene(11);
    double pan = 0;
    for (int f = 0; f < 150; f++) {
      pan += f % 10 < 5 ? 14 : -12;
      for (int p = 0; p < 6; p++) {
        scene.person(150 + 180 * p + pan, 400 + 50 * p);
      }
      scene.at(f / 30.0);
    }
    assertThat(scene.middles().keySet()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void looksTellApartWhoMeetsAndTurnsBack() {
    BoxTracker tracker = new BoxTracker(BoxTrackerSettings.DEFAULT, Scene.WIDTH, Scene.HEIGHT);
    BoxTracks out = new BoxTracks();
    long first = 0;
    for (int f = 0; f < 240; f++) {
      double apart = Math.abs(120 - f) * 2.0; // they meet after four seconds and turn back
      float[] boxes = box(600 - apart, box(600 + apart, new float[8], 1), 0);
      float[] looks = {1, 0, 0.1f, 0, 1, 0.1f};
      float[] scores = {0.9f, 0.9f};
      tracker.update(f * 33_333_333L, boxes, scores, 2, looks, 3, out);
      if (f == 30) {
        first = numberOf(out, 0);
      }
    }
    assertThat(first).isPositive();
    assertThat(numberOf(out, 0)).isEqualTo(first);
  }

  private static float[] box(double x, float[] boxes, int i) {
    boxes[4 * i] = (float) (x - 40);
    boxes[4 * i + 1] = 300;
    boxes[4 * i + 2] = 80;
    boxes[4 * i + 3] = 200;
    return boxes;
  }

  private static long numberOf(BoxTracks out, int detection) {
    for (int i = 0; i < out.count; i++) {
      if (out.detections[i] == detection) {
        return out.numbers[i];
      }
    }
    return 0;
  }

  @Test
  void theSameBoxesGiveTheSameTracks() {
    float[][] ends = new float[2][];
    for (int run = 0; run < 2; run++) {
      Scene scene = new Scene(12);
      for (int f = 0; f < 100; f++) {
        scene.person(200 + 5 * f, 600).person(700 - 5 * f, 580).at(f / 25.0);
      }
      ends[run] = Arrays.copyOf(scene.out.boxes, 4 * scene.out.count);
    }
    assertThat(ends[0]).isEqualTo(ends[1]);
  }
}
