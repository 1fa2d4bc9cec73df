package io.walkout.node.pipeline;

import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a run's directory. What a run writes anew stands beside its place until the run is
 * through, so that one that fails leaves the results of an earlier run as they were. The ledger and
 * the card processor's book are not written anew but continued. Touches nothing that no run has
 * made.
 */
final class RunFiles {
  private static final String EVENTS = "events.jsonl";
  private static final String SUMMARY = "summary.json";
  private static final String JOURNAL = "journal";
  private static final String PART = ".part";

  /** What SQLite keeps beside a database. */
  private static final List<String> SQLITE_SUFFIXES = List.of("", "-wal", "-shm", "-journal");

  private final Path out;

  private RunFiles(Path out) {
    this.out = out;
  }

  /**
   * Makes the directory if need be. Throws {@link UserError} if the run would replace what it
   * reads.
   */
  static RunFiles in(Path out, ReplayInput input) throws IOException {
    Files.createDirectories(out);
    Path read = input.directory().toRealPath();
    Path written = out.toRealPath();
    if (read.startsWith(written.resolve(JOURNAL)) || written.startsWith(read)) {
      throw new UserError(
          "--out "
              + out
              + ": the run would overwrite "
              + input.directory()
              + ", which it reads; give another");
    }
    return new RunFiles(out);
  }

  Path ledger() {
    return out.resolve("ledger.db");
  }

  Path processor() {
    return out.resolve("card-processor.db");
  }

  Path newEvents() {
    return out.resolve(EVENTS + PART);
  }

  Path newSummary() {
    return out.resolve(SUMMARY + PART);
  }

  /** An absent directory: what a run that died has left there is removed. */
  Path newJournal() throws IOException {
    Path part = partJournal();
    removeJournal(part);
    return part;
  }

  /** Where that journal is while the run lasts. */
  Path partJournal() {
    return out.resolve(JOURNAL + PART);
  }

  /** Puts what the run has written in the place of what an earlier one left. */
  void keepNew() throws IOException {
    Files.move(newEvents(), out.resolve(EVENTS), StandardCopyOption.REPLACE_EXISTING);
    Files.move(newSummary(), out.resolve(SUMMARY), StandardCopyOption.REPLACE_EXISTING);
    removeJournal(out.resolve(JOURNAL));
    Files.move(out.resolve(JOURNAL + PART), out.resolve(JOURNAL));
  }

  void removeLedger() throws IOException {
    for (Path database : List.of(ledger(), processor())) {
      for (String suffix : SQLITE_SUFFIXES) {
        Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
      }
    }
  }

  /** Removes a journal's directory, if it is one or was to become one. */
  private static void removeJournal(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
