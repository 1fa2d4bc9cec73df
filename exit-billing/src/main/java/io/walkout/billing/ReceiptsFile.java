package io.walkout.billing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code receipts.json}: what a run charged, for others to read. The same receipts always make the
 * same bytes: ordered by entering, then visit; UTF-8, line feeds, decimals written plainly. Visits
 * that one account pays for name the first of them as their {@code account}: no credential is told.
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
    List<Receipt> sorted =
        receipts.stream()
            .sorted(Comparator.comparingLong(Receipt::enteredNanos).thenComparing(Receipt::visit))
            .toList();
    Map<String, List<Receipt>> byAccount =
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.payment().account(), TreeMap::new, Collectors.toList()));
    for (Receipt r : sorted) {
      array.add(node(r, byAccount.getOrDefault(r.payment().account(), List.of(r))));
    }
    return ReceiptJson.pretty(root);
  }

  /** A receipt; of several on one account each names the first visit of them, no credential. */
  private static ObjectNode node(Receipt r, List<Receipt> onAccount) {
    ObjectNode node = ReceiptJson.MAPPER.createObjectNode();
    node.put("visitId", r.visit().value());
    if (r.targetId() != null) {
      node.put("target_id", Pricing.wellFormed(r.targetId()));
    }
    if (onAccount.size() > 1) {
      node.put("account", onAccount.getFirst().visit().value());
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
