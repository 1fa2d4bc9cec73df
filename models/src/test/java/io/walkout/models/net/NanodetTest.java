package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.NetFamily;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nets of 64x64 pixels with two classes and eight bins a side. */
class NanodetTest {
  private static final int[] GRID = {8, 4, 2};
  private static final int BINS = 8;

  @TempDir Path folder;

  private final Detections found = new Detections();
  private final float[][] scores = {new float[128], new float[32], new float[8]};
  private final float[][] sides = {new float[2048], new float[512], new float[128]};

  @Test
  void sidesAreTheMeansOfTheirDistributionsFromTheMiddleOfTheCell() throws NetException {
    // In the grid of 16 pixels, cell (1, 2): its middle is (24, 40). A person, not a class-1 thing.
    int cell = 2 * 4 + 1;
    scores[1][2 * cell] = 0.7f;
    scores[1][2 * 3 + 1] = 0.9f;
    peak(sides[1], cell, 0, 1);
    peak(sides[1], cell, 1, 2);
    peak(sides[1], cell, 2, 0);
    // Half 2 and half 3 strides downwards.
    sides[1][(4 * cell + 3) * BINS + 2] = 30;
    sides[1][(4 * cell + 3) * BINS + 3] = 30;
    try (NetDetector detector = open(net())) {
      // 128x64 lies in the middle of the input, half as large: rows 16 to 48.
      detector.detect(Pictures.black(128, 64), 128, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(1);
    assertThat(found.scores[0]).isCloseTo(0.7f, within(1e-4f));
    assertThat(found.boxes)
        .startsWith(new float[] {2 * 8, 2 * (40 - 32 - 16), 2 * 16, 2 * (32 + 40)}, within(0.01f));
  }

  @Test
  void aDistributionThatIsNoNumberInventsNobody() throws NetException {
    scores[0][2 * 5] = 0.8f;
    float[] broken = sides[0].clone();
    broken[5 * 4 * BINS] = Float.NaN;
    Path net = net(broken);
    try (NetDetector detector = open(net)) {
      detector.detect(Pictures.white(64, 64), 64, 64, 0, found);
      assertThat(found.count).isZero();
      assertThat(found.fault).isEqualTo(PictureFault.NET_FAULT);
      assertThat(detector.faults()).isEqualTo(1);
    }
  }

  @Test
  void allInOneOutputHasItsCentresInTheCorners() throws NetException {
    int row = 2 + 4 * BINS;
    float[] rows = new float[85 * row];
    int cell = 64 + 2 * 4 + 1;
    rows[cell * row] = 0.7f;
    for (int side = 0; side < 4; side++) {
      rows[cell * row + 2 + side * BINS + 1] = 30;
    }
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 1, 1, 3, 64, 64).answers("all", rows, 1, 85, row).in(folder);
    try (NetDetector detector = open(net)) {
      detector.detect(Pictures.black(64, 64), 64, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(1);
    assertThat(found.boxes).startsWith(new float[] {0, 16, 32, 32}, within(0.01f));
  }

  @Test
  void headsOfAnotherSizeAreRefused() {
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 1, 1, 3, 64, 64)
            .answers("scores", new float[64], 1, 32, 2)
            .in(folder);
    assertThatThrownBy(() -> open(net))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("is no NanoDet net: expected float32[1,3,H,W] in and for each stride")
        .hasMessageContaining("found float32[1,3,64,64] 'picture' in and float32[1,32,2] 'scores'");
  }

  private Path net() {
    return net(sides[0]);
  }

  /**
   * Pictures are white from a mean of 1 on: what it is fed is less its mean, over its deviation.
   */
  private Path net(float[] firstSidesOnWhite) {
    TinyNets net = TinyNets.fed(TinyNets.FLOAT, 1, 1, 3, 64, 64);
    for (int g = 0; g < GRID.length; g++) {
      int cells = GRID[g] * GRID[g];
      net.answers("scores" + g, scores[g], 1, cells, 2);
      net.answers("sides" + g, sides[g], g == 0 ? firstSidesOnWhite : sides[g], 1, cells, 4 * BINS);
    }
    return net.in(folder);
  }

  private static void peak(float[] sides, int cell, int side, int bin) {
    sides[(4 * cell + side) * BINS + bin] = 30;
  }

  private static NetDetector open(Path net) throws NetException {
    return Nets.detector(NetFamily.NANODET, net, DetectorSettings.USUAL);
  }
}
