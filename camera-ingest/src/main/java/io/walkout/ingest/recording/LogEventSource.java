package io.walkout.ingest.recording;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One sensor stream of a recording as a source of events. A record that is no event of this stream,
 * or was captured long after it arrived, is skipped and counted; an arrival time before the
 * record's predecessor is raised to that one's and counted. One whose arrival leaps ahead is held
 * until {@link ArrivalLeap} can tell whether the next one confirms it. What is wrong with the file
 * is reported when its end is reached.
 */
final class LogEventSource implements EventSource {
  /** Captured later than this after its arrival, a record has no true time. */
  private static final long FUTURE_NANOS = 60 * EventTime.SECOND;

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

  /** A copy of the record whose arrival leaps, until the next one has been looked at. */
  private ByteBuffer held = RecordLog.buffer(0);

  private boolean holds;

  /** The record behind the held one, which stays where the reader has it. */
  private @Nullable ByteBuffer following;

  private @Nullable ByteBuffer pending;
  private long arrivalNanos = ArrivalLeap.NONE;
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
      ByteBuffer payload = following != null ? following : nextEvent();
      following = null;
      if (payload != null) {
        consider(payload);
      } else if (holds && believableAlone()) {
        holds = false;
        accept(held);
      } else {
        refuseHeld();
        finish();
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
    String fault = codec.decode(payload, slot);
    if (fault != null) {
      throw new IllegalStateException("a record changed between two looks: " + fault);
    }
    slot.arrivalNanos = arrivalNanos;
  }

  /** The next record that is an event of this stream and of its time, or null at the end. */
  private @Nullable ByteBuffer nextEvent() throws IOException {
    for (ByteBuffer payload = reader.next(); payload != null; payload = reader.next()) {
      seen++;
      String fault = codec.fault(payload, kind, scratch);
      if (fault != null) {
        skip("records that are no event", fault);
      } else if (fromTheFuture(payload)) {
        skip("records from the future", "it was captured more than a minute after it arrived");
      } else {
        return payload;
      }
    }
    return null;
  }

  private boolean fromTheFuture(ByteBuffer payload) {
    // A price may be announced before it holds.
    return kind != StoreEvent.Kind.PRICE
        && ArrivalLeap.isBeyond(
            EventCodec.captureNanos(payload), EventCodec.arrivalNanos(payload), FUTURE_NANOS);
  }

  private void skip(String what, String why) {
    String at = ": the record before offset " + reader.offset() + " was skipped: ";
    problems.count(what, 1, name + at + why);
  }

  private void consider(ByteBuffer payload) {
    long arrival = EventCodec.arrivalNanos(payload);
    if (holds) {
      boolean confirmed =
          ArrivalLeap.confirms(EventCodec.arrivalNanos(held), arrival, arrivalNanos);
      if (confirmed) {
        holds = false;
        following = payload;
        accept(held);
        return;
      }
      refuseHeld();
    }
    if (ArrivalLeap.isLeap(arrival, arrivalNanos)) {
      hold(payload);
    } else {
      accept(payload);
    }
  }

  /** Of the last record, or the only one, whose capture must do for a neighbour. */
  private boolean believableAlone() {
    boolean only = arrivalNanos == ArrivalLeap.NONE;
    return ArrivalLeap.isInSight(
        EventCodec.arrivalNanos(held), only ? EventCodec.captureNanos(held) : arrivalNanos);
  }

  private void accept(ByteBuffer payload) {
    long arrival = EventCodec.arrivalNanos(payload);
    if (arrival < arrivalNanos) {
      problems.count("records out of order of arrival", 1);
    }
    arrivalNanos = Math.max(arrivalNanos, arrival);
    pending = payload;
  }

  private void hold(ByteBuffer payload) {
    if (held.capacity() < payload.remaining()) {
      held = RecordLog.buffer(payload.remaining());
    }
    held.clear().put(payload.duplicate()).flip();
    holds = true;
  }

  private void refuseHeld() {
    if (holds) {
      holds = false;
      skip(
          "records whose arrival leaps",
          "an arrival of "
              + EventTime.iso(EventCodec.arrivalNanos(held))
              + " is not borne out by its neighbours");
    }
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
    following = null;
    holds = false;
    reader.close();
  }
}
