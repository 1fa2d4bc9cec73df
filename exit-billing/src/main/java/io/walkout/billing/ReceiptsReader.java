package io.walkout.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.EventTime;
import io.walkout.store.cart.Assignment;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads receipts that others may have written: an object with {@code receipts}, each with {@code
 * visitId} or {@code target_id} (text or number) and {@code lines} of {@code gtin} and {@code
 * quantity}; the public competition's {@code products} and {@code barcode} are understood as well.
 * What else is there is read if it is known and passed over if not.
 */
final class ReceiptsReader {
  /** More units of one product than any line can hold; sums over a file's lines then fit an int. */
  private static final int MOST_UNITS = 10_000;

  private static final String TAKE = Assignment.Kind.TAKE.name();

  private final Path file;

  private ReceiptsReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException naming file and field if it holds no receipts, or some that
   *     can't be: an unknown status, a certainty outside 0 to 1, a negative price or quantity, a
   *     total that its charged lines do not sum to, a time that is none, a visit's second receipt
   */
  static ReadReceipts read(Path file) throws IOException {
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
    return new ReadReceipts(text(root, "recording"), reader.receipts(root));
  }

  private List<ReadReceipt> receipts(JsonNode root) {
    List<ReadReceipt> receipts = new ArrayList<>();
    Set<String> visits = new HashSet<>();
    int i = 0;
    for (JsonNode node : array(root.path("receipts"), "receipts")) {
      String at = "receipts[" + i++ + "]";
      ReadReceipt receipt = receipt(node, at);
      String visit = receipt.visitId();
      if (visit != null && !visits.add(visit)) {
        throw wrong(at + ".visitId", "expected each visit once, found '" + visit + "' again");
      }
      receipts.add(receipt);
    }
    return receipts;
  }

  private ReadReceipt receipt(JsonNode node, String at) {
    String visit = text(node, "visitId");
    String target = text(node, "target_id");
    if (visit == null && target == null) {
      throw wrong(at, "expected a visitId or a target_id");
    }
    String list = node.has("lines") || !node.has("products") ? "lines" : "products";
    List<ReadReceipt.Line> lines = new ArrayList<>();
    int i = 0;
    for (JsonNode line : array(node.path(list), at + "." + list)) {
      lines.add(line(line, at + "." + list + "[" + i++ + "]"));
    }
    Long total = money(node, "totalMinor", at);
    String status = oneOf(node, "status", at, Receipt.Status.values());
    checkTotal(total, status, lines, at);
    return new ReadReceipt(
        visit,
        target,
        time(node, "enteredAt", at),
        time(node, "exitedAt", at),
        text(node, "currency"),
        total,
        status,
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
    JsonNode quantity = node.path("quantity");
    if (!quantity.isIntegralNumber()
        || !quantity.canConvertToInt()
        || quantity.intValue() < 0
        || quantity.intValue() > MOST_UNITS) {
      throw wrong(
          at + ".quantity",
          "expected a whole number from 0 to " + MOST_UNITS + ", found " + found(quantity));
    }
    String name = text(node, "name");
    String status = oneOf(node, "status", at, ReceiptLine.Status.values());
    return new ReadReceipt.Line(
        gtin,
        name == null ? gtin : name,
        quantity.intValue(),
        money(node, "unitPriceMinor", at),
        share(node, "certainty", at),
        status == null ? ReceiptLine.Status.CHARGED.name() : status,
        node.path("review").path("decision").isTextual(),
        offered(node));
  }

  /** What else a line might be; what is no such thing is passed over, as in any foreign file. */
  private static List<ReadReceipt.Offer> offered(JsonNode line) {
    List<ReadReceipt.Offer> offers = new ArrayList<>();
    for (JsonNode other : line.path("alternatives")) {
      offer(other, offers);
    }
    for (JsonNode event : line.path("evidence").path("events")) {
      for (JsonNode other : event.path("alternatives")) {
        if (TAKE.equals(text(other, "kind"))) {
          offer(other, offers);
        }
      }
    }
    return offers;
  }

  private static void offer(JsonNode node, List<ReadReceipt.Offer> offers) {
    JsonNode quantity = node.path("quantity");
    if (quantity.canConvertToInt()
        && quantity.intValue() >= 0
        && quantity.intValue() <= MOST_UNITS) {
      offers.add(
          new ReadReceipt.Offer(text(node, "visitId"), text(node, "gtin"), quantity.intValue()));
    }
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

  /** A total is the sum of the charged lines, or nothing where the charge was not approved. */
  private void checkTotal(
      @Nullable Long total, @Nullable String status, List<ReadReceipt.Line> lines, String at) {
    boolean approved = status == null || status.equals(Receipt.Status.CHARGED.name());
    if (total == null || (total == 0 && !approved)) {
      return;
    }
    BigInteger sum = BigInteger.ZERO;
    for (ReadReceipt.Line line : lines) {
      Long price = line.unitPriceMinor();
      if (line.isInReview()) {
        continue;
      }
      if (price == null) {
        return;
      }
      sum = sum.add(BigInteger.valueOf(price).multiply(BigInteger.valueOf(line.quantity())));
    }
    if (!sum.equals(BigInteger.valueOf(total))) {
      throw wrong(
          at + ".totalMinor", "expected the sum of its charged lines, " + sum + ", found " + total);
    }
  }

  private @Nullable Long money(JsonNode node, String field, String at) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw wrong(
          at + "." + field,
          "expected a whole number from 0 to " + Long.MAX_VALUE + ", found " + value);
    }
    return value.longValue();
  }

  private @Nullable String time(JsonNode node, String field, String at) {
    String iso = text(node, field);
    if (iso != null) {
      try {
        EventTime.parse(iso);
      } catch (DateTimeException | ArithmeticException e) {
        throw wrong(
            at + "." + field,
            "expected a time such as 2026-01-31T12:00:00.250Z, found " + node.path(field));
      }
    }
    return iso;
  }

  private @Nullable Double share(JsonNode node, String field, String at) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
      throw wrong(at + "." + field, "expected a number from 0 to 1, found " + value);
    }
    return value.doubleValue();
  }

  private @Nullable String oneOf(JsonNode node, String field, String at, Enum<?>... known) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    for (Enum<?> one : known) {
      if (value.isTextual() && value.asText().equals(one.name())) {
        return one.name();
      }
    }
    throw wrong(
        at + "." + field,
        "expected "
            + Stream.of(known).map(Enum::name).collect(Collectors.joining(", "))
            + ", found "
            + value);
  }

  private static String found(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  private IllegalArgumentException wrong(String at, String expected) {
    return new IllegalArgumentException(file + ", " + at + ": " + expected);
  }
}
