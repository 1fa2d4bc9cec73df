package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a detector's scores mean is learned from who walks. */
class ScoreScaleTest {
  private static final double FPS = 25;

  /** Three people walk for some seconds; how many are followed at the end. */
  private static int followed(float score, double seconds) {
    Scene scene = new Scene(1);
    for (int f = 0; f < seconds * FPS; f++) {
      double t = f / FPS;
      scene.person(200 + 120 * t, 300, score);
      scene.person(1000 - 120 * t, 500, score);
      scene.person(300 + 100 * t, 700, score).at(t);
    }
    return scene.out.count;
  }

  @ParameterizedTest
  @ValueSource(floats = {0.95f, 0.7f, 0.5f, 0.4f, 0.3f, 0.2f})
  void peopleWhoWalkAreFollowedHoweverLowTheDetectorScoresThem(float score) {
    assertThat(followed(score, 3)).isEqualTo(3);
  }

  @Test
  void aPosterIsNobodyHoweverLongItHangsThere() {
    Scene scene = new Scene(2);
    for (int f = 0; f < 60 * FPS; f++) {
      scene.person(400, 500, 0.45f).person(800, 500, 0.3f).at(f / FPS);
      assertThat(scene.out.count).isZero();
    }
  }

  @Test
  void aPosterIsNobodyBesidePeopleWhoScoreHigh() {
    Scene scene = new Scene(3);
    for (int f = 0; f < 60 * FPS; f++) {
      double t = f / FPS;
      scene.person(640 + 400 * Math.sin(t), 700, 0.85f).person(800, 300, 0.4f).at(t);
      assertThat(scene.out.count).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void scoresThatAreHighAreTakenAtTheirWord() {
    ScoreScale scale = learned(s -> s);
    assertThat(scale.raise()).isZero();
    assertThat(scale.of(0.123)).isEqualTo(0.123);
  }

  @Test
  void theScaleRisesWithTheScoreAndIsItsOwnInverse() {
    ScoreScale scale = learned(s -> 0.5 * s);
    assertThat(scale.raise()).isPositive();
    double before = 0;
    for (double s = 0.05; s < 0.96; s += 0.05) {
      assertThat(scale.of(s)).isGreaterThan(Math.max(before, s));
      assertThat(scale.given(scale.of(s))).isCloseTo(s, within(1e-9));
      before = scale.of(s);
    }
  }

  private static ScoreScale learned(DoubleUnaryOperator scores) {
    ScoreScale scale = new ScoreScale();
    SeenBoxes seen = new SeenBoxes();
    for (int f = 0; f < 100; f++) {
      float[] boxes = {100 + 5 * f, 200, 80, 200, 900 - 4 * f, 400, 80, 200};
      float[] given = {(float) scores.applyAsDouble(0.9), (float) scores.applyAsDouble(0.84)};
      seen.load(boxes, given, 2, 0.1, scale);
      scale.learn(seen);
    }
    return scale;
  }
}
