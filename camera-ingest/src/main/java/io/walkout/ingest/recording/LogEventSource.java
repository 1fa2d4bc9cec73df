package io.walkout.ingest.recording;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One sensor stream of a recording as a source of events. A record that is no event of this stream
 * is skipped and counted; an arrival time before the record's predecessor is raised to that one's
 * and counted. What is wrong with the file is reported when its end is reached.
 */
final class LogEventSource implements EventSource {
  private final String name;
  private final StoreEvent.Kind kind;
  private final RecordLogReader reader;
  private final long announced;
  private final ReadProblems problems;
  private final EventCodec codec = new EventCodec();

  /**
   * Where a payload is decoded that can't be taken on trust, so that what {@link #peekArrivalNanos}
   * promised {@link #read} can keep.
   */
  private final StoreEvent scratch = new StoreEvent();

  private @Nullable ByteBuffer pending;
  private int pendingAt;
  private long arrivalNanos = Long.MIN_VALUE;
  private long seen;
  private boolean ended;

  /**
   * Opens a stream.
   *
   * @param announced records that it should have; 0 if that is unknown
   */
  LogEventSource(StoreEvent.Kind kind, Path file, long announced, ReadProblems problems)
      throws IOException {
    this.name = RecordingFiles.streamName(kind);
    this.announced = announced;
    this.kind = kind;
    this.problems = problems;
    this.reader = RecordLog.open(file, RecordingFiles.SENSOR_FORMAT);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isSparse() {
    return kind == StoreEvent.Kind.DOOR || kind == StoreEvent.Kind.PRICE;
  }

  @Override
  public long peekArrivalNanos() throws IOException {
    while (pending == null && !ended) {
      ByteBuffer payload = reader.next();
      if (payload == null) {
        finish();
      } else {
        seen++;
        consider(payload);
      }
    }
    return ended ? ENDED : arrivalNanos;
  }

  @Override
  public void read(StoreEvent slot) throws IOException {
    ByteBuffer payload = pending;
    if (payload == null) {
      throw new IllegalStateException("read without an event that was peeked at");
    }
    pending = null;
    String fault = codec.decode(payload.position(pendingAt), slot);
    if (fault != null) {
      throw new IllegalStateException("a record changed between two looks: " + fault);
    }
    slot.arrivalNanos = arrivalNanos;
  }

  private void consider(ByteBuffer payload) {
    pendingAt = payload.position();
    String fault = codec.fault(payload, kind, scratch);
    if (fault != null) {
      problems.count(
          "records that are no event",
          1,
          name + ": the record before offset " + reader.offset() + " was skipped: " + fault);
      return;
    }
    long arrival = EventCodec.arrivalNanos(payload);
    if (arrival < arrivalNanos) {
      problems.count("records out of order of arrival", 1);
    }
    arrivalNanos = Math.max(arrivalNanos, arrival);
    pending = payload;
  }

  private void finish() {
    ended = true;
    String damage = reader.damage();
    if (reader.corruptRecords() > 0) {
      problems.count("damaged records", reader.corruptRecords(), String.valueOf(damage));
    } else if (damage != null) {
      problems.count("torn records", 1, String.valueOf(damage));
    }
    long missing = announced - seen - reader.corruptRecords();
    if (missing > 0) {
      problems.count(
          "records missing",
          missing,
          name
              + ": "
              + missing
              + " of the "
              + announced
              + " records that were written are missing");
    }
    reader.close();
  }

  @Override
  public void close() {
    ended = true;
    pending = null;
    reader.close();
  }
}
