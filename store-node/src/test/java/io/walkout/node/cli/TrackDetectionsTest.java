package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.node.Walkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code track --detections} and {@code --floor} say of input that is odd or unusable. */
class TrackDetectionsTest {
  @TempDir private Path scratch;

  private record Ran(int exit, List<String> out, List<String> err) {}

  private Ran track(Path detections, Path out) {
    return run(
        "track",
        "--detections",
        detections.toString(),
        "--fps",
        "10",
        "--size",
        "640x480",
        "--out",
        out.toString());
  }

  private static Ran run(String... args) {
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exit = Walkout.run(args);
      return new Ran(
          exit,
          out.toString(StandardCharsets.UTF_8).lines().toList(),
          err.toString(StandardCharsets.UTF_8).lines().toList());
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  @Test
  void aFolderAsOutIsRefusedInOneSentence() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("det.txt"), "1,-1,10,10,40,100,0.9\n");
    Ran ran = track(boxes, scratch);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).hasSize(1);
    assertThat(ran.err().getFirst())
        .isEqualTo("walkout: --out " + scratch + ": is a folder; the name of a file is expected");
  }

  @Test
  void aFolderAsOutIsRefusedOnTheFloorToo() {
    Ran ran = run("track", "--floor", "nowhere", "--detector", "d", "--out", scratch.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).singleElement().asString().contains("is a folder");
  }

  @Test
  void aFileWithoutBoxesIsFollowedAndSaidToBeEmpty() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("det.txt"), "");
    Path out = scratch.resolve("tracks.txt");
    Ran ran = track(boxes, out);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains(boxes + ": no boxes in it; nobody to follow");
    assertThat(ran.out().getLast()).endsWith("frames/s");
    assertThat(out).isEmptyFile();
  }

  @Test
  void boxesBeyondWhatIsLookedAtAreCounted() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      rows.append("1,-1,").append(i).append(",10,40,100,0.9\n");
    }
    Path boxes = Files.writeString(scratch.resolve("det.txt"), rows);
    Ran ran = track(boxes, scratch.resolve("tracks.txt"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains(
            "476 boxes left out: of one picture the 1024 with the highest scores are looked at");
  }

  @Test
  void brokenJsonIsNamedByItsPlaceInOurWords() throws IOException {
    Files.writeString(scratch.resolve("seq.json"), "{\"fps\": 4,\n \"frames\": }");
    Ran ran =
        run(
            "track",
            "--floor",
            scratch.toString(),
            "--detector",
            "d",
            "--out",
            scratch.resolve("floor.txt").toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .containsExactly(
            "walkout: "
                + scratch.resolve("seq.json")
                + ":2: is no JSON at column 12; a JSON object is expected");
  }
}
