package io.walkout.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as a file tells it, whoever wrote the file. Only what it bought is certain to be there.
 *
 * @param visitId the visit, or null if the file names none
 * @param targetId the person as another tracker names them, or null
 * @param enteredAt ISO 8601, or null
 * @param exitedAt ISO 8601, or null
 * @param currency ISO 4217 code, or null
 * @param totalMinor what was charged, or null
 * @param status CHARGED, IN_REVIEW, EMPTY or DECLINED, or null
 * @param lines what was bought
 */
public record ReadReceipt(
    @Nullable String visitId,
    @Nullable String targetId,
    @Nullable String enteredAt,
    @Nullable String exitedAt,
    @Nullable String currency,
    @Nullable Long totalMinor,
    @Nullable String status,
    List<Line> lines) {
  /** Copies the list. */
  public ReadReceipt {
    lines = List.copyOf(lines);
  }

  /**
   * One product.
   *
   * @param gtin its code
   * @param name for people; the code where the file has none
   * @param quantity how many, at least 0
   * @param unitPriceMinor price of one, or null
   * @param certainty 0..1, or null
   * @param status CHARGED or IN_REVIEW; CHARGED where the file has none
   * @param decided whether a reviewer decided it: its certainty is then the resolver's of what the
   *     reviewer chose
   * @param offered what else it might be, by the line itself and then by its evidence, in their
   *     order
   */
  public record Line(
      String gtin,
      String name,
      int quantity,
      @Nullable Long unitPriceMinor,
      @Nullable Double certainty,
      String status,
      boolean decided,
      List<Offer> offered) {
    /** Copies the list. */
    public Line {
      offered = List.copyOf(offered);
    }

    /** A line of which the file offers no other reading. */
    public Line(
        String gtin,
        String name,
        int quantity,
        @Nullable Long unitPriceMinor,
        @Nullable Double certainty,
        String status,
        boolean decided) {
      this(gtin, name, quantity, unitPriceMinor, certainty, status, decided, List.of());
    }

    /** Whether it waits for a decision. */
    public boolean isInReview() {
      return status.equals(ReceiptLine.Status.IN_REVIEW.name());
    }
  }

  /**
   * Another reading of a line: what a reviewer may choose in its place.
   *
   * @param visitId whose it would be, or null for the receipt's own visit
   * @param gtin the product, or null for none
   * @param quantity how many; 0 for none of it
   */
  public record Offer(@Nullable String visitId, @Nullable String gtin, int quantity) {}
}
