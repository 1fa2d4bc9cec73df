package io.walkout.billing;

import io.walkout.store.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a line in review, as the ledger has it: written once, never changed.
 *
 * @param visit the visit whose line it was
 * @param line its number on that receipt, from 1
 * @param fingerprint of the line as the reviewer saw it
 * @param decision what was decided
 * @param chargedTo the visit that has the line now, or null if it was dropped
 * @param decided the line as decided, or null if it was dropped
 * @param chargeKey the charge that takes it, or null where nothing is to pay
 * @param by who decided, or null
 * @param note why, or null
 */
public record ReviewOutcome(
    VisitId visit,
    int line,
    String fingerprint,
    ReviewAnswer.Decision decision,
    @Nullable VisitId chargedTo,
    @Nullable ReceiptLine decided,
    @Nullable String chargeKey,
    @Nullable String by,
    @Nullable String note) {
  /** What it adds to what {@link #chargedTo} owes. */
  long amountMinor() {
    return decided == null ? 0 : decided.amountMinor();
  }

  /** The review it answers. */
  String id() {
    return Review.id(visit, line);
  }

  /** Whether another says the same of the line, whoever said it and by whatever words. */
  boolean saysTheSame(ReviewOutcome o) {
    return id().equals(o.id())
        && fingerprint.equals(o.fingerprint)
        && java.util.Objects.equals(chargedTo, o.chargedTo)
        && said(decided).equals(said(o.decided));
  }

  private static String said(@Nullable ReceiptLine line) {
    return line == null ? "" : line.quantity() + " " + line.gtin();
  }

  /** The same, taken by that charge. */
  ReviewOutcome chargedBy(@Nullable String key) {
    return new ReviewOutcome(visit, line, fingerprint, decision, chargedTo, decided, key, by, note);
  }
}
