package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.NetFamily;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nets of 64x64 pixels, in both forms of the family. */
class DetrTest {
  private static final int MANY = 10_000;

  @TempDir Path folder;

  private final Detections found = new Detections();

  @Test
  void labelsBoxesAndScoresComeInTheInputsPixels() throws NetException {
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 0.9f, 1, 3, 64, 64)
            .and("size", TinyNets.INT64, 1, 2)
            .answers("labels", new long[] {0, 5, 0, 0}, 1, 4)
            .answers(
                "boxes",
                new float[] {8, 16, 24, 48, 0, 0, 9, 9, 40, 0, 48, 64, 0, 0, 1, 1},
                1,
                4,
                4)
            .answers("scores", new float[] {0.5f, 0.9f, 0.8f, 0.01f}, 1, 4)
            .in(folder);
    try (NetDetector detector = open(net)) {
      detector.detect(Pictures.black(128, 64), 128, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(2);
    assertThat(found.scores).startsWith(new float[] {0.8f, 0.5f}, within(1e-4f));
    assertThat(found.boxes).startsWith(new float[] {80, 0, 16, 64, 16, 16, 32, 32}, within(0.01f));
  }

  @Test
  void logitsAndCentredSharesAreTheOtherForm() throws NetException {
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 0.9f, 1, 3, 64, 64)
            .answers("logits", new float[] {0, -9, -9, -9, 5, -9, -9, -9}, 1, 4, 2)
            .answers(
                "pred_boxes",
                new float[] {0.5f, 0.5f, 0.25f, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1},
                1,
                4,
                4)
            .in(folder);
    try (NetDetector detector = open(net)) {
      detector.detect(Pictures.black(128, 96), 128, 96, 0, found);
    }
    assertThat(found.count).isEqualTo(2);
    assertThat(found.scores[1]).isCloseTo(0.5f, within(1e-4f));
    assertThat(Arrays.copyOfRange(found.boxes, 4, 8))
        .containsExactly(new float[] {48, 0, 32, 96}, within(0.01f));
  }

  @Test
  void tenThousandBoxesInventNobody() throws NetException {
    try (NetDetector detector = open(many(0.9f, 0.01f))) {
      detector.detect(Pictures.white(64, 64), 64, 64, 0, found);
      assertThat(found.count).isZero();
      assertThat(found.fault).isEqualTo(PictureFault.NET_FAULT);
      detector.detect(Pictures.black(64, 64), 64, 64, 1, found);
      assertThat(found.count).isZero();
      assertThat(found.fault).isEqualTo(PictureFault.NONE);
      assertThat(detector.faults()).isEqualTo(1);
    }
  }

  @Test
  void aNetThatSeesCrowdsInAnEmptyPictureIsRefused() {
    assertThatThrownBy(() -> open(many(0.9f, 0.9f))).isInstanceOf(NetException.class);
  }

  /** Ten thousand queries, each with a box of its own. */
  private Path many(float white, float dark) {
    float[] boxes = new float[4 * MANY];
    for (int q = 0; q < MANY; q++) {
      int x = q % 100;
      int y = q / 100;
      float[] box = {x, y, x + 0.9f, y + 0.9f};
      System.arraycopy(box, 0, boxes, 4 * q, 4);
    }
    float[] many = new float[MANY];
    float[] few = new float[MANY];
    Arrays.fill(many, white);
    Arrays.fill(few, dark);
    return TinyNets.fed(TinyNets.FLOAT, 0.9f, 1, 3, 64, 64)
        .and("size", TinyNets.INT64, 1, 2)
        .answers("labels", new long[MANY], 1, MANY)
        .answers("boxes", boxes, 1, MANY, 4)
        .answers("scores", few, many, 1, MANY)
        .in(folder);
  }

  private static NetDetector open(Path net) throws NetException {
    return Nets.detector(NetFamily.DETR, net, DetectorSettings.USUAL);
  }
}
