package io.walkout.node.pipeline;

import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoFileSource;
import io.walkout.models.PersonDetector;
import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import io.walkout.tracker.detect.CameraWatch;
import io.walkout.tracker.detect.SceneShift;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs one camera's video past its watch, without looking for people. One thread; used once. */
public final class CameraCheck {
  /** Looks for nobody. */
  private static final class Nobody implements PersonDetector {
    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      out.clear();
    }

    @Override
    public void close() {}
  }

  /**
   * One fault of a camera.
   *
   * @param fault its name
   * @param frames pictures that had it
   * @param from the first of them: ISO 8601, or seconds from the start of a video that knows no
   *     time of day, as {@code 12.300 s}
   * @param to the last
   * @param shiftPixels how far the camera's picture had shifted at the end; 0 if it hadn't
   * @param turnDegrees the turn that does that
   */
  public record Row(
      String fault, long frames, String from, String to, double shiftPixels, double turnDegrees) {}

  /**
   * What came of it.
   *
   * @param frames pictures looked at
   * @param last how the scene lay at the last look
   * @param rows one for each fault that was seen
   */
  public record Outcome(long frames, SceneShift last, List<Row> rows) {
    /** Copies the list. */
    public Outcome {
      rows = List.copyOf(rows);
    }
  }

  private static final class Tally {
    private long frames;
    private long fromNanos;
    private long toNanos;
    private double shiftPixels;
    private double turnDegrees;
  }

  private final CameraWatch watch;

  /** For a camera. */
  public CameraCheck(Camera camera) {
    watch = new CameraWatch(camera, new Nobody());
  }

  /**
   * Says what it saw when it was calibrated.
   *
   * @throws IllegalArgumentException if the picture has another shape than the calibration
   */
  public void refer(ByteBuffer bgr, int width, int height) {
    watch.refer(bgr, width, height);
  }

  /**
   * Looks at all pictures of a video.
   *
   * @param timed whether its times are times of day
   */
  public Outcome run(VideoStream video, boolean timed) throws IOException {
    Map<PictureFault, Tally> tallies = new EnumMap<>(PictureFault.class);
    StoreEvent slot = new StoreEvent();
    long frames = 0;
    try (watch;
        VideoFileSource source =
            new VideoFileSource(
                "camera " + video.camera(),
                0,
                video.file(),
                video.captureNanos(),
                video.arrivalNanos(),
                new FramePool(1))) {
      while (source.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.FRAME);
        source.read(slot);
        Frame frame = slot.frame;
        if (frame != null) {
          look(slot, frame);
          frame.release();
        }
        frames++;
        if (slot.detections.fault != PictureFault.NONE) {
          note(
              tallies.computeIfAbsent(slot.detections.fault, f -> new Tally()),
              slot.captureNanos,
              slot.detections.fault);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    tallies.forEach(
        (fault, t) ->
            rows.add(
                new Row(
                    fault.name(),
                    t.frames,
                    told(t.fromNanos, timed),
                    told(t.toNanos, timed),
                    t.shiftPixels,
                    t.turnDegrees)));
    return new Outcome(frames, watch.shift(), rows);
  }

  private static String told(long nanos, boolean timed) {
    return timed ? EventTime.iso(nanos) : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  private void look(StoreEvent slot, Frame frame) {
    PictureFault time = slot.detections.fault;
    if (!slot.detections.blind) {
      watch.sees(frame.pixels(), frame.width(), frame.height(), slot.captureNanos, slot.detections);
      watch.mark(slot.detections);
      if (slot.detections.fault == PictureFault.NONE) {
        slot.detections.fault = time;
      }
    }
  }

  private void note(Tally tally, long nanos, PictureFault fault) {
    tally.fromNanos = tally.frames == 0 ? nanos : tally.fromNanos;
    tally.toNanos = nanos;
    tally.frames++;
    if (fault == PictureFault.MOVED && watch.shift().shiftPixels() > 0) {
      tally.shiftPixels = watch.shift().shiftPixels();
      tally.turnDegrees = watch.shift().turnDegrees();
    }
  }
}
