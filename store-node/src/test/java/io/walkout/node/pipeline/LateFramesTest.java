package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.journal.Journal;
import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.node.report.Progress;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import io.walkout.store.Policy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording whose cameras send late, and not everything, through the whole pipeline. */
@Timeout(60)
class LateFramesTest {
  private static final int FRAMES = 120;
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final long PERIOD = EventTime.SECOND / 10;

  /** Past the four seconds that deciders wait, short of the six after which a source is silent. */
  private static final long FAR = 11 * EventTime.SECOND / 2;

  @TempDir private Path scratch;

  /** What the deciders saw of a frame. */
  private record Seen(int camera, long capture, long arrival, long watermark, boolean late) {}

  @Test
  void lateFramesComeAtTheirArrivalAndBreakNoOrder() throws IOException {
    long[] late = arrivals(PERIOD * 7, 40, 60);
    List<Seen> seen = replay("some", late);

    assertThat(seen).hasSize(2 * FRAMES).noneMatch(Seen::late);
    assertOrdered(seen);
    Seen held = seen.stream().filter(s -> s.camera == 1).skip(45).findFirst().orElseThrow();
    assertThat(held.arrival()).isEqualTo(held.capture() + PERIOD * 7);
    // While camera 1 is behind, event time waits for it.
    Seen other =
        seen.stream()
            .filter(s -> s.camera == 0 && s.arrival > held.arrival)
            .findFirst()
            .orElseThrow();
    assertThat(other.watermark()).isEqualTo(held.capture());
  }

  @Test
  void aFramePastTheBoundCountsAsLateAndOnlyThat() throws IOException {
    List<Seen> seen = replay("far", arrivals(FAR, 40, 42));

    assertOrdered(seen);
    List<Seen> late = seen.stream().filter(Seen::late).toList();
    assertThat(late).isNotEmpty().allMatch(s -> s.camera == 1);
    for (Seen s : seen) {
      if (s.camera == 1) {
        long behind = s.arrival - s.capture - Policy.DEFAULT.maxLatenessNanos();
        if (Math.abs(behind) > PERIOD) {
          assertThat(s.late()).as("%d ns past the bound", behind).isEqualTo(behind > 0);
        }
      }
    }
  }

  @Test
  void theSameRecordingGivesTheSameDecisionsWithAnyNumberOfThreads() throws IOException {
    long[] late = arrivals(PERIOD * 7, 40, 60);
    replay("one", late);
    Path again = scratch.resolve("two-threads");
    run(scratch.resolve("one.rec"), again, 2);
    for (String file : new String[] {"events.jsonl", "receipts.json", "journal/events.log"}) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(scratch.resolve("one").resolve(file));
    }
  }

  /** Camera 1's arrivals: each 40 ms after its capture, but for some that are held up. */
  private static long[] arrivals(long heldUp, int from, int to) {
    long[] arrivals = new long[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      arrivals[i] = T0 + i * PERIOD + (i >= from && i < to ? heldUp : 40_000_000);
      arrivals[i] = i == 0 ? arrivals[i] : Math.max(arrivals[i], arrivals[i - 1]);
    }
    return arrivals;
  }

  private static void assertOrdered(List<Seen> seen) {
    long arrival = 0;
    long watermark = Long.MIN_VALUE;
    long[] capture = new long[2];
    for (Seen s : seen) {
      assertThat(s.arrival()).isGreaterThanOrEqualTo(arrival);
      assertThat(s.watermark()).isGreaterThanOrEqualTo(watermark);
      assertThat(s.capture()).isGreaterThan(capture[s.camera()]);
      arrival = s.arrival();
      watermark = s.watermark();
      capture[s.camera()] = s.capture();
    }
  }

  private List<Seen> replay(String name, long[] arrivalsOfCamera1) throws IOException {
    Path rec = scratch.resolve(name + ".rec");
    try (RecordingWriter writer =
        RecordingWriter.create(rec, TestStores.empty(2, 64, 48, 40), name)) {
      long[] captured = new long[FRAMES];
      Arrays.setAll(captured, i -> T0 + i * PERIOD);
      film(writer, new CameraId("c0"), captured, captured);
      film(writer, new CameraId("c1"), captured, arrivalsOfCamera1);
    }
    Path out = scratch.resolve(name);
    run(rec, out, 1);
    List<Seen> seen = new ArrayList<>();
    StoreEvent slot = new StoreEvent();
    try (EventSource journal = Journal.open(out.resolve("journal")).events()) {
      while (journal.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.END);
        journal.read(slot);
        if (slot.kind == StoreEvent.Kind.FRAME) {
          seen.add(
              new Seen(
                  slot.camera,
                  slot.captureNanos,
                  slot.arrivalNanos,
                  slot.watermarkNanos,
                  slot.late));
        }
      }
    }
    return seen;
  }

  private static void run(Path recording, Path out, int workers) throws IOException {
    Replay.Options options =
        new Replay.Options(workers, Pacing.MAX, Replay.PeopleFrom.PICTURES, false);
    Replay.run(recording, out, options, Progress.NONE);
  }

  /** An empty grey floor. */
  private static void film(RecordingWriter writer, CameraId camera, long[] captured, long[] arrived)
      throws IOException {
    ByteBuffer grey = ByteBuffer.allocateDirect(3 * 64 * 48);
    for (int i = 0; i < grey.capacity(); i++) {
      grey.put(i, (byte) (90 + i % 7));
    }
    VideoSettings settings = VideoSettings.camera(64, 48, 10);
    try (var video = VideoFileWriter.create(writer.videoPlace(camera), settings)) {
      for (long nanos : captured) {
        video.write(grey, nanos);
      }
      video.finish();
    }
    writer.videoInPlace(camera, captured, arrived);
  }
}
