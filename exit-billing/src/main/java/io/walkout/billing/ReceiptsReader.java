package io.walkout.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads receipts that others may have written: an object with {@code receipts}, each with {@code
 * visitId} or {@code target_id} (text or number) and {@code lines} of {@code gtin} and {@code
 * quantity}; the public competition's {@code products} and {@code barcode} are understood as well.
 * What else is there is read if it is known and passed over if not.
 */
final class ReceiptsReader {
  private final Path file;

  private ReceiptsReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException naming file and field if it holds no receipts
   */
  static List<ReadReceipt> read(Path file) throws IOException {
    ReceiptsReader reader = new ReceiptsReader(file);
    JsonNode root;
    try {
      root = ReceiptJson.MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new IllegalArgumentException(
          file
              + (at == null ? "" : ":" + at.getLineNr())
              + ": this is no JSON: "
              + e.getOriginalMessage(),
          e);
    }
    List<ReadReceipt> receipts = new ArrayList<>();
    int i = 0;
    for (JsonNode node : reader.array(root.path("receipts"), "receipts")) {
      receipts.add(reader.receipt(node, "receipts[" + i++ + "]"));
    }
    return receipts;
  }

  private ReadReceipt receipt(JsonNode node, String at) {
    String visit = text(node, "visitId");
    String target = text(node, "target_id");
    if (visit == null && target == null) {
      throw wrong(at, "expected a visitId or a target_id");
    }
    String list = node.has("lines") ? "lines" : "products";
    List<ReadReceipt.Line> lines = new ArrayList<>();
    int i = 0;
    for (JsonNode line : array(node.path(list), at + "." + list)) {
      lines.add(line(line, at + "." + list + "[" + i++ + "]"));
    }
    return new ReadReceipt(
        visit,
        target,
        text(node, "enteredAt"),
        text(node, "exitedAt"),
        text(node, "currency"),
        whole(node, "totalMinor", at),
        text(node, "status"),
        lines);
  }

  private ReadReceipt.Line line(JsonNode node, String at) {
    String gtin = text(node, "gtin");
    if (gtin == null) {
      gtin = text(node, "barcode");
    }
    if (gtin == null) {
      throw wrong(at, "expected a gtin");
    }
    Long quantity = whole(node, "quantity", at);
    if (quantity == null || quantity < 0 || quantity > Integer.MAX_VALUE) {
      throw wrong(at + ".quantity", "expected a whole number from 0, found " + quantity);
    }
    String name = text(node, "name");
    String status = text(node, "status");
    JsonNode certainty = node.path("certainty");
    return new ReadReceipt.Line(
        gtin,
        name == null ? gtin : name,
        quantity.intValue(),
        whole(node, "unitPriceMinor", at),
        certainty.isNumber() ? certainty.doubleValue() : null,
        status == null ? ReceiptLine.Status.CHARGED.name() : status);
  }

  private JsonNode array(JsonNode node, String at) {
    if (!node.isArray()) {
      throw wrong(at, "expected a list");
    }
    return node;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private @Nullable Long whole(JsonNode node, String field, String at) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(at + "." + field, "expected a whole number, found " + value);
    }
    return value.longValue();
  }

  private IllegalArgumentException wrong(String at, String expected) {
    return new IllegalArgumentException(file + ", " + at + ": " + expected);
  }
}
