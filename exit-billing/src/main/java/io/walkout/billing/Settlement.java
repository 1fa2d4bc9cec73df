package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.VisitId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit owes when it ends, decided once. What reviews add is in {@link VisitAccount}.
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

  /** Without the account, which names a credential. */
  @Override
  public String toString() {
    return "Settlement[" + visit + ", " + due() + ", " + lines.size() + " lines]";
  }
}
