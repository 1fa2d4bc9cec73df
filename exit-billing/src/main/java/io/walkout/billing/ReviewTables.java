package io.walkout.billing;

import io.walkout.store.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The ledger's statements on reviews, and all of a visit together. Every method runs in its
 * caller's transaction.
 */
final class ReviewTables {
  private ReviewTables() {}

  static void insert(Handle h, ReviewOutcome o, long eventNanos) {
    VisitId to = o.chargedTo();
    ReceiptLine decided = o.decided();
    h.createUpdate(
            "INSERT INTO review (review_id, visit_id, line, fingerprint, decision,"
                + " charged_visit_id, amount_minor, charge_key, document, reviewer, note,"
                + " event_nanos) VALUES (:id, :visit, :line, :fingerprint, :decision, :to,"
                + " :amount, :charge, :document, :by, :note, :at)")
        .bind("id", o.id())
        .bind("visit", o.visit().value())
        .bind("line", o.line())
        .bind("fingerprint", o.fingerprint())
        .bind("decision", o.decision().name())
        .bind("to", to == null ? null : to.value())
        .bind("amount", o.amountMinor())
        .bind("charge", o.chargeKey())
        .bind("document", decided == null ? null : ReceiptJson.text(decided))
        .bind("by", o.by())
        .bind("note", o.note())
        .bind("at", eventNanos)
        .execute();
  }

  /** All that is known of a visit, if it is settled. */
  static Optional<VisitAccount> account(Handle h, VisitId visit) {
    return LedgerTables.settlement(h, visit).map(s -> account(h, s));
  }

  static VisitAccount account(Handle h, Settlement s) {
    List<ReviewOutcome> outcomes =
        h
            .createQuery(
                "SELECT * FROM review WHERE visit_id = :visit OR charged_visit_id = :visit")
            .bind("visit", s.visit().value())
            .map(ReviewTables::toOutcome)
            .stream()
            .sorted(
                Comparator.comparing(ReviewOutcome::visit).thenComparingInt(ReviewOutcome::line))
            .toList();
    return new VisitAccount(s, outcomes, LedgerTables.charges(h, s.visit()));
  }

  private static ReviewOutcome toOutcome(ResultSet r, StatementContext context)
      throws SQLException {
    String to = r.getString("charged_visit_id");
    String document = r.getString("document");
    return new ReviewOutcome(
        new VisitId(r.getString("visit_id")),
        r.getInt("line"),
        r.getString("fingerprint"),
        ReviewAnswer.Decision.valueOf(r.getString("decision")),
        to == null ? null : new VisitId(to),
        document == null ? null : ReceiptJson.readLine(document),
        r.getString("charge_key"),
        r.getString("reviewer"),
        r.getString("note"));
  }
}
