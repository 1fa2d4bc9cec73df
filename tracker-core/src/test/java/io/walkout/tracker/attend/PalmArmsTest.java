package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.HandDetector;
import io.walkout.models.Hands;
import io.walkout.models.PoseEstimator;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Somebody 100 pixels wide and 200 high: a forearm is within some 44 pixels of its elbow. */
class PalmArmsTest {
  private static final int LEFT_ELBOW = 7;
  private static final int LEFT_WRIST = 9;
  private static final int RIGHT_WRIST = 10;

  private final Detections people = new Detections();
  private final Hands palms = new Hands();

  PalmArmsTest() {
    people.add(0, 0, 100, 200, 1);
    people.tracks[0] = 1;
  }

  @Test
  void aPalmByAWristMovesItTowardsThePalmAndMakesItSurer() {
    joint(LEFT_WRIST, 20, 100, 0.4f);
    palm(26, 100, 0.95f);

    give();

    assertThat(u(LEFT_WRIST)).isBetween(22f, 26f);
    assertThat(score(LEFT_WRIST)).isCloseTo(1 - 0.6f * 0.05f, within(1e-5f));
    assertThat(people.palmWrists[0]).isEqualTo((byte) Detections.LEFT_PALM);
  }

  @Test
  void aSurePalmAtTheEndOfAForearmIsItsWristWithLessScoreThanItHas() {
    joint(LEFT_ELBOW, 20, 80, 0.8f);
    palm(30, 110, 0.995f);

    give();

    assertThat(u(LEFT_WRIST)).isEqualTo(30);
    assertThat(score(LEFT_WRIST)).isBetween(0.6f, 0.8f);
  }

  @Test
  void aDoubtfulPalmStandsForNoWristByItself() {
    joint(LEFT_ELBOW, 20, 80, 0.8f);
    palm(30, 110, 0.95f);

    give();

    assertThat(u(LEFT_WRIST)).isNaN();
    assertThat(people.palmWrists[0]).isZero();
  }

  @Test
  void aPalmFarFromASureWristLeavesIt() {
    joint(LEFT_ELBOW, 20, 80, 0.8f);
    joint(LEFT_WRIST, 20, 110, 0.9f);
    palm(90, 110, 0.999f);

    give();

    assertThat(u(LEFT_WRIST)).isEqualTo(20);
    assertThat(score(LEFT_WRIST)).isEqualTo(0.9f);
  }

  @Test
  void twoPalmsGoToTheArmsTheyAreNearest() {
    joint(LEFT_WRIST, 20, 100, 0.5f);
    joint(RIGHT_WRIST, 80, 100, 0.5f);
    palm(82, 100, 0.95f);
    palm(18, 100, 0.95f);

    give();

    assertThat(u(LEFT_WRIST)).isLessThan(20);
    assertThat(u(RIGHT_WRIST)).isGreaterThan(80);
    assertThat(people.palmWrists[0])
        .isEqualTo((byte) (Detections.LEFT_PALM | Detections.RIGHT_PALM));
  }

  @Test
  void aPalmAsLargeAsAFaceIsNone() {
    joint(LEFT_WRIST, 20, 100, 0.5f);
    palm(22, 100, 0.99f);
    palms.palms[2] = 90;

    give();

    assertThat(u(LEFT_WRIST)).isEqualTo(20);
  }

  @Test
  void aPalmInAnothersBoxIsLeftToThem() {
    people.add(90, 0, 100, 200, 1);
    people.tracks[1] = 2;
    AttentionCounts counts = new AttentionCounts();
    try (PosesWithPalms both = new PosesWithPalms(new WristAt(105), new PalmAt(107))) {
      both.estimate(ByteBuffer.allocate(0), 640, 360, people, 0);
      assertThat(people.palmWrists[0]).isZero();
      both.estimate(ByteBuffer.allocate(0), 640, 360, people, 1);
      assertThat(people.palmWrists[1]).isEqualTo((byte) Detections.LEFT_PALM);
      both.addCounts(counts);
    }
    assertThat(counts.palmLooks).isEqualTo(2);
    assertThat(counts.palms).isEqualTo(1);
    assertThat(counts.wristsFused).isEqualTo(1);
  }

  private void give() {
    new PalmArms().give(palms, people, 0);
  }

  private void joint(int j, float u, float v, float score) {
    people.joints[3 * j] = u;
    people.joints[3 * j + 1] = v;
    people.joints[3 * j + 2] = score;
  }

  private float u(int j) {
    return people.joints[3 * j];
  }

  private float score(int j) {
    return people.joints[3 * j + 2];
  }

  private void palm(float x, float y, float score) {
    put(palms, x, y, score);
  }

  private static void put(Hands to, float x, float y, float score) {
    int p = to.count++;
    to.palms[3 * p] = x;
    to.palms[3 * p + 1] = y;
    to.palms[3 * p + 2] = 12;
    to.points[2 * Hands.POINTS * p] = x;
    to.points[2 * Hands.POINTS * p + 1] = y;
    to.scores[p] = score;
  }

  /** A pose with one wrist. */
  private record WristAt(float x) implements PoseEstimator {
    @Override
    public void estimate(ByteBuffer bgr, int width, int height, Detections people, int i) {
      int at = Detections.POSE * i + 3 * LEFT_WRIST;
      people.joints[at] = x;
      people.joints[at + 1] = 100;
      people.joints[at + 2] = 0.5f;
    }

    @Override
    public void close() {}
  }

  /** One palm. */
  private record PalmAt(float x) implements HandDetector {
    @Override
    public void find(ByteBuffer bgr, int width, int height, Detections people, int i, Hands out) {
      out.clear();
      put(out, x, 100, 0.95f);
    }

    @Override
    public void close() {}
  }
}
