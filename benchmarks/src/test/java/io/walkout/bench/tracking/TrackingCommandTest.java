package io.walkout.bench.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.bench.Measure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./walkout tracking} says of folders that are not as it expects. */
class TrackingCommandTest {
  @TempDir private Path data;

  private record Ran(int exit, String out, String err) {}

  private static Ran run(String... args) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Measure.run(args);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  private Ran tracking() {
    return run("tracking", "--data", data.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tracking", "scorecard", "realism", "nets"})
  void helpHasNoWarnings(String command) {
    Ran ran = run((command + " --help").strip().split(" "));
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aFolderWithoutSequencesIsRefused() {
    Ran ran = tracking();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err().lines().toList())
        .containsExactly(
            "walkout: no sequences in " + data + ": folders with a seq.json are expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                    | name: the sequence's name",
        "{\"name\": \"a\"}                                     | kind: single-camera or",
        "{\"name\": \"a\", \"kind\": \"single-camera\"}        | detections: a list of files",
        "{\"name\": \"a\", \"kind\": \"multi-camera\"}         | detections: a list of files",
        "[1, 2                                                 | is no JSON at column",
        "[1, 2]                                                | a JSON object is expected"
      })
  void aSequenceThatDoesNotDescribeItselfIsNamed(String text, String said) throws IOException {
    Files.createDirectory(data.resolve("a"));
    Path file = Files.writeString(data.resolve("a/seq.json"), text);
    Ran ran = tracking();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(file.toString(), said).doesNotContain("--verbose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"single_camera\": 3}", "{oops"})
  void figuresOfOthersThatCannotBeReadAreNamed(String text) throws IOException {
    sequence();
    Path file = Files.writeString(data.resolve("peers.json"), text);
    Ran ran = tracking();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(file.toString()).doesNotContain("--verbose");
  }

  @Test
  void whereNobodyElsesFiguresAreThatIsSaid() throws IOException {
    sequence();
    Ran ran = tracking();
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("no peers.json in " + data);
    assertThat(ran.out()).contains("Nobody else's figures").doesNotContain("0 of 0");
  }

  private void sequence() throws IOException {
    Files.createDirectory(data.resolve("a"));
    Files.writeString(
        data.resolve("a/seq.json"),
        """
        {"name": "a", "kind": "single-camera", "fps": 10, "frames": 30, "width": 640,
          "height": 480, "detections": [{"file": "det-d.txt"}]}
        """);
    StringBuilder boxes = new StringBuilder();
    StringBuilder truth = new StringBuilder();
    for (int frame = 1; frame <= 30; frame++) {
      boxes.append(frame).append(",-1,100,100,40,100,0.9\n");
      truth.append(frame).append(",1,100,100,40,100,1,1,1\n");
    }
    Files.writeString(data.resolve("a/det-d.txt"), boxes);
    Files.writeString(data.resolve("a/gt.txt"), truth);
  }
}
