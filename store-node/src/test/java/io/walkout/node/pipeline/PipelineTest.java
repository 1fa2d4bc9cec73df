package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.billing.BillingSettings;
import io.walkout.billing.CardScript;
import io.walkout.billing.ExitBilling;
import io.walkout.billing.Ledger;
import io.walkout.billing.SimulatedCardProcessor;
import io.walkout.ingest.journal.JournalWriter;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.Watermark;
import io.walkout.models.PersonDetector;
import io.walkout.node.report.EventLog;
import io.walkout.node.report.Progress;
import io.walkout.node.report.Summary;
import io.walkout.node.review.VideoClock;
import io.walkout.node.review.Witness;
import io.walkout.store.EventTime;
import io.walkout.store.Store;
import io.walkout.store.signal.Detections;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ring with made-up cameras: who looks at which picture, and what happens when something
 * breaks.
 */
@Timeout(60)
class PipelineTest {
  private static final int CAMERAS = 3;
  private static final int PICTURES = 200;

  @TempDir private Path scratch;
  private final FramePool pool = new FramePool(4);

  @Test
  void eachDetectorSeesItsCamerasPicturesOnceAndInOrderWhateverTheNumberOfWorkers()
      throws IOException {
    String journal = null;
    for (int workers = 1; workers <= 4; workers++) {
      SortedMap<Integer, PersonDetector> detectors = new TreeMap<>();
      for (int c = 0; c < CAMERAS; c++) {
        detectors.put(c, new CountingDetector());
      }
      Path dir = scratch.resolve("workers-" + workers);
      run(dir, detectors, cameras(PICTURES), workers);
      for (PersonDetector detector : detectors.values()) {
        assertThat(((CountingDetector) detector).seen).hasSize(PICTURES).isSorted();
      }
      String events =
          new String(
              Files.readAllBytes(dir.resolve("journal/events.log")), StandardCharsets.ISO_8859_1);
      assertThat(journal == null || journal.equals(events)).as("%d workers", workers).isTrue();
      journal = events;
    }
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void aRecordingShorterThanTheRingIsSeenWholeHoweverLateTheStagesStart() throws IOException {
    for (int i = 0; i < 30; i++) {
      SortedMap<Integer, PersonDetector> detectors = new TreeMap<>();
      for (int c = 0; c < CAMERAS; c++) {
        detectors.put(c, new CountingDetector());
      }
      run(scratch.resolve("short-" + i), detectors, cameras(1), 1);
      for (PersonDetector detector : detectors.values()) {
        assertThat(((CountingDetector) detector).seen).hasSize(1);
      }
    }
  }

  @Test
  void aDetectorThatThrowsEndsTheRunWithItsCauseAndNoFrameIsLost() {
    SortedMap<Integer, PersonDetector> detectors = new TreeMap<>();
    for (int c = 0; c < CAMERAS; c++) {
      detectors.put(c, new FailingDetector(20));
    }
    assertThatThrownBy(() -> run(scratch, detectors, cameras(PICTURES), 2))
        .hasMessageContaining("the net is broken");
    assertThat(pool.inUse()).isZero();
  }

  @Test
  void anErrorInASourceIsNotTakenForTheEndOfTheInput() throws IOException {
    List<EventSource> sources = new ArrayList<>(cameras(PICTURES));
    sources.add(new BrokenSource());
    SortedMap<Integer, PersonDetector> detectors = new TreeMap<>();
    for (int c = 0; c < CAMERAS; c++) {
      detectors.put(c, new CountingDetector());
    }
    assertThatThrownBy(() -> run(scratch, detectors, sources, 2))
        .isInstanceOf(NoClassDefFoundError.class);
    assertThat(Files.readString(scratch.resolve("events.jsonl"))).isEmpty();
  }

  private List<EventSource> cameras(int pictures) {
    List<EventSource> sources = new ArrayList<>();
    for (int c = 0; c < CAMERAS; c++) {
      sources.add(new PaintedCamera(c, pictures, pool));
    }
    return sources;
  }

  private static void run(
      Path dir,
      SortedMap<Integer, PersonDetector> detectors,
      List<EventSource> sources,
      int workers)
      throws IOException {
    Files.createDirectories(dir);
    Store store = TestStores.empty();
    List<String> names = sources.stream().map(EventSource::name).toList();
    try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"));
        SimulatedCardProcessor processor =
            SimulatedCardProcessor.open(
                dir.resolve("cards.db"), CardScript.always(CardScript.Behaviour.APPROVE));
        JournalWriter journal =
            JournalWriter.create(dir.resolve("journal"), store, "test", names)) {
      ExitBilling billing =
          new ExitBilling("test", store, ledger, processor, BillingSettings.DEFAULT);
      try (EventLog log =
          new EventLog(dir.resolve("events.jsonl"), p -> billing.visitId(p).value())) {
        new Pipeline(
                store,
                Sight.ofEveryPicture(detectors),
                workers,
                journal,
                billing,
                new Witness(store, VideoClock.NONE),
                log,
                names,
                Progress.NONE)
            .run(
                sources,
                new Watermark(sources.size(), store.policy()),
                () -> false,
                false,
                Pacing.MAX,
                new Summary());
      }
    }
  }

  /** A camera whose every picture holds its own number. */
  private static final class PaintedCamera implements EventSource {
    private final int camera;
    private final int pictures;
    private final FramePool pool;
    private int next;

    PaintedCamera(int camera, int pictures, FramePool pool) {
      this.camera = camera;
      this.pictures = pictures;
      this.pool = pool;
    }

    @Override
    public String name() {
      return "camera " + camera;
    }

    @Override
    public long peekArrivalNanos() {
      return next == pictures ? ENDED : nanos();
    }

    private long nanos() {
      return EventTime.SECOND + next * EventTime.SECOND / 10 + camera;
    }

    @Override
    public void read(StoreEvent slot) throws IOException {
      slot.kind = StoreEvent.Kind.FRAME;
      slot.camera = camera;
      slot.captureNanos = nanos();
      slot.arrivalNanos = nanos();
      try {
        slot.frame = pool.take(4, 4);
      } catch (InterruptedException e) {
        throw new InterruptedIOException("interrupted");
      }
      slot.frame.pixels().putInt(0, next++);
    }

    @Override
    public void close() {}
  }

  /** Finds, in each picture, a box as far to the right as the picture's number says. */
  private static final class CountingDetector implements PersonDetector {
    private final List<Integer> seen = new ArrayList<>();

    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      seen.add(bgr.getInt(0));
      out.clear();
      out.add(bgr.getInt(0), 0, 1, 2, 0.5f);
    }

    @Override
    public void close() {}
  }

  private static final class FailingDetector implements PersonDetector {
    private int left;

    FailingDetector(int left) {
      this.left = left;
    }

    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      if (left-- == 0) {
        throw new IllegalStateException("the net is broken");
      }
    }

    @Override
    public void close() {}
  }

  private static final class BrokenSource implements EventSource {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public long peekArrivalNanos() {
      return 3 * EventTime.SECOND;
    }

    @Override
    public void read(StoreEvent slot) {
      throw new NoClassDefFoundError("no such native library");
    }

    @Override
    public void close() {}
  }
}
