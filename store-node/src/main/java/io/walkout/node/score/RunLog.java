package io.walkout.node.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.FloorPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run's {@code events.jsonl} tells beside its receipts: where each visit stood, what it was
 * held to have taken and put back when, and when its receipt was made. Empty where a run left no
 * such file.
 */
public final class RunLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, VisitTrack> tracks = new TreeMap<>();
  private final SortedMap<String, Double> secondsToReceipt = new TreeMap<>();
  private final List<Move> moves = new ArrayList<>();

  /**
   * Units that a run held to have been moved by somebody.
   *
   * @param visitId by whom
   * @param barcode what
   * @param take whether off the shelf, else onto it
   * @param quantity how many
   * @param startNanos last moment of the old load
   * @param endNanos first moment of the new load
   * @param shelf where, "gondola/shelf"
   */
  record Move(
      String visitId,
      String barcode,
      boolean take,
      int quantity,
      long startNanos,
      long endNanos,
      String shelf) {}

  /** A run that left no log. */
  public RunLog() {}

  /**
   * Reads the file beside the receipts; nothing if it isn't there.
   *
   * @throws IOException naming file and line if it is no such log
   */
  public static RunLog read(Path eventsFile) throws IOException {
    RunLog log = new RunLog();
    if (!Files.exists(eventsFile)) {
      return log;
    }
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(eventsFile)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          log.add(JSON.readTree(line));
        } catch (JsonProcessingException | DateTimeException e) {
          throw new IOException(
              eventsFile + ", line " + number + ": expected an event of a run, as JSON", e);
        }
      }
    }
    return log;
  }

  private void add(JsonNode event) {
    String visit = event.path("visitId").asText();
    switch (event.path("type").asText()) {
      case "position", "appeared", "left" ->
          tracks
              .computeIfAbsent(visit, v -> new VisitTrack())
              .add(
                  time(event, "at"),
                  new FloorPoint(event.path("x").asDouble(), event.path("y").asDouble()));
      case "receipt" -> secondsToReceipt.put(visit, event.path("secondsAfterExit").asDouble());
      case "assignment" -> {
        if (!visit.isEmpty() && event.hasNonNull("gtin")) {
          moves.add(
              new Move(
                  visit,
                  event.path("gtin").asText(),
                  event.path("kind").asText().equals("TAKE"),
                  event.path("quantity").asInt(),
                  time(event, "at"),
                  time(event, event.hasNonNull("endAt") ? "endAt" : "at"),
                  event.path("shelf").asText()));
        }
      }
      default -> {}
    }
  }

  private static long time(JsonNode event, String field) {
    return EventTime.parse(event.path(field).asText());
  }

  /** Whether nothing is known but the receipts. */
  boolean isEmpty() {
    return tracks.isEmpty() && secondsToReceipt.isEmpty() && moves.isEmpty();
  }

  /** A visit's track, or null if nothing is known of where it stood. */
  @Nullable VisitTrack track(String visitId) {
    return tracks.get(visitId);
  }

  /** Every visit's track, by its id. */
  SortedMap<String, VisitTrack> tracks() {
    return tracks;
  }

  /** Takes and put-backs, in the order they were decided. */
  List<Move> moves() {
    return moves;
  }

  /** Seconds of event time from the last sight of each visit to its receipt. */
  List<Double> secondsToReceipt() {
    return List.copyOf(secondsToReceipt.values());
  }
}
