package io.walkout.ingest.mot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MOTChallenge text goes in, whole or damaged, and comes out. */
class MotFilesTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("det.txt"), text);
  }

  @Test
  void rowsOfAnyOrderComeFrameByFrame() throws IOException {
    MotDetections read =
        MotDetections.read(
            file("3,-1,10,20,30,40,0.5\n1,-1,1,2,3,4,0.9,-1,-1,-1\n3,-1,11,21,31,41,0.6\n"));

    assertThat(read.frames()).isEqualTo(3);
    assertThat(read.count(1)).isEqualTo(1);
    assertThat(read.count(2)).isZero();
    assertThat(read.count(3)).isEqualTo(2);
    float[] boxes = new float[8];
    float[] scores = new float[2];
    assertThat(read.copy(3, boxes, scores)).isEqualTo(2);
    assertThat(boxes).containsExactly(10, 20, 30, 40, 11, 21, 31, 41);
    assertThat(scores).containsExactly(0.5f, 0.6f);
  }

  @Test
  void aGzippedFileIsReadWhateverItsName() throws IOException {
    Path zipped = folder.resolve("boxes.dat");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("1,-1,1,2,3,4,0.9\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(MotDetections.read(zipped).size()).isEqualTo(1);
  }

  @Test
  void aRowWithoutAFiniteBoxOfSomeSizeIsLeftOutAndCounted() throws IOException {
    MotDetections read =
        MotDetections.read(
            file(
                """
                1,-1,1,2,3,4,0.9
                1,-1,nan,2,3,4,0.9
                1,-1,1,2,-3,4,0.9
                1,-1,1,2,3,0,0.9
                1,-1,1,2,3,4,inf
                """));
    assertThat(read.size()).isEqualTo(1);
    assertThat(read.skipped()).isEqualTo(4);
  }

  @Test
  void onlyBoxesAboveTheGateStay() throws IOException {
    MotRows rows = MotRows.read(file("1,-1,1,2,3,4,0.6\n2,-1,1,2,3,4,0.61\n"), 7);
    MotDetections above = MotDetections.above(rows, 0.6);
    assertThat(above.size()).isEqualTo(1);
    assertThat(above.frames()).isEqualTo(2);
    assertThat(above.row(2, 0)).isEqualTo(1);
  }

  @Test
  void whatIsNoRowIsRefusedByFileAndLine() throws IOException {
    Path few = file("1,-1,1,2,3,4,0.9\n1,-1,1,2,3\n");
    assertThatThrownBy(() -> MotDetections.read(few))
        .isInstanceOf(MotException.class)
        .hasMessageEndingWith("det.txt:2: 5 columns, at least 7 expected");
    Path word = file("\n1,-1,1,two,3,4,0.9\n");
    assertThatThrownBy(() -> MotDetections.read(word))
        .hasMessageEndingWith("det.txt:2: column 4: 'two' is not a number");
    Path zeroth = file("0,-1,1,2,3,4,0.9\n");
    assertThatThrownBy(() -> MotDetections.read(zeroth))
        .hasMessageEndingWith("det.txt:1: frame 0: a whole number from 1 to 100000000 is expected");
  }

  @Test
  void anEmptyFileHasNoFrames() throws IOException {
    MotDetections read = MotDetections.read(file(""));
    assertThat(read.frames()).isZero();
    assertThat(read.size()).isZero();
  }

  @Test
  void tracksAreWrittenToAHundredthOfAPixel() throws IOException {
    Path out = folder.resolve("new/tracks.txt");
    try (MotTracksWriter writer = new MotTracksWriter(out)) {
      writer.write(1, 7, -1.005, 20, 3.456, 40.999, 0.87654);
    }
    assertThat(Files.readString(out)).isEqualTo("1,7,-1.00,20.00,3.46,41.00,0.8765,-1,-1,-1\n");
  }
}
