package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.walkout.store.VisitId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit bought and what became of the money. {@code totalMinor} is what was charged: the sum
 * of quantity times unit price over the lines that are {@link ReceiptLine.Status#CHARGED}, and zero
 * while no charge is approved.
 *
 * @param visit which visit
 * @param targetId the identity another tracker gave the person, or null
 * @param enteredNanos first sight, event time
 * @param exitedNanos last sight, event time
 * @param currency of all amounts
 * @param totalMinor what was charged, minor units
 * @param dueMinor what the visit owes for certain lines: the total once it is charged
 * @param status see {@link Status}
 * @param reason why not all that was due was charged, or null
 * @param lines in the order of first take; then those that a reviewer moved here from other visits
 * @param decidedAway lines that a reviewer dropped or moved to another visit
 * @param payments the charges behind it, at least one: for what was certain, then for what reviews
 *     added
 */
public record Receipt(
    VisitId visit,
    @Nullable String targetId,
    long enteredNanos,
    long exitedNanos,
    Currency currency,
    long totalMinor,
    long dueMinor,
    Status status,
    @Nullable String reason,
    List<ReceiptLine> lines,
    List<DecidedAway> decidedAway,
    List<Payment> payments) {
  /** Copies the lists; asserts that the total is the sum of the charged lines. */
  public Receipt {
    lines = List.copyOf(lines);
    decidedAway = List.copyOf(decidedAway);
    payments = List.copyOf(payments);
    long sum = 0;
    for (ReceiptLine line : lines) {
      if (line.status() == ReceiptLine.Status.CHARGED) {
        sum = Math.addExact(sum, line.amountMinor());
      }
    }
    if (sum != totalMinor) {
      throw new IllegalStateException(
          "receipt of " + visit + " says " + totalMinor + " but its charged lines sum to " + sum);
    }
  }

  /** The charge made when the visit ended, or the first that a review made. */
  public Payment payment() {
    return payments.getFirst();
  }

  /**
   * A line that is on this receipt no more.
   *
   * @param review the review that decided it
   * @param decision how
   * @param gtin the product it was for
   * @param quantity how many it said
   * @param visitId the visit it was moved to, or null if it was dropped
   */
  @JsonPropertyOrder({"review", "decision", "gtin", "quantity", "visitId"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecidedAway(
      String review,
      ReviewAnswer.Decision decision,
      String gtin,
      int quantity,
      @Nullable String visitId) {}

  /** How the visit ended for the shopper. */
  public enum Status {
    /**
     * The lines that are certain were charged (or cost nothing); others may be in review and were
     * not.
     */
    CHARGED,
    /**
     * Nothing was charged: every line is in review, or it is not yet known what the gateway did.
     */
    IN_REVIEW,
    /** The visit took nothing. */
    EMPTY,
    /** The gateway refused the charge; what is due stays owed. */
    DECLINED
  }

  /**
   * The charge behind a receipt.
   *
   * @param state where it stands, or null where nothing was to be charged
   * @param account who pays; names a credential, so neither printed nor logged
   * @param idempotencyKey its key, or null where nothing was to be charged
   * @param reference the gateway's name for it, or null unless approved
   */
  public record Payment(
      @Nullable ChargeState state,
      String account,
      @Nullable String idempotencyKey,
      @Nullable String reference) {
    /** Whether the shopper showed no credential. */
    public boolean isGuest() {
      return account.startsWith(Visits.GUEST);
    }

    @Override
    public String toString() {
      return "Payment[" + state + ", " + idempotencyKey + ", " + reference + "]";
    }
  }
}
