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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequence folders differ; what is missing or can't be meant is named by file and field. */
class SequenceFolderTest {
  private static final String SEQ =
      """
      {"fps": 4, "frames": 3}
      """;
  private static final String TWO_CAMERAS =
      """
      {"model": "projective", "image": [640, 360], "cameras": [
        {"name": "C2", "P": [[1, 0, 0, 2], [0, 1, 0, 3], [0, 0, 1, 4]]},
        {"name": "C1", "P": [[1, 0, 0, 5], [0, 1, 0, 6], [0, 0, 1, 7]]}]}
      """;
  private static final String TSAI =
      """
      {"model": "tsai", "image": [768, 576], "geometry": {"dpx": 0.005, "dpy": 0.005},
       "intrinsic": {"focal": 5.5, "kappa1": 0.005, "cx": 324, "cy": 282, "sx": 1.1},
       "extrinsic": {"tx": 1, "ty": 2, "tz": 3, "rx": 0.1, "ry": 0.2, "rz": 0.3}}
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void zip(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void givenNeitherAreaNorTruthNorVectors_thenBoxesOfEachCameraAreReadByItsName()
      throws IOException {
    write("seq.json", SEQ);
    write("calibration.json", TWO_CAMERAS);
    write("det-d-C1.txt", "1,-1,1,2,3,4,0.9\n7,-1,1,2,3,4,0.9\n");
    zip("det-d-C2.txt.gz", "2,-1,11,2,3,4,0.9\n");

    SequenceFolder sequence = SequenceFolder.read(folder);

    assertThat(sequence.area()).isEmpty();
    assertThat(sequence.frames()).isEqualTo(3);
    assertThat(sequence.cameras()).extracting(SequenceCamera::name).containsExactly("C2", "C1");
    SequenceBoxes second = sequence.boxes("d", sequence.cameras().get(0), true);
    SequenceBoxes first = sequence.boxes("d", sequence.cameras().get(1), true);
    assertThat(second.boxes().count(2)).isEqualTo(1);
    assertThat(first.boxes().frames()).as("more than seq.json names").isEqualTo(7);
    assertThat(first.vectorLength()).isZero();
  }

  @Test
  void givenVectorsThatSeqNamesButThatAreNotThere_thenTheBoxesAreReadWithout() throws IOException {
    write(
        "seq.json",
        """
        {"fps": 4, "frames": 3, "detections":
          [{"file": "det-d-C1.txt", "reid": "reid-C1.i8", "reid_dim": 2}]}
        """);
    write("calibration.json", TWO_CAMERAS);
    write("det-d-C1.txt", "1,-1,1,2,3,4,0.9\n");

    SequenceFolder sequence = SequenceFolder.read(folder);
    SequenceCamera camera = sequence.cameras().get(1);
    assertThat(sequence.boxes("d", camera, true).vectorLength()).isZero();

    Files.write(folder.resolve("reid-C1.i8"), new byte[] {3, 4});
    SequenceBoxes read = sequence.boxes("d", camera, true);
    float[] vector = new float[2];
    read.vector(1, 0, vector, 0);
    assertThat(vector).containsExactly(0.6f, 0.8f);

    Files.write(folder.resolve("reid-C1.i8"), new byte[] {3, 4, 5});
    assertThatThrownBy(() -> sequence.boxes("d", camera, true))
        .isInstanceOf(MotException.class)
        .hasMessageContaining("reid-C1.i8: 2 bytes for each of the 1 rows of det-d-C1.txt");
  }

  @Test
  void givenOneCameraInTsaisModel_thenItsBoxesNeedNoName() throws IOException {
    write("seq.json", SEQ);
    write("calibration.json", TSAI);
    zip("det-d.txt.gz", "1,-1,1,2,3,4,0.9\n");

    SequenceFolder sequence = SequenceFolder.read(folder);

    assertThat(sequence.cameras()).hasSize(1);
    SequenceCamera camera = sequence.cameras().getFirst();
    assertThat(camera.lens()).isInstanceOf(SequenceCamera.Tsai.class);
    assertThat(sequence.boxes("d", camera, true).boxes().size()).isEqualTo(1);
  }

  @Test
  void givenOneProjectiveCameraWithAName_thenAFileWithoutTheNameIsItsToo() throws IOException {
    write("seq.json", SEQ);
    write(
        "calibration.json",
        """
        {"model": "projective", "image": [640, 360], "cameras": [
          {"name": "east", "P": [[1, 0, 0, 2], [0, 1, 0, 3], [0, 0, 1, 4]]}]}
        """);
    write("det-d.txt", "1,-1,1,2,3,4,0.9\n");

    SequenceFolder sequence = SequenceFolder.read(folder);

    assertThat(sequence.boxes("d", sequence.cameras().getFirst(), true).boxes().size())
        .isEqualTo(1);
  }

  @Test
  void givenACameraWithoutAFile_thenTheFileIsNamed() throws IOException {
    write(
        "seq.json", "{\"fps\": 4, \"frames\": 3, \"detections\": [{\"file\": \"det-e-C1.txt\"}]}");
    write("calibration.json", TWO_CAMERAS);

    SequenceFolder sequence = SequenceFolder.read(folder);

    assertThatThrownBy(() -> sequence.boxes("d", sequence.cameras().getFirst(), true))
        .isInstanceOf(MotException.class)
        .hasMessageContaining(
            "no det-d-C2.txt (nor det-d-C2.txt.gz); the sequence names det-e-C1.txt");
  }

  @Test
  void givenNoCalibration_thenTheFileIsNamed() throws IOException {
    write("seq.json", SEQ);

    assertThatThrownBy(() -> SequenceFolder.read(folder))
        .isInstanceOf(MotException.class)
        .hasMessageContaining("calibration.json: no such file");
  }

  @ParameterizedTest(name = "[{index}] {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"fps\": 4|\"fps\": 0|seq.json: fps: 0.001 to 100000 is expected, found 0",
        "\"fps\": 4|\"fpz\": 4|seq.json: fps: a number is expected, found nothing",
        "\"frames\": 3|\"frames\": \"3\"|seq.json: frames: a number is expected, found \"3\"",
        "\"frames\": 3|\"frames\": 2.5|seq.json: frames: a whole number",
        "\"frames\": 3|\"frames\": 1e300|seq.json: frames: a whole number",
        "\"frames\": 3|\"frames\": 3, \"peer_area_m\": {\"x\": [2, 1], \"y\": [0, 1]}|seq.json: peer_area_m",
        "\"frames\": 3|\"frames\": 3, \"peer_area_m\": {\"x\": [2]}|seq.json: x: 2 numbers are expected",
        "\"frames\": 3}|\"frames\": 3|seq.json:",
        "projective|fisheye|calibration.json: model must be \"projective\" with 1 to 64 cameras, or \"tsai\", found \"fisheye\"",
        "\"model\"|\"modell\"|calibration.json: model must be",
        "\"image\": [640, 360]|\"image\": [640]|calibration.json: image: 2 numbers are expected",
        "\"image\": [640, 360]|\"image\": [640, 0]|calibration.json: image: width and height",
        "[0, 0, 1, 7]|[0, 0, 1]|calibration.json: P: 4 numbers are expected",
        "[0, 1, 0, 6], ||calibration.json: P: three rows of four numbers are expected",
        "\"C1\"|\"C2\"|calibration.json: cameras: each name once is expected, found C2 again",
      })
  void whatCantBeMeantIsNamedByFileAndField(String right, String wrong, String message)
      throws IOException {
    String by = wrong == null ? "" : wrong;
    write("seq.json", SEQ.replace(right, by));
    write("calibration.json", TWO_CAMERAS.replace(right, by));

    assertThatThrownBy(() -> SequenceFolder.read(folder))
        .isInstanceOf(MotException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatTsaisModelLacksIsNamed() throws IOException {
    write("seq.json", SEQ);
    write("calibration.json", TSAI.replace("\"focal\": 5.5, ", ""));

    assertThatThrownBy(() -> SequenceFolder.read(folder))
        .isInstanceOf(MotException.class)
        .hasMessageContaining("calibration.json: focal: a number is expected");
  }
}
