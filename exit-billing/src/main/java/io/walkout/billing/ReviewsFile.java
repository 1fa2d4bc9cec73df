package io.walkout.billing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.EventTime;
import io.walkout.store.ReviewThreshold;
import io.walkout.store.VisitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code reviews.json}: what waits for a reviewer, with all that they need to decide, and what was
 * decided. The same reviews always make the same bytes. {@code docs/operating/reviews.md} says what
 * each member means, {@code docs/integrating/reviews.schema.json} gives its schema.
 */
public final class ReviewsFile {
  private ReviewsFile() {}

  /**
   * Writes the file whole or not at all.
   *
   * @param threshold the store's: {@code reviewBelow} if it is one number, else {@code reviewCosts}
   * @throws IOException if it can't be written; an earlier file of that name is then untouched
   */
  public static void write(
      Path file, String recordingName, ReviewThreshold threshold, List<Review> reviews)
      throws IOException {
    WholeFile.write(file, ReceiptJson.pretty(tree(recordingName, threshold, reviews)));
  }

  /** The file's content as JSON text, without the line feed at its end. */
  public static String json(String recordingName, ReviewThreshold threshold, List<Review> reviews)
      throws IOException {
    byte[] json = ReceiptJson.pretty(tree(recordingName, threshold, reviews));
    return new String(json, StandardCharsets.UTF_8).stripTrailing();
  }

  private static ObjectNode tree(
      String recordingName, ReviewThreshold threshold, List<Review> reviews) {
    ObjectNode root = ReceiptJson.MAPPER.createObjectNode();
    root.put("recording", Pricing.wellFormed(recordingName));
    switch (threshold) {
      case ReviewThreshold.Fixed fixed ->
          root.set("reviewBelow", ReceiptJson.MAPPER.valueToTree(fixed.certainty()));
      case ReviewThreshold.FromCosts costs ->
          root.set("reviewCosts", ReceiptJson.MAPPER.valueToTree(costs.costs()));
    }
    root.put("open", reviews.stream().filter(Review::isOpen).count());
    ArrayNode array = root.putArray("reviews");
    reviews.stream()
        .sorted(
            Comparator.comparingLong(Review::enteredNanos)
                .thenComparing(Review::visit)
                .thenComparingInt(Review::number))
        .forEach(r -> array.add(node(r)));
    return root;
  }

  private static ObjectNode node(Review r) {
    ObjectNode node = ReceiptJson.MAPPER.createObjectNode();
    node.put("review", r.id());
    node.put("fingerprint", r.fingerprint());
    node.put("status", r.isOpen() ? "OPEN" : "DECIDED");
    node.put("visitId", r.visit().value());
    node.put("enteredAt", EventTime.iso(r.enteredNanos()));
    node.put("exitedAt", EventTime.iso(r.exitedNanos()));
    node.put("line", r.number());
    String reason = r.line().reason();
    if (reason != null) {
      node.put("reason", reason);
    }
    ArrayNode explanations = node.putArray("explanations");
    for (ReviewExplanation e : ReviewExplanation.of(r)) {
      explanations.add(ReceiptJson.MAPPER.<ObjectNode>valueToTree(e));
    }
    node.set("watch", ReceiptJson.MAPPER.valueToTree(watch(r)));
    node.set("evidence", ReceiptJson.MAPPER.valueToTree(r.line().evidence()));
    ReviewOutcome outcome = r.outcome();
    if (outcome != null) {
      node.set("outcome", outcome(outcome));
    }
    return node;
  }

  /** What to look at, in the order it happened; of each change the cameras that see it best. */
  private static List<LineEvidence.Clip> watch(Review r) {
    List<LineEvidence.Clip> clips = new ArrayList<>();
    for (LineEvidence.Event e : r.line().evidence().events()) {
      for (LineEvidence.Clip clip : e.watch()) {
        if (!clips.contains(clip)) {
          clips.add(clip);
        }
      }
    }
    return clips;
  }

  private static ObjectNode outcome(ReviewOutcome o) {
    ObjectNode node = ReceiptJson.MAPPER.createObjectNode();
    node.put("decision", o.decision().name());
    VisitId to = o.chargedTo();
    ReceiptLine line = o.decided();
    if (to != null && line != null) {
      node.put("visitId", to.value());
      node.put("gtin", line.gtin());
      node.put("name", line.name());
      node.put("quantity", line.quantity());
      node.put("amountMinor", o.amountMinor());
    }
    String by = o.by();
    if (by != null) {
      node.put("by", by);
    }
    String note = o.note();
    if (note != null) {
      node.put("note", note);
    }
    return node;
  }
}
