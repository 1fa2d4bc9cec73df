package io.walkout.bench.realism;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.bench.realism.plates.Handling;
import io.walkout.bench.realism.plates.PlateTape;
import io.walkout.bench.realism.poses.PoseTape;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the recording: its sensors, its pictures, and where the pipeline saw its shopper. */
final class RealSide {
  private RealSide() {}

  /**
   * Reads everything. Where the shopper was comes from a replay, which is run in {@code scratch}.
   */
  static Side read(Path file, Recording recording, Path scratch) throws IOException {
    PlateTape plates = new PlateTape(recording.store().layout(), recording.startNanos());
    PoseTape poses = new PoseTape();
    StoreEvent slot = new StoreEvent();
    for (EventSource source : recording.sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          source.read(slot);
          if (slot.kind == StoreEvent.Kind.PLATES) {
            plates.add(slot.plates);
          } else if (slot.kind == StoreEvent.Kind.POSES) {
            poses.add(slot.poses, slot.captureNanos, slot.arrivalNanos);
          }
        }
      }
    }
    Map<CameraId, VideoStream> videos = new LinkedHashMap<>();
    for (VideoStream video : recording.videos()) {
      videos.put(video.camera(), video);
    }
    List<Handling> handlings =
        recording.truth().map(t -> Handling.of(t, recording.store(), plates)).orElse(List.of());
    return new Side(
        recording.name(),
        recording.store(),
        plates,
        poses,
        handlings,
        videos,
        trail(file, plates, scratch));
  }

  /** The person whom the pipeline saw longest. */
  private static Trail trail(Path file, PlateTape tape, Path scratch) throws IOException {
    Replay.run(file, scratch, Replay.Options.DEFAULT, Progress.NONE);
    JsonMapper json = JsonMapper.builder().build();
    Map<String, Trail> trails = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(scratch.resolve("events.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = json.readTree(line);
        if (event.path("type").asText().equals("position")) {
          trails
              .computeIfAbsent(event.path("visitId").asText(), v -> new Trail())
              .add(
                  tape.seconds(EventTime.parse(event.path("at").asText())),
                  event.path("x").asDouble(),
                  event.path("y").asDouble());
        }
      }
    }
    Trail longest = new Trail();
    for (Trail trail : trails.values()) {
      longest = trail.count() > longest.count() ? trail : longest;
    }
    return longest;
  }
}
