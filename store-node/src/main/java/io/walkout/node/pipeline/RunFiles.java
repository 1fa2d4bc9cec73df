package io.walkout.node.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a run leaves in its directory and a later run replaces. Touches nothing that no
 * run has made.
 */
final class RunFiles {
  /** What SQLite keeps beside a database. */
  private static final List<String> SQLITE_SUFFIXES = List.of("", "-wal", "-shm", "-journal");

  private RunFiles() {}

  static void remove(Path out, String... databases) throws IOException {
    for (String database : databases) {
      for (String suffix : SQLITE_SUFFIXES) {
        Files.deleteIfExists(out.resolve(database + suffix));
      }
    }
  }

  /** Removes a journal's directory, if it is one. */
  static void removeJournal(Path directory) throws IOException {
    if (!Files.exists(directory.resolve("events.log"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
