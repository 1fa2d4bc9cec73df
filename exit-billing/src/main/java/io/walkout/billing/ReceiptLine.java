package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.walkout.store.cart.Assignment;
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
    List<Alternative> alternatives,
    Evidence evidence) {
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
        alternatives,
        evidence);
  }

  /**
   * Another reading of a line.
   *
   * @param gtin what it might be instead, or null for nothing at all
   * @param name of that product, or null
   * @param quantity how many
   * @param person the number of who might hold it instead, or null for the same person
   * @param probability how likely, 0..1
   */
  @JsonPropertyOrder({"gtin", "name", "quantity", "person", "probability"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Alternative(
      @Nullable String gtin,
      @Nullable String name,
      int quantity,
      @Nullable Long person,
      double probability) {}

  /**
   * What was measured for a line.
   *
   * @param events takes and put-backs in event-time order
   */
  public record Evidence(List<Event> events) {
    /** Copies the list. */
    public Evidence {
      events = List.copyOf(events);
    }
  }

  /**
   * One shelf change behind a line.
   *
   * @param kind what was done
   * @param startAt last moment of the old load
   * @param endAt first moment of the new load
   * @param shelf where, "gondola/shelf"
   * @param quantity units moved
   * @param probability of this reading of the change, 0..1
   * @param deltaGrams change of load
   * @param sigmaGrams its standard deviation
   * @param plates the share of each plate
   * @param reachMetres how near the person's nearest known part was, or null if unseen
   * @param reachedWith which part that was
   * @param alternatives other readings of the change
   */
  @JsonPropertyOrder({
    "kind",
    "startAt",
    "endAt",
    "shelf",
    "quantity",
    "probability",
    "deltaGrams",
    "sigmaGrams",
    "plates",
    "reachMetres",
    "reachedWith",
    "alternatives"
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      Assignment.Kind kind,
      String startAt,
      String endAt,
      String shelf,
      int quantity,
      double probability,
      @Nullable Double deltaGrams,
      @Nullable Double sigmaGrams,
      List<Plate> plates,
      @Nullable Double reachMetres,
      String reachedWith,
      List<Explanation> alternatives) {
    /** Copies the lists. */
    public Event {
      plates = List.copyOf(plates);
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * The share of one plate.
   *
   * @param plate its address, "gondola/shelf/plate"
   * @param deltaGrams change of its load, or null if not known
   * @param sigmaGrams standard deviation of that, or null if not known
   */
  @JsonPropertyOrder({"plate", "deltaGrams", "sigmaGrams"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Plate(String plate, @Nullable Double deltaGrams, @Nullable Double sigmaGrams) {}

  /**
   * Another reading of one shelf change.
   *
   * @param kind what was done
   * @param person the number of who did it, or null for nobody
   * @param gtin with what, or null
   * @param quantity how many units
   * @param probability how likely, 0..1
   */
  @JsonPropertyOrder({"kind", "person", "gtin", "quantity", "probability"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Explanation(
      Assignment.Kind kind,
      @Nullable Long person,
      @Nullable String gtin,
      int quantity,
      double probability) {}
}
