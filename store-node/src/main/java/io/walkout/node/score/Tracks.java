package io.walkout.node.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.FloorPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each visit stood and when its receipt was made, out of a run's {@code events.jsonl}. Empty
 * where a run left none.
 */
public final class Tracks {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Farthest from a logged position, in time, at which it still says where somebody was. */
  private static final long NEAR_NANOS = 2 * EventTime.SECOND;

  private final Map<String, TreeMap<Long, FloorPoint>> positions = new HashMap<>();
  private final Map<String, Double> secondsToReceipt = new HashMap<>();

  /** Reads the file beside the receipts; nothing if it isn't there. */
  public static Tracks read(Path eventsFile) throws IOException {
    Tracks tracks = new Tracks();
    if (!Files.exists(eventsFile)) {
      return tracks;
    }
    try (BufferedReader lines = Files.newBufferedReader(eventsFile)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tracks.add(JSON.readTree(line));
      }
    }
    return tracks;
  }

  private void add(JsonNode event) {
    String visit = event.path("visitId").asText();
    switch (event.path("type").asText()) {
      case "position" ->
          positions
              .computeIfAbsent(visit, v -> new TreeMap<>())
              .put(
                  EventTime.parse(event.path("at").asText()),
                  new FloorPoint(event.path("x").asDouble(), event.path("y").asDouble()));
      case "receipt" -> secondsToReceipt.put(visit, event.path("secondsAfterExit").asDouble());
      default -> {}
    }
  }

  /** Where a visit stood at a time, by the nearest logged position within two seconds. */
  Optional<FloorPoint> at(String visitId, long nanos) {
    TreeMap<Long, FloorPoint> track = positions.get(visitId);
    if (track == null) {
      return Optional.empty();
    }
    Map.Entry<Long, FloorPoint> before = track.floorEntry(nanos);
    Map.Entry<Long, FloorPoint> after = track.ceilingEntry(nanos);
    long toBefore = before == null ? Long.MAX_VALUE : nanos - before.getKey();
    long toAfter = after == null ? Long.MAX_VALUE : after.getKey() - nanos;
    if (Math.min(toBefore, toAfter) > NEAR_NANOS) {
      return Optional.empty();
    }
    return Optional.ofNullable(toBefore <= toAfter ? before : after).map(Map.Entry::getValue);
  }

  /** The longest time from an exit to its receipt, seconds of event time; NaN if unknown. */
  double worstSecondsToReceipt() {
    return secondsToReceipt.values().stream()
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(Double.NaN);
  }
}
