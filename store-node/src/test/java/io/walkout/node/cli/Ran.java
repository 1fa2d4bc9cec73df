package io.walkout.node.cli;

import io.walkout.node.Walkout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a command line said, and its exit code. */
record Ran(int exit, String out, String err) {
  /** Runs the program; paths are taken as they stand. */
  static Ran walkout(Object... args) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Walkout.run(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  List<String> complaints() {
    return err.lines().toList();
  }

  /** Runs track on a file of boxes of 640 by 480 pixels. */
  static Ran trackDetections(Path detections, Path out) {
    return walkout(
        "track", "--detections", detections, "--fps", 10, "--size", "640x480", "--out", out);
  }
}
