package io.walkout.ingest.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spelling of {@code truth.json}: seconds, "pick" and "putback", gondola, shelf, plates. */
final class TruthFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private TruthFile() {}

  static Truth read(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
    try {
      List<Truth.Receipt> receipts = new ArrayList<>();
      for (JsonNode receipt : required(root, "receipts", "")) {
        receipts.add(receipt(receipt, "receipts[" + receipts.size() + "]"));
      }
      List<Truth.Event> events = new ArrayList<>();
      int index = 0;
      for (JsonNode event : root.path("events")) {
        Truth.Event read = event(event, "events[" + index++ + "]");
        if (read != null) {
          events.add(read);
        }
      }
      return new Truth(root.path("case").asText(""), receipts, events);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Truth.Receipt receipt(JsonNode node, String at) {
    List<Truth.Item> items = new ArrayList<>();
    for (JsonNode product : node.path("products")) {
      String place = at + ".products[" + items.size() + "]";
      items.add(
          new Truth.Item(
              code(product, place), quantity(product, place), product.path("name").asText("")));
    }
    return new Truth.Receipt(required(node, "target_id", at).asText(), items);
  }

  private static Truth.@Nullable Event event(JsonNode node, String at) {
    Truth.Event.Kind kind = kind(required(node, "kind", at).asText());
    if (kind == null) {
      return null;
    }
    JsonNode seconds = required(node, "t", at);
    if (!seconds.isNumber()) {
      throw new IllegalArgumentException(at + ".t: expected epoch seconds, found " + seconds);
    }
    List<PlateId> plates = new ArrayList<>();
    for (JsonNode plate : node.path("plates")) {
      plates.add(
          new PlateId(
              required(node, "gondola", at).asInt(),
              required(node, "shelf", at).asInt(),
              plate.asInt()));
    }
    return new Truth.Event(
        nanos(seconds.decimalValue(), at),
        kind,
        required(node, "target_id", at).asText(),
        code(node, at),
        quantity(node, at),
        plates);
  }

  private static long nanos(BigDecimal seconds, String at) {
    try {
      return seconds.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          at + ".t: expected epoch seconds, found " + seconds.toPlainString(), e);
    }
  }

  private static Truth.Event.@Nullable Kind kind(String spelled) {
    return switch (spelled) {
      case "pick", "take" -> Truth.Event.Kind.TAKE;
      case "putback", "put-back", "put_back" -> Truth.Event.Kind.PUT_BACK;
      default -> null;
    };
  }

  private static ProductCode code(JsonNode node, String at) {
    String code = required(node, "barcode", at).asText();
    if (code.isBlank()) {
      throw new IllegalArgumentException(at + ".barcode is blank");
    }
    return new ProductCode(code);
  }

  private static int quantity(JsonNode node, String at) {
    int quantity = node.path("quantity").asInt(1);
    if (quantity < 1) {
      throw new IllegalArgumentException(
          at + ".quantity: expected at least 1, found " + node.path("quantity"));
    }
    return quantity;
  }

  private static JsonNode required(JsonNode node, String field, String at) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException(at + (at.isEmpty() ? "" : ".") + field + " is missing");
    }
    return value;
  }

  static void write(Truth truth, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("case", truth.caseName());
    ArrayNode receipts = root.putArray("receipts");
    for (Truth.Receipt receipt : truth.receipts()) {
      ObjectNode node = receipts.addObject().put("target_id", receipt.targetId());
      ArrayNode products = node.putArray("products");
      for (Truth.Item item : receipt.products()) {
        products
            .addObject()
            .put("barcode", item.barcode().value())
            .put("quantity", item.quantity())
            .put("name", item.name());
      }
    }
    ArrayNode events = root.putArray("events");
    for (Truth.Event event : truth.events()) {
      write(event, events.addObject());
    }
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static void write(Truth.Event event, ObjectNode node) {
    node.put("t", BigDecimal.valueOf(event.captureNanos(), 9));
    node.put("kind", event.kind() == Truth.Event.Kind.TAKE ? "pick" : "putback");
    node.put("target_id", event.targetId());
    node.put("barcode", event.barcode().value());
    node.put("quantity", event.quantity());
    if (!event.plates().isEmpty()) {
      ShelfId shelf = event.plates().getFirst().shelfId();
      node.put("gondola", shelf.gondola());
      node.put("shelf", shelf.shelf());
      ArrayNode plates = node.putArray("plates");
      event.plates().forEach(plate -> plates.add(plate.plate()));
    }
  }
}
