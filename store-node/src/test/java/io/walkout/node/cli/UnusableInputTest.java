package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that can't be used is told in one sentence with its name, and exit code 2. */
class UnusableInputTest {
  @TempDir private Path scratch;

  private static void refused(Ran ran, Object... said) {
    assertThat(ran.complaints()).as(ran.err()).hasSize(1);
    for (Object each : said) {
      assertThat(ran.err()).contains(each.toString());
    }
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void pointsThatAreNoText() throws IOException {
    Path picture = Pictures.png(scratch.resolve("fr.png"), 64, 48);
    Path binary =
        Files.write(scratch.resolve("points.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    refused(Ran.walkout("calibrate", "points", picture, binary), binary, "no text");
    refused(
        Ran.walkout(
            "calibrate", "lens", "--lens", binary, "--floor", picture, "--floor-at", "0,0,0"),
        binary,
        "no text");
  }

  @Test
  void pointsThatAreTooFew() throws IOException {
    Path picture = Pictures.png(scratch.resolve("fr.png"), 64, 48);
    Path header = Files.writeString(scratch.resolve("points.csv"), "u,v,x,y\n");
    refused(Ran.walkout("calibrate", "points", picture, header), header, "0 points");
  }

  @Test
  void aCalibrationThatIsNoCamera() throws IOException {
    Files.writeString(scratch.resolve("seq.json"), "{\"fps\": 4, \"frames\": 2}");
    Path calibration =
        Files.writeString(
            scratch.resolve("calibration.json"),
            """
            {"image": [64, 48], "model": "projective", "cameras":
              [{"name": "C1", "P": [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]}]}
            """);
    Files.writeString(scratch.resolve("det-d-C1.txt"), "1,-1,10,10,40,100,0.9\n");
    Path out = scratch.resolve("out.txt");
    refused(
        Ran.walkout("track", "--floor", scratch, "--detector", "d", "--out", out),
        calibration,
        "'C1'",
        "rank 3");
    assertThat(out).doesNotExist();
    refused(Ran.walkout("track", "--floor", "nowhere", "--out", out), "nowhere: no such folder");
  }

  @Test
  void placesThatAreNoFolderForNets() throws IOException {
    refused(Ran.walkout("models", "pull", "--from", scratch), scratch, "is a folder");
    Path file = Files.writeString(scratch.resolve("file"), "mine");
    refused(Ran.walkout("models", "pull", "--dir", file), file, "is a file");
    refused(Ran.walkout("models", "pull", "--dir", file.resolve("x")), file, "can't be made");
  }

  @Test
  void aNetThatIsNotThereIsNamedOnce() throws IOException {
    Path video = Pictures.video(scratch.resolve("a.mp4"), 5, i -> Pictures.noise(64, 48, i));
    Path net = scratch.resolve("none.onnx");
    Ran ran =
        Ran.walkout(
            "track", video, "--detector", "nanodet:" + net, "--out", scratch.resolve("t.txt"));
    refused(ran, net);
    assertThat(ran.err().split(net.toString(), -1)).as(ran.err()).hasSize(2);
  }

  @Test
  void ratesThatNoCameraHas() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("det.txt"), "1,-1,10,10,40,100,0.9\n");
    for (String rate : new String[] {"1e-300", "0", "NaN", "1e9"}) {
      refused(
          Ran.walkout(
              "track",
              "--detections",
              boxes,
              "--fps",
              rate,
              "--size",
              "640x480",
              "--out",
              scratch.resolve("t.txt")),
          "--fps: expected 0.001 to 100000");
    }
  }

  @Test
  void aByteOrderMarkIsPassedOverAndOddScoresAreTold() throws IOException {
    Path boxes = scratch.resolve("det.txt");
    Files.write(
        boxes,
        "\uFEFF1,-1,10,10,40,100,90\n2,-1,10,10,40,100,inf\n".getBytes(StandardCharsets.UTF_8));
    Ran ran = Ran.trackDetections(boxes, scratch.resolve("t.txt"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("1 rows left out", "no finite score", "scores up to 90.0", "per cent");
  }

  @Test
  void aCheckOfWhatIsNotThereSaysSo() {
    refused(Ran.walkout("calibrate", "check", "nofile.mp4"), "nofile.mp4: no such file");
  }

  @Test
  void aCheckIsHeldAgainstAPictureOfTheSameShapeAndFailsWhereACameraDoes() throws IOException {
    Path store = Pictures.store(scratch);
    Path video =
        Pictures.video(
            scratch.resolve("a.mp4"),
            40,
            i -> i < 30 ? Pictures.noise(640, 360, i) : Pictures.black(640, 360));
    Path square = Pictures.png(scratch.resolve("square.png"), 64, 64);
    refused(
        Ran.walkout(
            "calibrate",
            "check",
            video,
            "--store",
            store,
            "--camera",
            "cam-1",
            "--reference",
            square),
        square,
        "64x64");
    Ran ran = Ran.walkout("calibrate", "check", video, "--store", store, "--camera", "cam-1");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("BLACK in 10 of 40 pictures, 3.000 s to 3.900 s");
    Path sound = Pictures.video(scratch.resolve("b.mp4"), 30, i -> Pictures.noise(640, 360, i));
    assertThat(
            Ran.walkout("calibrate", "check", sound, "--store", store, "--camera", "cam-1").exit())
        .isZero();
  }
}
