package io.walkout.node.pipeline;

import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.Watermark;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoFileSource;
import io.walkout.models.PersonDetector;
import io.walkout.store.Camera;
import io.walkout.store.Layout;
import io.walkout.tracker.detect.BackgroundPrimer;
import io.walkout.tracker.detect.MotionDetector;
import io.walkout.tracker.detect.MotionSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open streams of an input, with a detector for each camera. Closes what it holds. One thread.
 */
final class ReplayStreams implements AutoCloseable {
  /**
   * Pictures under way between decoder and detectors; enough to keep both busy, few enough for
   * 1080p on a small box.
   */
  private static final int FRAMES = 24;

  /**
   * Pictures spread over a video whose median is its background: somebody who stands in fewer than
   * half of them at a pixel leaves no ghost.
   */
  private static final int BACKGROUND_SAMPLES = 40;

  private final List<EventSource> sources = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<PersonDetector> detectors = new ArrayList<>();
  private final List<VideoFileSource> videos = new ArrayList<>();
  private final Map<String, Object> problems = new LinkedHashMap<>();
  private final FramePool frames = new FramePool(FRAMES);

  void add(EventSource source) {
    sources.add(source);
    names.add(source.name());
  }

  /** The one stream of a journal, whose events name the sources they came from. */
  void addJournal(EventSource events, List<String> sourceNames) {
    sources.add(events);
    names.addAll(sourceNames);
  }

  /**
   * Adds a stream and a detector for each camera that has a video; a video that can't be read is
   * left out and reported.
   */
  void addCameras(Layout layout, List<VideoStream> streams) {
    for (int c = 0; c < layout.cameras().size(); c++) {
      Camera camera = layout.cameras().get(c);
      MotionDetector detector = new MotionDetector(camera, layout, MotionSettings.DEFAULT);
      detectors.add(detector);
      for (VideoStream stream : streams) {
        if (stream.camera().equals(camera.id())) {
          addVideo(c, detector, stream);
        }
      }
    }
  }

  private void addVideo(int camera, MotionDetector detector, VideoStream stream) {
    try {
      detector.prime(BackgroundPrimer.ofVideo(stream.file(), BACKGROUND_SAMPLES));
      VideoFileSource source =
          new VideoFileSource(
              "camera " + stream.camera(), camera, stream.file(), stream.captureNanos(), frames);
      videos.add(source);
      add(source);
    } catch (VideoException e) {
      problems.put("camera " + stream.camera() + " left out", e.getMessage());
    }
  }

  List<EventSource> sources() {
    return sources;
  }

  List<String> sourceNames() {
    return names;
  }

  List<PersonDetector> detectors() {
    return detectors;
  }

  /** Sources that speak only when something happens don't hold event time back. */
  void releaseSparse(Watermark watermark) {
    for (int s = 0; s < sources.size(); s++) {
      if (sources.get(s).isSparse()) {
        watermark.release(s);
      }
    }
  }

  /** What was left out or damaged, complete once all streams have ended. */
  Map<String, Object> problems() {
    for (VideoFileSource video : videos) {
      video.problem().ifPresent(p -> problems.put(video.name(), p));
    }
    return problems;
  }

  @Override
  public void close() {
    sources.forEach(EventSource::close);
    detectors.forEach(PersonDetector::close);
  }
}
