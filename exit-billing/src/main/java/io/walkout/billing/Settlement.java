package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.VisitId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit owes, decided once. The receipt is this and the state of its charge.
 *
 * @param visit which visit
 * @param targetId the identity another tracker gave the person, or null
 * @param account who pays
 * @param currency of all amounts
 * @param dueMinor sum of the lines to be charged
 * @param enteredNanos first sight
 * @param exitedNanos last sight; the event time of all that follows from it
 * @param cartSha256 the cart it was made from
 * @param lines those to be charged marked CHARGED, the others IN_REVIEW with a reason
 */
record Settlement(
    VisitId visit,
    @Nullable String targetId,
    String account,
    Currency currency,
    long dueMinor,
    long enteredNanos,
    long exitedNanos,
    String cartSha256,
    List<ReceiptLine> lines) {
  Settlement {
    lines = List.copyOf(lines);
  }

  Money due() {
    return new Money(dueMinor, currency);
  }

  /** Whether a charge belongs to it. */
  boolean isToBeCharged() {
    return dueMinor > 0;
  }

  /** The receipt, given where the charge stands; null where none was to be made. */
  Receipt receipt(@Nullable Charge charge) {
    if (charge == null) {
      Receipt.Status status =
          lines.isEmpty()
              ? Receipt.Status.EMPTY
              : lines.stream().anyMatch(l -> l.status() == ReceiptLine.Status.CHARGED)
                  ? Receipt.Status.CHARGED
                  : Receipt.Status.IN_REVIEW;
      return receipt(status, 0, null, lines, new Receipt.Payment(null, account, null, null));
    }
    var payment =
        new Receipt.Payment(
            charge.state(), account, charge.request().idempotencyKey(), charge.reference());
    return switch (charge.state()) {
      case APPROVED -> receipt(Receipt.Status.CHARGED, dueMinor, null, lines, payment);
      case DECLINED ->
          unpaid(Receipt.Status.DECLINED, "payment declined: " + charge.reason(), payment);
      case UNKNOWN ->
          unpaid(
              Receipt.Status.IN_REVIEW, "payment not yet confirmed: " + charge.reason(), payment);
      case INTENT -> unpaid(Receipt.Status.IN_REVIEW, "payment not yet asked for", payment);
    };
  }

  private Receipt unpaid(Receipt.Status status, String why, Receipt.Payment payment) {
    List<ReceiptLine> unpaid =
        lines.stream()
            .map(l -> l.status() == ReceiptLine.Status.CHARGED ? l.inReview(why) : l)
            .toList();
    return receipt(status, 0, why, unpaid, payment);
  }

  private Receipt receipt(
      Receipt.Status status,
      long totalMinor,
      @Nullable String reason,
      List<ReceiptLine> shown,
      Receipt.Payment payment) {
    return new Receipt(
        visit,
        targetId,
        enteredNanos,
        exitedNanos,
        currency,
        totalMinor,
        dueMinor,
        status,
        reason,
        shown,
        payment);
  }

  /** Without the account, which names a credential. */
  @Override
  public String toString() {
    return "Settlement[" + visit + ", " + due() + ", " + lines.size() + " lines]";
  }
}
