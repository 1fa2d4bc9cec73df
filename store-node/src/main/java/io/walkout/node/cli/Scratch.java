package io.walkout.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the length of one piece of work. */
final class Scratch {
  private Scratch() {}

  /** Work that needs a folder. */
  interface Work {
    /** Does it; the folder and all in it are removed afterwards. */
    void in(Path folder) throws IOException;
  }

  static void with(String prefix, Work work) throws IOException {
    Path folder = Files.createTempDirectory(prefix);
    try {
      work.in(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
