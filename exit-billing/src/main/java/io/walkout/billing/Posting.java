package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.VisitId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One movement of money in the ledger: entries that sum to zero in each currency. Debits are above
 * zero, credits below.
 *
 * @param kind what it is
 * @param source names what it was made for: a sale's visit, or a reviewed sale's charge, or a
 *     payment's charge; each posts once
 * @param visit whose
 * @param eventNanos when, event time
 * @param entries at least two
 */
record Posting(Kind kind, String source, VisitId visit, long eventNanos, List<Entry> entries) {
  /** Throws {@link IllegalStateException} unless the entries balance. */
  Posting {
    entries = List.copyOf(entries);
    Map<Currency, Long> sums = new LinkedHashMap<>();
    for (Entry e : entries) {
      sums.merge(e.amount().currency(), e.amount().minor(), Math::addExact);
    }
    if (entries.size() < 2 || sums.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalStateException("posting " + kind + " of " + source + " does not balance");
    }
  }

  /** Goods went out and are owed for: the shopper's debt against revenue. */
  static Posting sale(Settlement s) {
    return sale(s.visit().value(), s, s.due());
  }

  /** Goods turned out, in review, to have gone out with a visit: of them the same. */
  static Posting reviewedSale(Settlement s, ChargeRequest request) {
    return sale(request.idempotencyKey(), s, request.amount());
  }

  private static Posting sale(String source, Settlement s, Money due) {
    return new Posting(
        Kind.SALE,
        source,
        s.visit(),
        s.exitedNanos(),
        List.of(
            new Entry(shopper(s.account()), Account.RECEIVABLE, due),
            new Entry("revenue", Account.REVENUE, negated(due))));
  }

  /** The gateway took the money: it owes the store now, the shopper no longer does. */
  static Posting payment(Charge c) {
    Money amount = c.request().amount();
    return new Posting(
        Kind.PAYMENT,
        c.request().idempotencyKey(),
        c.visit(),
        c.eventNanos(),
        List.of(
            new Entry("card clearing", Account.CARD_CLEARING, amount),
            new Entry(shopper(c.request().account()), Account.RECEIVABLE, negated(amount))));
  }

  private static String shopper(String payer) {
    return "shopper " + payer;
  }

  private static Money negated(Money m) {
    return new Money(Math.negateExact(m.minor()), m.currency());
  }

  /** What a posting is. */
  enum Kind {
    SALE,
    PAYMENT
  }

  /** Kinds of account. */
  enum Account {
    RECEIVABLE,
    REVENUE,
    CARD_CLEARING
  }

  /**
   * One side of a posting.
   *
   * @param account its name; with the currency it names the account
   * @param kind of the account
   * @param amount debit above zero, credit below
   */
  record Entry(String account, Account kind, Money amount) {}
}
