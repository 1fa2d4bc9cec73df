package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product on a receipt. This is the form that the ledger keeps and that receipts.json shows:
 * certainty and probabilities are cut to four decimals, grams rounded to 0.01, reach to 0.001 m,
 * times are ISO 8601 in UTC to the millisecond.
 *
 * @param gtin the product's code as the catalogue spells it
 * @param name for people
 * @param quantity how many, at least 1
 * @param unitPriceMinor price of one; 0 where no price is known, which is then the reason
 * @param certainty probability that the line is right, 0..1
 * @param status whether it is charged
 * @param reason why it is in review, or null
 * @param review how it stands with review, or null for a line that never needed one
 * @param alternatives what else it might be, best first
 * @param evidence what was measured
 */
@JsonPropertyOrder({
  "gtin",
  "name",
  "quantity",
  "unitPriceMinor",
  "certainty",
  "status",
  "reason",
  "review",
  "alternatives",
  "evidence"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptLine(
    String gtin,
    String name,
    int quantity,
    long unitPriceMinor,
    double certainty,
    Status status,
    @Nullable String reason,
    @Nullable ReviewMark review,
    List<Alternative> alternatives,
    LineEvidence evidence) {
  /** Copies the list. */
  public ReceiptLine {
    alternatives = List.copyOf(alternatives);
  }

  /** Whether a line is charged. */
  public enum Status {
    /** Certain enough, and paid. */
    CHARGED,
    /** Not charged until someone decides. */
    IN_REVIEW
  }

  /** Quantity times unit price. Throws {@link ArithmeticException} on overflow. */
  @JsonIgnore
  public long amountMinor() {
    return Math.multiplyExact(unitPriceMinor, (long) quantity);
  }

  /** This line, not charged for that reason. */
  ReceiptLine inReview(String why) {
    return new ReceiptLine(
        gtin,
        name,
        quantity,
        unitPriceMinor,
        certainty,
        Status.IN_REVIEW,
        why,
        review,
        alternatives,
        evidence);
  }

  /** This line with that mark. */
  ReceiptLine marked(ReviewMark mark) {
    return new ReceiptLine(
        gtin,
        name,
        quantity,
        unitPriceMinor,
        certainty,
        status,
        reason,
        mark,
        alternatives,
        evidence);
  }

  /**
   * How a line stands with review.
   *
   * @param id names the review in reviews.json and in answers
   * @param decision what was decided, or null while nobody has
   */
  @JsonPropertyOrder({"id", "decision"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReviewMark(String id, ReviewAnswer.@Nullable Decision decision) {}

  /**
   * Another reading of a line.
   *
   * @param gtin what it might be instead, or null for nothing at all
   * @param name of that product, or null
   * @param quantity how many
   * @param visitId the visit of who might hold it instead, or null for the same
   * @param probability how likely, 0..1
   * @param unitPriceMinor what one unit would cost, or null if it has no price
   * @param unitGrams what one unit weighs by the catalogue, or null
   */
  @JsonPropertyOrder({
    "gtin",
    "name",
    "quantity",
    "visitId",
    "probability",
    "unitPriceMinor",
    "unitGrams"
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Alternative(
      @Nullable String gtin,
      @Nullable String name,
      int quantity,
      @Nullable String visitId,
      double probability,
      @Nullable Long unitPriceMinor,
      @Nullable Double unitGrams) {}
}
