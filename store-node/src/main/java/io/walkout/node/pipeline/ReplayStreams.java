package io.walkout.node.pipeline;

import io.walkout.ingest.journal.JournalSource;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.Watermark;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoFileSource;
import io.walkout.models.DetectorChoice;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.tracker.attend.AttentionSettings;
import io.walkout.tracker.attend.FixtureFilter;
import io.walkout.tracker.detect.BackgroundPrimer;
import io.walkout.tracker.detect.CameraWatch;
import io.walkout.tracker.detect.MotionDetector;
import io.walkout.tracker.detect.MotionSettings;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

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
  private final SortedMap<Integer, PersonDetector> detectors = new TreeMap<>();
  private final List<VideoFileSource> videos = new ArrayList<>();
  private final List<JournalSource> journals = new ArrayList<>();
  private final Map<String, Object> problems = new LinkedHashMap<>();
  private final OpenNets nets = new OpenNets();
  private Sight sight = Sight.ofEveryPicture(detectors);
  private final FramePool frames = new FramePool(FRAMES);

  void add(EventSource source) {
    sources.add(source);
    names.add(source.name());
  }

  /** The one stream of a journal, whose events name the sources they came from. */
  void addJournal(JournalSource events, List<String> sourceNames) {
    sources.add(events);
    names.addAll(sourceNames);
    journals.add(events);
  }

  /**
   * Adds a stream and a detector for each camera that has a video; a video that can't be read is
   * left out and reported. Backgrounds are learned on {@code workers} threads.
   */
  void addCameras(Layout layout, List<VideoStream> streams, SightChoice chosen, int workers)
      throws InterruptedIOException {
    SightChoice choice = chosen.in(layout);
    Map<Integer, AttentionSettings> attention = new TreeMap<>();
    List<PoseEstimator> poses = nets.poses(choice, workers);
    Set<Integer> palmCameras = palmCameras(layout, choice);
    sight =
        new Sight(
            detectors,
            poses,
            palmCameras.isEmpty() ? List.of() : nets.palms(choice, workers),
            palmCameras,
            nets.embedders(choice, workers),
            attention,
            choice.shelfLooks());
    List<Callable<Opened>> opening = new ArrayList<>();
    for (int c = 0; c < layout.cameras().size(); c++) {
      Camera camera = layout.cameras().get(c);
      int index = c;
      for (VideoStream stream : streams) {
        if (stream.camera().equals(camera.id())) {
          attention.put(c, choice.settings(camera.id()));
          PersonDetector net = net(choice.of(camera.id()), index % workers);
          opening.add(() -> open(index, camera, layout, stream, net));
        }
      }
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (Future<Opened> opened : pool.invokeAll(opening)) {
        add(opened.resultNow());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the cameras' backgrounds were learned");
    }
  }

  private static Set<Integer> palmCameras(Layout layout, SightChoice choice) {
    Set<Integer> cameras = new TreeSet<>();
    for (int c = 0; c < layout.cameras().size(); c++) {
      if (choice.wantsPalms(layout.cameras().get(c))) {
        cameras.add(c);
      }
    }
    return cameras;
  }

  /** What came of opening a camera's video: its stream and detector, or why not. */
  private record Opened(
      int index,
      CameraId camera,
      @Nullable VideoFileSource source,
      PersonDetector detector,
      String problem) {}

  /** The net of a choice, or null where none is needed. */
  private @Nullable PersonDetector net(DetectorChoice choice, int worker) {
    return choice instanceof DetectorChoice.Motion ? null : nets.detector(choice, worker);
  }

  private Opened open(
      int index, Camera camera, Layout layout, VideoStream stream, @Nullable PersonDetector net) {
    PersonDetector detector = net == null ? null : new FixtureFilter(net);
    try {
      if (detector == null) {
        MotionDetector motion = new MotionDetector(camera, layout, MotionSettings.DEFAULT);
        detector = motion;
        motion.prime(BackgroundPrimer.ofVideo(stream.file(), BACKGROUND_SAMPLES));
      }
      String name = "camera " + camera.id();
      return new Opened(
          index,
          camera.id(),
          new VideoFileSource(
              name, index, stream.file(), stream.captureNanos(), stream.arrivalNanos(), frames),
          new CameraWatch(camera, detector),
          "");
    } catch (VideoException e) {
      Objects.requireNonNull(detector);
      return new Opened(index, camera.id(), null, detector, String.valueOf(e.getMessage()));
    }
  }

  private void add(Opened opened) {
    VideoFileSource source = opened.source();
    if (source == null) {
      opened.detector().close();
      problems.put("camera " + opened.camera() + " left out", opened.problem());
    } else {
      detectors.put(opened.index(), opened.detector());
      videos.add(source);
      add(source);
    }
  }

  List<EventSource> sources() {
    return sources;
  }

  List<String> sourceNames() {
    return names;
  }

  /** What the pictures are looked at with. */
  Sight sight() {
    return sight;
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
    for (JournalSource journal : journals) {
      journal.problem().ifPresent(p -> problems.put("journal", p));
    }
    List<String> ofNets = nets.notes();
    if (!ofNets.isEmpty()) {
      problems.put("nets", String.join("; ", ofNets));
    }
    return problems;
  }

  @Override
  public void close() {
    sources.forEach(EventSource::close);
    detectors.values().forEach(PersonDetector::close);
    nets.close();
  }
}
