package io.walkout.ingest.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.ingest.recording.RecordLog;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal that was written by an earlier run.
 *
 * @param directory where it lies
 * @param name the run's, from which visit ids are made
 * @param store the store as it was
 * @param sourceNames names of the sources, by their index
 */
public record Journal(Path directory, String name, Store store, List<String> sourceNames) {
  /** Copies the list. */
  public Journal {
    sourceNames = List.copyOf(sourceNames);
  }

  /** Whether a directory holds a journal. */
  public static boolean isAt(Path directory) {
    return Files.isRegularFile(directory.resolve(JournalWriter.HEADER));
  }

  /** Opens one. Throws {@link IOException} naming the file at fault. */
  public static Journal open(Path directory) throws IOException {
    Path header = directory.resolve(JournalWriter.HEADER);
    JsonNode run = new ObjectMapper().readTree(header.toFile()).path("run");
    if (!run.path("name").isTextual() || !run.path("sources").isArray()) {
      throw new IOException(header + ": expected a run with its name and sources");
    }
    List<String> sources = new ArrayList<>();
    run.path("sources").forEach(s -> sources.add(s.asText()));
    return new Journal(
        directory,
        run.path("name").asText(),
        StoreFile.read(directory.resolve("store.yaml")),
        sources);
  }

  /** Its events, each with the watermark it had, to be put on the ring as they are. */
  public JournalSource events() throws IOException {
    return new JournalSource(
        RecordLog.open(directory.resolve(JournalWriter.EVENTS), JournalWriter.FORMAT));
  }
}
