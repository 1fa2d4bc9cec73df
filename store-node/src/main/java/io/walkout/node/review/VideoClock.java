package io.walkout.node.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.billing.LineEvidence;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of event time each camera's video shows, so that a moment can be found in it. It is
 * kept beside a run's journal, since the journal has no pictures, yet a replay of it is to say the
 * same. Immutable.
 */
public final class VideoClock {
  /** No videos. */
  public static final VideoClock NONE = new VideoClock(new TreeMap<>());

  private static final String FILE = "videos.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, Video> videos;

  private VideoClock(SortedMap<String, Video> videos) {
    this.videos = videos;
  }

  private record Video(String file, long firstNanos, long lastNanos) {}

  /** Of a recording's videos; one without a frame of known time is none. */
  public static VideoClock of(List<VideoStream> streams) {
    SortedMap<String, Video> videos = new TreeMap<>();
    for (VideoStream stream : streams) {
      long[] times = stream.captureNanos();
      if (times.length > 0) {
        videos.put(
            stream.camera().value(),
            new Video(
                String.valueOf(stream.file().getFileName()), times[0], times[times.length - 1]));
      }
    }
    return new VideoClock(videos);
  }

  /** Of the directory of a journal; none if nothing is kept there. */
  public static VideoClock ofJournal(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    SortedMap<String, Video> videos = new TreeMap<>();
    for (Map.Entry<String, JsonNode> camera : JSON.readTree(file.toFile()).properties()) {
      JsonNode video = camera.getValue();
      videos.put(
          camera.getKey(),
          new Video(
              video.path("file").asText(),
              video.path("firstNanos").asLong(),
              video.path("lastNanos").asLong()));
    }
    return new VideoClock(videos);
  }

  /** Keeps it beside a journal. */
  public void writeTo(Path directory) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    videos.forEach(
        (camera, video) ->
            root.putObject(camera)
                .put("file", video.file())
                .put("firstNanos", video.firstNanos())
                .put("lastNanos", video.lastNanos()));
    Files.writeString(
        directory.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  /** What a camera shows between two moments, as far as its video goes. */
  LineEvidence.Clip clip(CameraId camera, long fromNanos, long toNanos) {
    Video video = videos.get(camera.value());
    boolean shown =
        video != null && fromNanos <= video.lastNanos() && toNanos >= video.firstNanos();
    return new LineEvidence.Clip(
        camera.value(),
        EventTime.iso(fromNanos),
        EventTime.iso(toNanos),
        video == null || !shown ? null : video.file(),
        video == null || !shown ? null : seconds(video, fromNanos),
        video == null || !shown ? null : seconds(video, toNanos));
  }

  private static @Nullable Double seconds(Video video, long nanos) {
    long at = Math.clamp(nanos, video.firstNanos(), video.lastNanos()) - video.firstNanos();
    return BigDecimal.valueOf(at, 9).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
  }
}
