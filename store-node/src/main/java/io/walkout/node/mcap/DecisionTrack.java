package io.walkout.node.mcap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.store.EventTime;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.Vec3;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay decided, from its {@code events.jsonl}: every line as JSON, people's places in the
 * scene, carts as they fill, and sentences. Reads line by line; lines stand in the order of
 * decision, so that their times go back now and then.
 */
final class DecisionTrack implements Track {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SceneJson.Paint PLACE = new SceneJson.Paint(0x202020, 0.85);

  /** Places come five times a second; after this somebody is gone. */
  private static final long LIFETIME_NANOS = EventTime.SECOND;

  private final Path file;
  private final McapWriter writer;
  private final Store store;
  private final LogTopic log;
  private final BufferedReader reader;
  private final Map<String, JsonTopic> topics = new TreeMap<>();
  private final Carts carts;
  private long lineNumber;
  private @Nullable JsonNode ahead;
  private long aheadNanos;

  DecisionTrack(Path file, Store store, McapWriter writer, LogTopic log) throws IOException {
    this.file = file;
    this.writer = writer;
    this.store = store;
    this.log = log;
    reader = Files.newBufferedReader(file);
    carts = new Carts(store, writer);
  }

  @Override
  public long nanos() throws IOException {
    if (ahead == null) {
      String line = reader.readLine();
      lineNumber++;
      if (line == null) {
        return ENDED;
      }
      try {
        ahead = JSON.readTree(line);
        aheadNanos = EventTime.parse(ahead.path("at").asText());
      } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
        throw new IOException(
            file + ", line " + lineNumber + ": expected an event as a replay writes it", e);
      }
    }
    return aheadNanos;
  }

  @Override
  public void write() throws IOException {
    JsonNode event = ahead;
    if (event == null) {
      return;
    }
    ahead = null;
    String type = event.path("type").asText();
    topics
        .computeIfAbsent(
            "/decisions/" + type,
            name -> new JsonTopic(writer, name, "walkout.Decision", Schemas.DECISION))
        .write(
            aheadNanos,
            json -> {
              for (Map.Entry<String, JsonNode> field : event.properties()) {
                json.writeFieldName(field.getKey());
                JSON.writeTree(json, field.getValue());
              }
            });
    if (type.equals("position")) {
      place(event);
    } else {
      log.write(aheadNanos, "decisions", sentence(type, event));
    }
    if (type.equals("assignment")) {
      carts.take(event, aheadNanos);
    }
  }

  private void place(JsonNode event) throws IOException {
    String visit = event.path("visitId").asText();
    Vec3 at = new Vec3(event.path("x").asDouble(), event.path("y").asDouble(), 0.05);
    topics
        .computeIfAbsent(
            "/people",
            name -> new JsonTopic(writer, name, Schemas.SCENE_UPDATE_NAME, Schemas.SCENE_UPDATE))
        .write(
            aheadNanos,
            json -> {
              json.writeArrayFieldStart("entities");
              SceneJson.beginEntity(json, visit, aheadNanos, LIFETIME_NANOS);
              json.writeArrayFieldStart("spheres");
              SceneJson.sphere(json, at, 0.3, PLACE);
              json.writeEndArray();
              json.writeArrayFieldStart("texts");
              SceneJson.label(json, at.plus(new Vec3(0, 0, 0.3)), visit, 0.12, PLACE);
              json.writeEndArray();
              json.writeEndObject();
              json.writeEndArray();
            });
  }

  private String sentence(String type, JsonNode event) {
    String visit = event.path("visitId").asText("");
    return switch (type) {
      case "appeared" -> visit + " appeared" + by(event);
      case "left" -> visit + " left" + by(event) + " (" + event.path("why").asText() + ")";
      case "confused" -> visit + " may be " + event.path("other").asText() + " since";
      case "shelfChange" ->
          "shelf "
              + event.path("shelf").asText()
              + " changed by "
              + event.path("deltaGrams")
              + " g";
      case "assignment" ->
          event.path("kind").asText()
              + " "
              + event.path("quantity").asInt()
              + " x "
              + name(store, event)
              + (visit.isEmpty() ? "" : " by " + visit)
              + ", "
              + Math.round(100 * event.path("probability").asDouble())
              + " % sure";
      case "receipt" ->
          "receipt of "
              + visit
              + ": "
              + event.path("status").asText()
              + ", "
              + event.path("totalMinor").asLong()
              + " minor units";
      default -> type + " " + event;
    };
  }

  private static String by(JsonNode event) {
    String door = event.path("door").asText("");
    return door.isEmpty() ? "" : " by door " + door;
  }

  /** Name of the product that an assignment means. */
  static String name(Store store, JsonNode event) {
    String code = event.path("gtin").asText("");
    return code.isEmpty()
        ? "something"
        : store.catalogue().find(new ProductCode(code)).map(Product::name).orElse(code);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
