package io.walkout.billing;

import io.walkout.store.VisitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an answer makes of the line it is about. */
final class AnswerReading {
  private final Review review;
  private final ReceiptLine line;
  private final ReviewAnswer answer;

  AnswerReading(Review review, ReviewAnswer answer) {
    this.review = review;
    this.line = review.line();
    this.answer = answer;
  }

  /** Not yet taken by a charge. Throws {@link ReviewRefusedException} on what can't be charged. */
  ReviewOutcome outcome() {
    ReceiptLine decided = decided();
    VisitId to = decided == null ? null : payer();
    return new ReviewOutcome(
        review.visit(),
        review.number(),
        review.fingerprint(),
        answer.decision(),
        to,
        decided,
        null,
        answer.by(),
        answer.note());
  }

  private VisitId payer() {
    String other = answer.visitId();
    return other == null || other.isBlank() ? review.visit() : new VisitId(other);
  }

  private @Nullable ReceiptLine decided() {
    if (answer.decision() == ReviewAnswer.Decision.DROP) {
      return null;
    }
    String gtin = answer.gtin() == null ? line.gtin() : answer.gtin();
    Integer units = answer.quantity();
    int quantity = units == null ? line.quantity() : units;
    Weighed weighed = weighed(gtin);
    Long price = weighed.unitPriceMinor();
    if (price == null) {
      throw new ReviewRefusedException(
          answer, "is of " + gtin + ", which has no price: it can only be dropped");
    }
    if (price > Pricing.MOST_MINOR / quantity) {
      throw new ReviewRefusedException(
          answer, "is of " + gtin + ", whose price no visit may come to: it can only be dropped");
    }
    new WeighedUnits(line).check(answer, gtin, quantity);
    return new ReceiptLine(
        gtin,
        weighed.name(),
        quantity,
        price,
        certainty(gtin, quantity),
        ReceiptLine.Status.CHARGED,
        null,
        null,
        line.alternatives(),
        line.evidence());
  }

  private record Weighed(String name, @Nullable Long unitPriceMinor) {}

  /** A product that some explanation of the line named: its price at that time is known. */
  private Weighed weighed(String gtin) {
    if (gtin.equals(line.gtin())) {
      boolean priced = line.evidence().noPrice() == null;
      return new Weighed(line.name(), priced ? line.unitPriceMinor() : null);
    }
    for (ReceiptLine.Alternative a : line.alternatives()) {
      if (gtin.equals(a.gtin())) {
        return new Weighed(Objects.requireNonNullElse(a.name(), gtin), a.unitPriceMinor());
      }
    }
    for (LineEvidence.Event e : line.evidence().events()) {
      for (LineEvidence.Explanation x : e.alternatives()) {
        if (gtin.equals(x.gtin())) {
          return new Weighed(Objects.requireNonNullElse(x.name(), gtin), x.unitPriceMinor());
        }
      }
    }
    throw new ReviewRefusedException(
        answer,
        "chooses "
            + gtin
            + ", which is none of the products that were weighed for it: choose one of its"
            + " explanations, or drop it");
  }

  /** How likely the resolver held it; 0 for what it never thought of. */
  private double certainty(String gtin, int quantity) {
    boolean ours = payer().equals(review.visit());
    if (ours && gtin.equals(line.gtin()) && quantity == line.quantity()) {
      return line.certainty();
    }
    for (ReceiptLine.Alternative a : line.alternatives()) {
      String whose = a.visitId() == null ? review.visit().value() : a.visitId();
      if (gtin.equals(a.gtin()) && quantity == a.quantity() && whose.equals(payer().value())) {
        return a.probability();
      }
    }
    return 0;
  }

  /** An outcome in words. */
  static String told(ReviewOutcome o) {
    ReceiptLine line = o.decided();
    return line == null
        ? "dropped"
        : line.quantity() + " x " + line.gtin() + " charged to " + o.chargedTo();
  }
}
