package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.NetFamily;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A net of 64x64 pixels has 8x8, 4x4 and 2x2 cells: 84 rows of x, y, w, h, objectness, person. */
class YoloxTest {
  private static final int CELLS = 84;
  private static final int ROW = 6;

  @TempDir Path folder;

  private final Detections found = new Detections();

  @Test
  void aCellsOffsetAndLogSizeBecomeABoxInThePicture() throws NetException {
    float[] rows = new float[CELLS * ROW];
    claim(rows, 2 + 8 * 1, 0.5f, 0.5f, (float) Math.log(2), (float) Math.log(4), 0.9f);
    try (NetDetector detector = open(net(rows, rows))) {
      // The picture is twice as large as the net's input, and lies at its top.
      detector.detect(Pictures.black(128, 64), 128, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(1);
    assertThat(found.boxes).startsWith(new float[] {24, -8, 32, 64}, within(0.01f));
    assertThat(found.scores[0]).isCloseTo(0.9f, within(1e-4f));
    assertThat(found.fault).isEqualTo(PictureFault.NONE);
  }

  @Test
  void aFileExportedWithItsDecodingIsToldByItsCentres() throws NetException {
    float[] rows = new float[CELLS * ROW];
    int i = 0;
    for (int stride : new int[] {8, 16, 32}) {
      for (int y = 0; y < 64 / stride; y++) {
        for (int x = 0; x < 64 / stride; x++, i++) {
          claim(rows, i, (x + 0.5f) * stride, (y + 0.5f) * stride, stride, 2 * stride, 0.01f);
        }
      }
    }
    rows[ROW * 10 + 4] = 0.8f;
    rows[ROW * 10 + 5] = 1;
    try (NetDetector detector = open(net(rows, rows))) {
      detector.detect(Pictures.black(64, 64), 64, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(1);
    assertThat(found.boxes).startsWith(new float[] {16, 4, 8, 16}, within(0.01f));
  }

  @Test
  void cellsThatMeanTheSamePersonGiveOneBoxTheBest() throws NetException {
    float[] rows = new float[CELLS * ROW];
    claim(rows, 9, 0.5f, 0.5f, 1, 1, 0.6f);
    claim(rows, 10, -0.4f, 0.5f, 1, 1, 0.8f);
    claim(rows, 54, 0.5f, 0.5f, 1, 1, 0.7f);
    try (NetDetector detector = open(net(rows, rows))) {
      detector.detect(Pictures.black(64, 64), 64, 64, 0, found);
    }
    assertThat(found.count).isEqualTo(2);
    assertThat(found.scores).startsWith(new float[] {0.8f, 0.7f}, within(1e-4f));
  }

  @Test
  void aNetThatSeesNobodyIsNoFault() throws NetException {
    float[] rows = new float[CELLS * ROW];
    try (NetDetector detector = open(net(rows, rows))) {
      detector.detect(Pictures.black(64, 64), 64, 64, 0, found);
      assertThat(found.count).isZero();
      assertThat(found.fault).isEqualTo(PictureFault.NONE);
      assertThat(detector.faults()).isZero();
    }
  }

  @Test
  void aScoreThatIsNoNumberInventsNobodyAndIsCountedAndTheNextPictureIsFine() throws NetException {
    float[] good = new float[CELLS * ROW];
    claim(good, 9, 0.5f, 0.5f, 1, 1, 0.6f);
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -3, 57}) {
      float[] bad = good.clone();
      claim(bad, 20, 0.5f, 0.5f, 1, 1, wrong);
      expectFault(good, bad);
    }
  }

  @Test
  void aBoxThatIsNoNumberInventsNobody() throws NetException {
    float[] good = new float[CELLS * ROW];
    claim(good, 9, 0.5f, 0.5f, 1, 1, 0.6f);
    float[] endless = good.clone();
    claim(endless, 20, 0.5f, 0.5f, 1000, 1, 0.5f);
    expectFault(good, endless);
    float[] none = good.clone();
    claim(none, 20, Float.NaN, 0.5f, 1, 1, 0.5f);
    expectFault(good, none);
  }

  @Test
  void mostCellsClaimingSomebodyInventNobody() throws NetException {
    float[] good = new float[CELLS * ROW];
    claim(good, 9, 0.5f, 0.5f, 1, 1, 0.6f);
    float[] bad = new float[CELLS * ROW];
    for (int i = 0; i < CELLS; i++) {
      claim(bad, i, 0.5f, 0.5f, -2, -2, 0.9f);
    }
    expectFault(good, bad);
  }

  private void expectFault(float[] good, float[] bad) throws NetException {
    try (NetDetector detector = open(net(good, bad))) {
      detector.detect(Pictures.white(64, 64), 64, 64, 0, found);
      assertThat(found.count).isZero();
      assertThat(found.fault).isEqualTo(PictureFault.NET_FAULT);
      assertThat(detector.faults()).isEqualTo(1);

      detector.detect(Pictures.black(64, 64), 64, 64, 1, found);
      assertThat(found.count).isEqualTo(1);
      assertThat(found.fault).isEqualTo(PictureFault.NONE);
      assertThat(detector.faults()).isEqualTo(1);
      assertThat(detector.pictures()).isEqualTo(2);
    }
  }

  @Test
  void aPictureTooSmallToReadHoldsNobody() throws NetException {
    float[] rows = new float[CELLS * ROW];
    claim(rows, 9, 0.5f, 0.5f, 1, 1, 0.6f);
    try (NetDetector detector = open(net(rows, rows))) {
      detector.detect(Pictures.black(2, 2), 2, 2, 0, found);
    }
    assertThat(found.count).isZero();
  }

  @Test
  void aNetThatGivesNoNumbersFromTheStartIsRefused() {
    float[] rows = new float[CELLS * ROW];
    Arrays.fill(rows, Float.NaN);
    assertThatThrownBy(() -> open(net(rows, rows)))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("tiny.onnx: answers an empty grey picture with NaN");
  }

  @Test
  void anotherShapeIsRefusedWithWhatWasExpectedAndWhatWasFound() {
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 200, 1, 3, 64, 64)
            .answers("rows", new float[CELLS * 4], 1, CELLS, 4)
            .in(folder);
    assertThatThrownBy(() -> open(net))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("is no YOLOX net: expected one output float32[1,84,5+classes]")
        .hasMessageContaining("float32[1,3,64,64] 'picture' in and float32[1,84,4] 'rows' out");
  }

  @Test
  void anotherInputIsRefused() {
    Path net =
        TinyNets.fed(TinyNets.INT32, 200, 1, 64, 64, 3)
            .answers("rows", new float[CELLS * ROW], 1, CELLS, ROW)
            .in(folder);
    assertThatThrownBy(() -> open(net))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("expected 1 input with float32[1,3,H,W] first")
        .hasMessageContaining("found int32[1,64,64,3] 'picture'");
  }

  @Test
  void openSidesTakeTheFamilysUsualSize() throws NetException {
    int cells = 52 * 52 + 26 * 26 + 13 * 13;
    Path net =
        TinyNets.fed(TinyNets.FLOAT, 200, -1, 3, -1, -1)
            .answers("rows", new float[cells * ROW], 1, cells, ROW)
            .in(folder);
    try (NetDetector detector = open(net)) {
      detector.detect(Pictures.black(64, 64), 64, 64, 0, found);
      assertThat(found.fault).isEqualTo(PictureFault.NONE);
    }
  }

  @Test
  void aMissingFileAndAFileThatIsNoNetAreRefused() throws IOException {
    assertThatThrownBy(() -> open(folder.resolve("none.onnx")))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("none.onnx: no such file");
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a net");
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("text.onnx: ONNX Runtime can't load it");
  }

  private Path net(float[] dark, float[] white) {
    return TinyNets.fed(TinyNets.FLOAT, 200, 1, 3, 64, 64)
        .answers("rows", dark, white, 1, CELLS, ROW)
        .in(folder);
  }

  private static NetDetector open(Path net) throws NetException {
    return Nets.detector(NetFamily.YOLOX, net, DetectorSettings.USUAL);
  }

  private static void claim(
      float[] rows, int cell, float x, float y, float w, float h, float score) {
    float[] row = {x, y, w, h, score, 1};
    System.arraycopy(row, 0, rows, cell * ROW, ROW);
  }
}
