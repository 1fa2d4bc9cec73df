package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.Hands;
import io.walkout.store.signal.Detections;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A net of 64x64 pixels has 2x64, 2x16 and 6x4 anchors. */
class PalmDetectorTest {
  private static final int ANCHORS = 2 * 64 + 2 * 16 + 6 * 4;
  private static final int NUMBERS = 19;

  @TempDir Path folder;

  private final Detections people = new Detections();
  private final Hands hands = new Hands();
  private final float[] rows = new float[ANCHORS * NUMBERS];

  @Test
  void palmsAreGivenInPixelsOfThePictureBestFirstAndOnce() throws NetException {
    Arrays.fill(rows, -20);
    // The second anchor of cell (3, 1) of the finest grid stands at (28, 12).
    palm(2 * (8 + 3) + 1, 2, 4, -8, 10, 6);
    palm(2 * (8 + 3), 1, 4, -8, 10, 6);
    palm(2 * 63, 4, 0, 0, 8, 8);
    people.add(100, 100, 50, 160 / 1.2f, 1);
    try (PalmDetector detector = open(rows)) {
      detector.find(Pictures.black(320, 320), 320, 320, people, 0, hands);
    }
    // The square is 160 pixels, 2.5 for each of the input, from (45, 86.67).
    assertThat(hands.count).isEqualTo(2);
    assertThat(hands.scores[0]).isCloseTo(0.982f, within(1e-3f));
    assertThat(hands.palms)
        .startsWith(
            new float[] {45 + 2.5f * 60, 86.67f + 2.5f * 60, 20, 45 + 2.5f * 32, 86.67f + 10, 25},
            within(0.05f));
    assertThat(hands.points[2 * Hands.POINTS]).isCloseTo(45 + 2.5f * (28 + 1), within(0.05f));
  }

  @Test
  void anAnswerThatIsNoNumberInventsNoHand() throws NetException {
    Arrays.fill(rows, -20);
    palm(7, 3, 0, 0, 8, 8);
    float[] bad = rows.clone();
    bad[9 * NUMBERS] = Float.NaN;
    people.add(100, 100, 100, 100, 1);
    try (PalmDetector detector = open(bad)) {
      detector.find(Pictures.white(320, 320), 320, 320, people, 0, hands);
      assertThat(hands.count).isZero();
      assertThat(detector.faults()).isEqualTo(1);
    }
  }

  @Test
  void anotherNumberOfAnchorsIsRefused() {
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 0.9f, 1, 64, 64, 3)
            .answers("palms", new float[190], 1, 10, 19)
            .in(folder);
    assertThatThrownBy(() -> Nets.palms(net))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("is no palm net: expected float32[1,S,S,3] in");
  }

  private void palm(int anchor, float logit, float x, float y, float w, float h) {
    float[] row = {logit, x, y, w, h, 1};
    System.arraycopy(row, 0, rows, anchor * NUMBERS, row.length);
  }

  private PalmDetector open(float[] white) throws NetException {
    return Nets.palms(
        TinyNets.fed(TinyNets.FLOAT, 0.9f, 1, 64, 64, 3)
            .answers("palms", rows, white, 1, ANCHORS, NUMBERS)
            .in(folder));
  }
}
