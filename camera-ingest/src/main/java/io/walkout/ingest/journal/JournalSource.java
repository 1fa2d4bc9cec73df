package io.walkout.ingest.journal;

import io.walkout.ingest.recording.EventCodec;
import io.walkout.ingest.recording.RecordLogReader;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a journal's events back. Ends at the last whole record. One thread. */
public final class JournalSource implements EventSource {
  private final RecordLogReader reader;
  private final EventCodec codec = new EventCodec();
  private @Nullable ByteBuffer pending;

  JournalSource(RecordLogReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public long peekArrivalNanos() throws IOException {
    if (pending == null) {
      pending = reader.next();
    }
    return pending == null ? ENDED : EventCodec.arrivalNanos(pending);
  }

  @Override
  public void read(StoreEvent slot) throws IOException {
    ByteBuffer payload = pending;
    if (payload == null) {
      throw new IllegalStateException("read without an event that was peeked at");
    }
    pending = null;
    String fault = codec.decode(payload, slot);
    if (fault != null) {
      throw new IOException("journal, before offset " + reader.offset() + ": " + fault);
    }
  }

  /** What was wrong with the file as far as it was read, in one sentence. */
  public Optional<String> problem() {
    return Optional.ofNullable(reader.damage());
  }

  @Override
  public void close() {
    reader.close();
  }
}
