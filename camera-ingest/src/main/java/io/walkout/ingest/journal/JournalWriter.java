package io.walkout.ingest.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.ingest.recording.EventCodec;
import io.walkout.ingest.recording.RecordLog;
import io.walkout.ingest.recording.RecordLogWriter;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a journal: a directory with the store's files, {@code journal.json} and {@code
 * events.log}, a {@link RecordLog} of every event with its watermark, and of a picture what was
 * found in it. Pictures themselves are not kept. One thread. What was flushed survives the end of
 * the process; all of it is on the disk after {@link #close}.
 */
public final class JournalWriter implements AutoCloseable {
  static final String FORMAT = "journal";
  static final String EVENTS = "events.log";
  static final String HEADER = "journal.json";

  private final RecordLogWriter log;
  private final EventCodec codec = new EventCodec();

  private JournalWriter(RecordLogWriter log) {
    this.log = log;
  }

  /**
   * Starts the journal of a run.
   *
   * @param directory made if need be; must hold no journal
   * @param name the run's, from which visit ids are made
   * @param sourceNames names of the sources, by their index
   */
  public static JournalWriter create(
      Path directory, Store store, String name, List<String> sourceNames) throws IOException {
    Files.createDirectories(directory);
    StoreFile.write(store, directory);
    Files.write(directory.resolve(HEADER), header(name, sourceNames));
    return new JournalWriter(RecordLog.create(directory.resolve(EVENTS), FORMAT));
  }

  /** The same bytes for the same run: members in the order they are put, none of a hash's. */
  private static byte[] header(String name, List<String> sourceNames) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ObjectNode run = root.putObject("run").put("name", name);
    sourceNames.forEach(run.putArray("sources")::add);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /** Appends an event. */
  public void write(StoreEvent event) throws IOException {
    codec.encode(event, log.begin(codec.maxBytes(event)));
    log.commit();
  }

  /** Hands all that was written to the operating system: it survives the end of the process. */
  public void flush() throws IOException {
    log.flush();
  }

  @Override
  public void close() throws IOException {
    try (log) {
      log.force();
    }
  }
}
