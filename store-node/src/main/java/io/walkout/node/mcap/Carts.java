package io.walkout.node.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.Store;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each visit holds as a replay's likeliest assignments add up; written at each of them. */
final class Carts {
  private final Store store;
  private final McapWriter writer;
  private final Map<String, SortedMap<String, Line>> carts = new TreeMap<>();
  private @Nullable JsonTopic topic;

  private record Line(String name, int quantity) {}

  Carts(Store store, McapWriter writer) {
    this.store = store;
    this.writer = writer;
  }

  /** Enters an assignment. */
  void take(JsonNode event, long nanos) throws IOException {
    String kind = event.path("kind").asText();
    String visit = event.path("visitId").asText("");
    String code = event.path("gtin").asText("");
    boolean taken = kind.equals("TAKE");
    if (visit.isEmpty() || code.isEmpty() || !(taken || kind.equals("PUT_BACK"))) {
      return;
    }
    SortedMap<String, Line> cart = carts.computeIfAbsent(visit, v -> new TreeMap<>());
    int had = cart.containsKey(code) ? cart.get(code).quantity() : 0;
    int has = had + (taken ? 1 : -1) * event.path("quantity").asInt();
    if (has > 0) {
      cart.put(code, new Line(DecisionTrack.name(store, event), has));
    } else {
      cart.remove(code);
    }
    if (topic == null) {
      topic = new JsonTopic(writer, "/carts", "walkout.Cart", Schemas.CART);
    }
    topic.stamped(
        nanos,
        json -> {
          json.writeStringField("visitId", visit);
          json.writeNumberField("items", cart.values().stream().mapToInt(Line::quantity).sum());
          json.writeArrayFieldStart("lines");
          for (Map.Entry<String, Line> line : cart.entrySet()) {
            json.writeStartObject();
            json.writeStringField("product", line.getKey());
            json.writeStringField("name", line.getValue().name());
            json.writeNumberField("quantity", line.getValue().quantity());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
