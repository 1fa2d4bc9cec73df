package io.walkout.billing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * {@code receipts.json}: what a run charged, for others to read. The same receipts always make the
 * same bytes: ordered by entering, then visit; UTF-8, line feeds, decimals written plainly.
 */
public final class ReceiptsFile {
  private ReceiptsFile() {}

  /**
   * Writes the file whole or not at all: to a temporary file beside it, fsynced, then renamed.
   *
   * @throws IOException if it can't be written; an earlier file of that name is then untouched
   */
  public static void write(Path file, String recordingName, List<Receipt> receipts)
      throws IOException {
    WholeFile.write(file, bytes(recordingName, receipts));
  }

  /** The receipts of a file, written by us or by others. See {@link ReceiptsReader}. */
  public static ReadReceipts read(Path file) throws IOException {
    return ReceiptsReader.read(file);
  }

  static byte[] bytes(String recordingName, List<Receipt> receipts) throws IOException {
    ObjectNode root = ReceiptJson.MAPPER.createObjectNode();
    root.put("recording", Pricing.wellFormed(recordingName));
    ArrayNode array = root.putArray("receipts");
    receipts.stream()
        .sorted(Comparator.comparingLong(Receipt::enteredNanos).thenComparing(Receipt::visit))
        .forEach(r -> array.add(node(r)));
    return ReceiptJson.pretty(root);
  }

  private static ObjectNode node(Receipt r) {
    ObjectNode node = ReceiptJson.MAPPER.createObjectNode();
    node.put("visitId", r.visit().value());
    if (r.targetId() != null) {
      node.put("target_id", Pricing.wellFormed(r.targetId()));
    }
    node.put("enteredAt", EventTime.iso(r.enteredNanos()));
    node.put("exitedAt", EventTime.iso(r.exitedNanos()));
    node.put("currency", r.currency().getCurrencyCode());
    node.put("totalMinor", r.totalMinor());
    node.put("status", r.status().name());
    if (r.reason() != null) {
      node.put("reason", r.reason());
    }
    node.putPOJO("lines", r.lines());
    if (!r.decidedAway().isEmpty()) {
      node.putPOJO("decidedAway", r.decidedAway());
    }
    return node;
  }
}
