package io.walkout.ingest.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code recording.json}: what a recording holds. Written when the recording is begun, with {@code
 * complete} false, and again when it is closed.
 *
 * @param name the case's name
 * @param complete whether the recording was closed; if not, only format and name can be relied on
 * @param startNanos earliest capture time of anything recorded; 0 if nothing was
 * @param endNanos latest arrival of anything recorded; 0 if nothing was
 * @param records number of records of each sensor stream
 * @param videos file name of each camera's video
 */
record RecordingIndex(
    String name,
    boolean complete,
    long startNanos,
    long endNanos,
    Map<StoreEvent.Kind, Long> records,
    Map<CameraId, String> videos) {
  static final String FORMAT = "walkout-recording";
  static final int VERSION = 1;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static RecordingIndex begun(String name) {
    return new RecordingIndex(name, false, 0, 0, Map.of(), Map.of());
  }

  void write(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.put("name", name).put("complete", complete);
    if (complete) {
      root.put("startNanos", startNanos).put("endNanos", endNanos);
      root.put("start", EventTime.iso(startNanos)).put("end", EventTime.iso(endNanos));
    }
    ArrayNode streams = root.putArray("streams");
    records.forEach(
        (kind, count) -> {
          String stream = RecordingFiles.streamName(kind);
          streams
              .addObject()
              .put("name", stream)
              .put("file", RecordingFiles.SENSORS + "/" + stream + RecordingFiles.LOG_SUFFIX)
              .put("records", count);
        });
    ArrayNode cameras = root.putArray("videos");
    videos.forEach(
        (camera, video) ->
            cameras
                .addObject()
                .put("camera", camera.value())
                .put("file", RecordingFiles.VIDEO + "/" + video)
                .put(
                    "times",
                    RecordingFiles.VIDEO
                        + "/"
                        + RecordingFiles.fileName(camera)
                        + RecordingFiles.TIMES_SUFFIX));
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  /** Throws {@link IOException} if it is no recording's index or of an unknown version. */
  static RecordingIndex read(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
    String format = root.path("format").asText("");
    if (!format.equals(FORMAT)) {
      throw new IOException(
          file + ", field format: expected '" + FORMAT + "', found '" + format + "'");
    }
    if (root.path("version").asInt(-1) != VERSION) {
      throw new IOException(
          file
              + ", field version: "
              + FORMAT
              + " version "
              + root.path("version").asText("(none)")
              + " is unknown; this program reads version "
              + VERSION);
    }
    Map<StoreEvent.Kind, Long> records = new LinkedHashMap<>();
    for (StoreEvent.Kind kind : RecordingFiles.SENSOR_KINDS) {
      for (JsonNode stream : root.path("streams")) {
        if (stream.path("name").asText().equals(RecordingFiles.streamName(kind))) {
          records.put(kind, stream.path("records").asLong());
        }
      }
    }
    Map<CameraId, String> videos = new LinkedHashMap<>();
    for (JsonNode video : root.path("videos")) {
      String path = video.path("file").asText();
      String camera = video.path("camera").asText();
      if (!path.startsWith(RecordingFiles.VIDEO + "/")
          || path.indexOf('/', path.indexOf('/') + 1) >= 0
          || path.indexOf('\\') >= 0
          || camera.isBlank()) {
        throw new IOException(
            file + ", field videos: expected a camera and a file in video/, found " + video);
      }
      videos.put(new CameraId(camera), path.substring(path.indexOf('/') + 1));
    }
    return new RecordingIndex(
        root.path("name").asText(""),
        root.path("complete").asBoolean(false),
        root.path("startNanos").asLong(),
        root.path("endNanos").asLong(),
        records,
        videos);
  }
}
