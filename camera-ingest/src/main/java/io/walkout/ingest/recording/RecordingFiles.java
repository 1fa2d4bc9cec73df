package io.walkout.ingest.recording;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.CameraId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Where things lie in a recording's directory. */
final class RecordingFiles {
  /** Name of the records' format in the header of sensor streams. */
  static final String SENSOR_FORMAT = "store-events";

  static final String INDEX = "recording.json";
  static final String STORE = "store.yaml";
  static final String TRUTH = "truth.json";
  static final String TRUTH_FOLDER = "truth";
  static final String IMPORT = "import.json";
  static final String SENSORS = "sensors";
  static final String VIDEO = "video";
  static final String LOG_SUFFIX = ".log";
  static final String TIMES_SUFFIX = ".times.csv";

  /** The sensor streams a recording can have, in the order they are listed. */
  static final List<StoreEvent.Kind> SENSOR_KINDS =
      List.of(
          StoreEvent.Kind.PLATES,
          StoreEvent.Kind.POSES,
          StoreEvent.Kind.DOOR,
          StoreEvent.Kind.PRICE);

  private RecordingFiles() {}

  /** Name of the stream that carries events of that kind. */
  static String streamName(StoreEvent.Kind kind) {
    return switch (kind) {
      case PLATES -> "plates";
      case POSES -> "poses";
      case DOOR -> "doors";
      case PRICE -> "prices";
      case FRAME, SOURCE_SILENT, END ->
          throw new IllegalArgumentException("a recording has no stream of " + kind);
    };
  }

  static Path sensorFile(Path dir, StoreEvent.Kind kind) {
    return dir.resolve(SENSORS).resolve(streamName(kind) + LOG_SUFFIX);
  }

  /** A file beside {@code truth.json}, which says more than it can. */
  static Path truthFile(Path dir, String name) {
    return dir.resolve(TRUTH_FOLDER).resolve(name);
  }

  /** The camera's name with what a file system may not like percent-encoded. */
  static String fileName(CameraId camera) {
    String encoded = URLEncoder.encode(camera.value(), StandardCharsets.UTF_8).replace("*", "%2A");
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }

  static CameraId camera(String fileName) {
    return new CameraId(URLDecoder.decode(fileName, StandardCharsets.UTF_8));
  }

  static Path timesFile(Path dir, CameraId camera) {
    return dir.resolve(VIDEO).resolve(fileName(camera) + TIMES_SUFFIX);
  }
}
