package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The ledger's statements, one method each. Every method runs in its caller's transaction. */
final class LedgerTables {
  private static final String CHARGES = "SELECT * FROM charge_now ";

  private LedgerTables() {}

  static void insertSettlement(Handle h, Settlement s) {
    h.createUpdate(
            "INSERT INTO settlement (visit_id, target_id, cart_sha256, account, currency,"
                + " due_minor, entered_nanos, event_nanos, document) VALUES (:visit, :target,"
                + " :cart, :account, :currency, :due, :entered, :at, :document)")
        .bind("visit", s.visit().value())
        .bind("target", s.targetId())
        .bind("cart", s.cartSha256())
        .bind("account", s.account())
        .bind("currency", s.currency().getCurrencyCode())
        .bind("due", s.dueMinor())
        .bind("entered", s.enteredNanos())
        .bind("at", s.exitedNanos())
        .bind("document", ReceiptJson.lines(s.lines()))
        .execute();
  }

  static Optional<Settlement> settlement(Handle h, VisitId visit) {
    return h.createQuery("SELECT * FROM settlement WHERE visit_id = :visit")
        .bind("visit", visit.value())
        .map(LedgerTables::toSettlement)
        .findOne();
  }

  static List<Settlement> settlements(Handle h) {
    return h.createQuery("SELECT * FROM settlement ORDER BY entered_nanos, visit_id")
        .map(LedgerTables::toSettlement)
        .list();
  }

  static void insertCharge(Handle h, Charge c) {
    h.createUpdate(
            "INSERT INTO charge (idempotency_key, visit_id, account, currency, amount_minor,"
                + " description, event_nanos) VALUES (:key, :visit, :account, :currency, :amount,"
                + " :description, :at)")
        .bind("key", c.request().idempotencyKey())
        .bind("visit", c.visit().value())
        .bind("account", c.request().account())
        .bind("currency", c.request().amount().currency().getCurrencyCode())
        .bind("amount", c.request().amount().minor())
        .bind("description", c.request().description())
        .bind("at", c.eventNanos())
        .execute();
    insertEvent(h, c, ChargeState.INTENT, null, null);
  }

  static void insertEvent(
      Handle h, Charge c, ChargeState state, @Nullable String reference, @Nullable String reason) {
    h.createUpdate(
            "INSERT INTO charge_event (idempotency_key, state, reference, reason, event_nanos)"
                + " VALUES (:key, :state, :reference, :reason, :at)")
        .bind("key", c.request().idempotencyKey())
        .bind("state", state.name())
        .bind("reference", reference)
        .bind("reason", reason)
        .bind("at", c.eventNanos())
        .execute();
  }

  /** A visit's charges in the order they were made. */
  static List<Charge> charges(Handle h, VisitId visit) {
    return h
        .createQuery(CHARGES + "WHERE visit_id = :visit")
        .bind("visit", visit.value())
        .map(LedgerTables::toCharge)
        .stream()
        .sorted(Comparator.comparingInt(Charge::number))
        .toList();
  }

  static Optional<Charge> charge(Handle h, String key) {
    return h.createQuery(CHARGES + "WHERE idempotency_key = :key")
        .bind("key", key)
        .map(LedgerTables::toCharge)
        .findOne();
  }

  /** Charges that are neither approved nor declined, oldest first. */
  static List<Charge> openCharges(Handle h) {
    return h.createQuery(
            CHARGES + "WHERE state IN ('INTENT', 'UNKNOWN') ORDER BY event_nanos, idempotency_key")
        .map(LedgerTables::toCharge)
        .list();
  }

  /** Entries first, the posting last: its trigger weighs them. */
  static void insertPosting(Handle h, Posting p) {
    long id = h.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM posting").mapTo(Long.class).one();
    int line = 0;
    for (Posting.Entry e : p.entries()) {
      String currency = e.amount().currency().getCurrencyCode();
      h.createUpdate("INSERT OR IGNORE INTO account (name, currency, kind) VALUES (?, ?, ?)")
          .bind(0, e.account())
          .bind(1, currency)
          .bind(2, e.kind().name())
          .execute();
      h.createUpdate(
              "INSERT INTO entry (posting_id, line, account, currency, amount_minor)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .bind(0, id)
          .bind(1, ++line)
          .bind(2, e.account())
          .bind(3, currency)
          .bind(4, e.amount().minor())
          .execute();
    }
    h.createUpdate(
            "INSERT INTO posting (id, kind, source, visit_id, event_nanos)"
                + " VALUES (:id, :kind, :source, :visit, :at)")
        .bind("id", id)
        .bind("kind", p.kind().name())
        .bind("source", p.source())
        .bind("visit", p.visit().value())
        .bind("at", p.eventNanos())
        .execute();
  }

  private static Settlement toSettlement(ResultSet r, StatementContext context)
      throws SQLException {
    return new Settlement(
        new VisitId(r.getString("visit_id")),
        r.getString("target_id"),
        r.getString("account"),
        Currency.getInstance(r.getString("currency")),
        r.getLong("due_minor"),
        r.getLong("entered_nanos"),
        r.getLong("event_nanos"),
        r.getString("cart_sha256"),
        ReceiptJson.readLines(r.getString("document")));
  }

  private static Charge toCharge(ResultSet r, StatementContext context) throws SQLException {
    Money amount =
        new Money(r.getLong("amount_minor"), Currency.getInstance(r.getString("currency")));
    return new Charge(
        new VisitId(r.getString("visit_id")),
        new ChargeRequest(
            r.getString("idempotency_key"),
            r.getString("account"),
            amount,
            r.getString("description")),
        r.getLong("event_nanos"),
        ChargeState.valueOf(r.getString("state")),
        r.getString("reference"),
        r.getString("reason"));
  }
}
