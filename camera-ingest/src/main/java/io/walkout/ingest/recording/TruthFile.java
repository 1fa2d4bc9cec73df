package io.walkout.ingest.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code truth.json}: seconds, "pick" and "putback", gondola, shelf, plates. */
final class TruthFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<Truth.Event> events = new ArrayList<>();
  private final List<Truth.Deed> deeds = new ArrayList<>();

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
      return new TruthFile().truth(root);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private Truth truth(JsonNode root) {
    List<Truth.Receipt> receipts = new ArrayList<>();
    for (JsonNode receipt : required(root, "receipts", "")) {
      receipts.add(receipt(receipt, "receipts[" + receipts.size() + "]"));
    }
    int index = 0;
    for (JsonNode event : root.path("events")) {
      add(event, "events[" + index++ + "]");
    }
    List<String> faults = new ArrayList<>();
    root.path("faults").forEach(fault -> faults.add(fault.asText()));
    JsonNode seed = root.path("seed");
    if (!seed.isMissingNode() && !seed.isNull() && !seed.canConvertToExactIntegral()) {
      throw new IllegalArgumentException("seed: expected a whole number, found " + seed);
    }
    return new Truth(
        root.path("case").asText(""),
        receipts,
        events,
        deeds,
        new Truth.Origin(
            text(root, "scenario"), seed.isNumber() ? seed.longValue() : null, faults));
  }

  private static Truth.Receipt receipt(JsonNode node, String at) {
    List<Truth.Item> items = new ArrayList<>();
    for (JsonNode product : node.path("products")) {
      String place = at + ".products[" + items.size() + "]";
      items.add(
          new Truth.Item(
              code(product, place), quantity(product, place), product.path("name").asText("")));
    }
    return new Truth.Receipt(
        required(node, "target_id", at).asText(),
        items,
        text(node, "party"),
        time(node, "entered", at),
        time(node, "left", at));
  }

  private void add(JsonNode node, String at) {
    String spelled = required(node, "kind", at).asText();
    Truth.Event.Kind move = move(spelled);
    if (move != null) {
      events.add(
          new Truth.Event(
              seconds(node, at),
              move,
              required(node, "target_id", at).asText(),
              code(node, at),
              quantity(node, at),
              plates(node, at),
              place(node, at)));
      return;
    }
    for (Truth.Deed.Kind kind : Truth.Deed.Kind.values()) {
      if (spelling(kind).equals(spelled)) {
        deeds.add(deed(kind, node, at));
      }
    }
  }

  private static Truth.Deed deed(Truth.Deed.Kind kind, JsonNode node, String at) {
    boolean hasProduct = node.hasNonNull("barcode");
    return new Truth.Deed(
        seconds(node, at),
        kind,
        required(node, "target_id", at).asText(),
        text(node, "to"),
        hasProduct ? code(node, at) : null,
        hasProduct ? quantity(node, at) : 0,
        plates(node, at),
        place(node, at));
  }

  /** How a kind is spelled: HAND_OVER is "hand-over". */
  static String spelling(Truth.Deed.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Truth.Event.@Nullable Kind move(String spelled) {
    return switch (spelled) {
      case "pick", "take" -> Truth.Event.Kind.TAKE;
      case "putback", "put-back", "put_back" -> Truth.Event.Kind.PUT_BACK;
      default -> null;
    };
  }

  private static List<PlateId> plates(JsonNode node, String at) {
    List<PlateId> plates = new ArrayList<>();
    for (JsonNode plate : node.path("plates")) {
      plates.add(
          new PlateId(
              required(node, "gondola", at).asInt(),
              required(node, "shelf", at).asInt(),
              plate.asInt()));
    }
    return plates;
  }

  private static @Nullable Vec3 place(JsonNode node, String at) {
    if (!node.has("x") && !node.has("y") && !node.has("z")) {
      return null;
    }
    return new Vec3(metres(node, "x", at), metres(node, "y", at), metres(node, "z", at));
  }

  private static double metres(JsonNode node, String field, String at) {
    JsonNode value = required(node, field, at);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException(at + "." + field + ": expected metres, found " + value);
    }
    return value.doubleValue();
  }

  private static long seconds(JsonNode node, String at) {
    return nanos(required(node, "t", at), "t", at);
  }

  private static @Nullable Long time(JsonNode node, String field, String at) {
    return node.hasNonNull(field) ? nanos(node.path(field), field, at) : null;
  }

  private static long nanos(JsonNode seconds, String field, String at) {
    if (!seconds.isNumber()) {
      throw new IllegalArgumentException(
          at + "." + field + ": expected epoch seconds, found " + seconds);
    }
    BigDecimal value = seconds.decimalValue();
    try {
      return value.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          at + "." + field + ": expected epoch seconds, found " + value.toPlainString(), e);
    }
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

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }

  private static JsonNode required(JsonNode node, String field, String at) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException(at + (at.isEmpty() ? "" : ".") + field + " is missing");
    }
    return value;
  }
}
