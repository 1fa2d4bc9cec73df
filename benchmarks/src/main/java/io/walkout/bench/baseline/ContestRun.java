package io.walkout.bench.baseline;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs {@link ContestMethod} on a recording: its plates and its external tracker's poses, nothing
 * else. A recording without poses gives no receipts.
 */
public final class ContestRun {
  /** Plates send 60 samples a second. */
  static final long SAMPLE_NANOS = EventTime.SECOND / 60;

  private ContestRun() {}

  /**
   * Writes {@code receipts.json} and {@code events.jsonl} into a directory, which is made.
   *
   * @return how many receipts
   * @throws IOException if the recording can't be read or the files not written
   * @throws io.walkout.node.report.UserError on a recording too long to be held in memory
   */
  public static int run(Path recordingDirectory, Path out) throws IOException {
    Recording recording = Recording.open(recordingDirectory);
    ShelfEvents shelves = new ShelfEvents(recording.store().layout());
    SeenPeople people = new SeenPeople();
    List<EventSource> sources = recording.sensorSources();
    try {
      for (EventSource source : sources) {
        read(source, shelves, people);
      }
    } finally {
      sources.forEach(EventSource::close);
    }
    ContestMethod method = new ContestMethod(recording.store(), people);
    shelves.all().forEach(method::decide);
    Files.createDirectories(out);
    return new ContestReceipts(recording, people, method).write(out);
  }

  private static void read(EventSource source, ShelfEvents shelves, SeenPeople people)
      throws IOException {
    StoreEvent slot = new StoreEvent();
    while (source.peekArrivalNanos() != EventSource.ENDED) {
      slot.reset(StoreEvent.Kind.END);
      source.read(slot);
      if (slot.kind == StoreEvent.Kind.PLATES) {
        shelves.add(slot.plates);
      } else if (slot.kind == StoreEvent.Kind.POSES) {
        people.add(slot.poses, slot.captureNanos);
      }
    }
  }
}
