package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoProbe;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clip of {@code videos/} with its camera and the capture times of its frames: {@code
 * start_epoch_s + index / fps_nominal} by {@code offsets.json}; without that the clip is taken to
 * begin with the first document.
 *
 * @param camera the camera, named as the file ({@code cam-K}), calibrated as K
 * @param file the video
 * @param captureNanos capture time of each frame
 */
record VideoClip(Camera camera, Path file, long[] captureNanos) {
  /** Frames a second of these stores' clips, where nothing says otherwise. */
  private static final double NOMINAL_FPS = 10;

  /** No camera of a shop sends more frames a second. */
  private static final double MOST_FPS = 1000;

  /** A start further from the other streams than this can't be meant. */
  private static final long FAR = 24 * 3600 * EventTime.SECOND;

  /** Reads what there is; a clip that can't be used is reported and left out. */
  static List<VideoClip> read(
      CaseFiles files, Calibration calibration, CaseSurvey survey, ImportLog log)
      throws IOException {
    List<VideoClip> clips = new ArrayList<>();
    List<Path> videos = files.videos();
    if (videos.isEmpty()) {
      return clips;
    }
    Path offsetsFile = files.dir().resolve("videos").resolve("offsets.json");
    JsonNode offsets =
        Files.isRegularFile(offsetsFile)
            ? Json.treeIfReadable(files, offsetsFile, "it counts as absent", log)
                .orElse(MissingNode.getInstance())
            : MissingNode.getInstance();
    tellUnreadableFields(files.name(offsetsFile), offsets, log);
    for (Path video : videos) {
      String name = stem(video);
      try {
        VideoProbe probe = VideoProbe.probe(video);
        Optional<CameraModel> model =
            calibration.camera(name.substring("cam-".length()), probe.width(), probe.height());
        if (model.isEmpty()) {
          log.problem(
              "videos without calibration",
              files.name(video) + ": no calibration has its camera's number; it is left out");
          continue;
        }
        Optional<long[]> times = times(files.name(video), name, probe, offsets, survey, log);
        if (times.isPresent()) {
          Camera camera = new Camera(new CameraId(name), model.get());
          clips.add(new VideoClip(camera, video, times.get()));
        }
      } catch (VideoException e) {
        log.problem(
            "videos that can't be used",
            String.valueOf(e.getMessage()) + "; the camera is left out");
      }
    }
    log.count("videos", clips.size());
    return clips;
  }

  private static Optional<long[]> times(
      String file,
      String name,
      VideoProbe probe,
      JsonNode offsets,
      CaseSurvey survey,
      ImportLog log) {
    if (probe.truncated()) {
      log.problem(
          "videos cut off",
          file
              + " holds "
              + probe.frames()
              + " frames of the "
              + probe.declaredFrames()
              + " it declares");
    }
    double stated = Json.number(offsets, "fps_nominal", Double.NaN);
    double fps = isRate(stated) ? stated : statedFps(probe);
    JsonNode offset = offsets.path("cameras").path(name);
    long start = Fields.ofSeconds(Json.number(offset, "start_epoch_s", Double.NaN));
    Optional<Long> median = survey.medianNanos();
    if (start != Fields.NO_TIME && median.isPresent() && Math.abs(start - median.get()) > FAR) {
      log.problem(
          "videos with a time that can't be",
          "videos/offsets.json: "
              + name
              + " starts more than a day from the other streams; it is left out");
      return Optional.empty();
    }
    if (start == Fields.NO_TIME) {
      Optional<Long> first = survey.firstNanos();
      if (first.isEmpty()) {
        log.problem(
            "videos with a time that can't be",
            file + ": neither videos/offsets.json nor another stream says when it starts");
        return Optional.empty();
      }
      start = first.get();
      log.problem(
          "videos without a stated time",
          file
              + ": videos/offsets.json does not say when it starts; it is taken to begin with the"
              + " first document, at "
              + fps
              + " frames a second");
    }
    long[] times = new long[(int) Math.min(probe.frames(), Integer.MAX_VALUE - 8)];
    for (int i = 0; i < times.length; i++) {
      times[i] = start + Math.round(i * 1e9 / fps);
    }
    return Optional.of(times);
  }

  private static void tellUnreadableFields(String file, JsonNode offsets, ImportLog log) {
    JsonNode fps = offsets.path("fps_nominal");
    if (!fps.isMissingNode() && !isRate(Json.number(offsets, "fps_nominal", Double.NaN))) {
      log.problem(
          "video offsets that can't be",
          file
              + ": fps_nominal is "
              + fps
              + ", expected frames a second; each video's own rate is taken");
    }
  }

  private static double statedFps(VideoProbe probe) {
    double fps = probe.durationNanos() > 0 ? probe.frames() * 1e9 / probe.durationNanos() : 0;
    return isRate(fps) ? fps : NOMINAL_FPS;
  }

  private static boolean isRate(double fps) {
    return fps > 0 && fps < MOST_FPS;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }
}
