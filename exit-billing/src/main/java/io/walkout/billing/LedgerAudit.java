package io.walkout.billing;

import io.walkout.store.VisitId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The checks that a ledger can make on itself. Each is a query that finds what must not be; it sees
 * what happened to the file behind the program's back, too.
 */
final class LedgerAudit {
  /** Most problems reported of one kind: the first few say what is wrong. */
  private static final int MOST = 20;

  private record Check(String problem, String sql) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "posting %s does not sum to zero",
              "SELECT posting_id || ' (' || currency || ')' FROM entry"
                  + " GROUP BY posting_id, currency HAVING SUM(amount_minor) <> 0"),
          new Check(
              "all entries in %s do not sum to zero",
              "SELECT currency FROM entry GROUP BY currency HAVING SUM(amount_minor) <> 0"),
          new Check(
              "posting %s has fewer than two entries",
              "SELECT id FROM posting"
                  + " WHERE (SELECT COUNT(*) FROM entry WHERE posting_id = posting.id) < 2"),
          new Check(
              "visit %s owes something but has no charge of that amount and account",
              "SELECT s.visit_id FROM settlement s WHERE s.due_minor > 0 AND NOT EXISTS"
                  + " (SELECT 1 FROM charge c WHERE c.idempotency_key = s.visit_id || '/charge/1'"
                  + " AND c.visit_id = s.visit_id"
                  + " AND c.amount_minor = s.due_minor AND c.currency = s.currency"
                  + " AND c.account = s.account)"),
          new Check(
              "visit %s owes something but no sale of that amount is posted",
              "SELECT s.visit_id FROM settlement s WHERE s.due_minor + COALESCE((SELECT"
                  + " SUM(r.amount_minor) FROM review r WHERE r.charged_visit_id = s.visit_id), 0)"
                  + " <> COALESCE("
                  + "(SELECT SUM(e.amount_minor) FROM posting p JOIN entry e ON e.posting_id = p.id"
                  + " WHERE p.kind = 'SALE' AND p.visit_id = s.visit_id"
                  + " AND e.account = 'shopper ' || s.account AND e.currency = s.currency), 0)"),
          new Check(
              "charge %s is neither of what was certain nor of what reviews decided",
              "SELECT c.idempotency_key FROM charge c WHERE c.amount_minor <> CASE"
                  + " WHEN c.idempotency_key = c.visit_id || '/charge/1'"
                  + " THEN (SELECT s.due_minor FROM settlement s WHERE s.visit_id = c.visit_id)"
                  + " ELSE COALESCE((SELECT SUM(r.amount_minor) FROM review r"
                  + " WHERE r.charge_key = c.idempotency_key"
                  + " AND r.charged_visit_id = c.visit_id), 0) END"),
          new Check(
              "review %s is to be paid by no charge of that visit",
              "SELECT r.review_id FROM review r WHERE r.amount_minor > 0 AND NOT EXISTS"
                  + " (SELECT 1 FROM charge c WHERE c.idempotency_key = r.charge_key"
                  + " AND c.visit_id = r.charged_visit_id)"),
          new Check(
              "charge %s has no event",
              "SELECT idempotency_key FROM charge"
                  + " WHERE idempotency_key NOT IN (SELECT idempotency_key FROM charge_event)"),
          new Check(
              "charge %s and its payment posting disagree",
              "SELECT c.idempotency_key FROM charge_now c WHERE COALESCE("
                  + "(SELECT SUM(e.amount_minor) FROM posting p JOIN entry e ON e.posting_id = p.id"
                  + " WHERE p.kind = 'PAYMENT' AND p.source = c.idempotency_key"
                  + " AND e.account = 'card clearing' AND e.currency = c.currency), 0)"
                  + " <> CASE c.state WHEN 'APPROVED' THEN c.amount_minor ELSE 0 END"),
          new Check(
              "shopper account %s does not owe exactly its unpaid charges",
              "WITH owed AS (SELECT 'shopper ' || account AS name, currency,"
                  + " SUM(amount_minor) AS minor FROM charge_now WHERE state <> 'APPROVED'"
                  + " GROUP BY account, currency), booked AS (SELECT a.name, a.currency,"
                  + " SUM(e.amount_minor) AS minor FROM account a JOIN entry e"
                  + " ON e.account = a.name AND e.currency = a.currency"
                  + " WHERE a.kind = 'RECEIVABLE' GROUP BY a.name, a.currency)"
                  + " SELECT b.name || ' (' || b.currency || ')' FROM booked b LEFT JOIN owed o"
                  + " ON o.name = b.name AND o.currency = b.currency"
                  + " WHERE b.minor <> COALESCE(o.minor, 0)"),
          new Check("the file is damaged: %s", "PRAGMA integrity_check"),
          new Check("table %s refers to what is not there", "PRAGMA foreign_key_check"));

  private LedgerAudit() {}

  static List<String> problems(Handle h) {
    List<String> problems = new ArrayList<>();
    for (Check check : CHECKS) {
      h.createQuery(check.sql()).mapTo(String.class).stream()
          .filter(found -> !found.equals("ok"))
          .limit(MOST)
          .forEach(found -> problems.add(check.problem().formatted(found)));
    }
    for (String visit :
        h.createQuery("SELECT visit_id FROM settlement ORDER BY visit_id")
            .mapTo(String.class)
            .list()) {
      checkReceipt(new VisitId(visit), h, problems);
    }
    return problems;
  }

  /** The receipt's lines, what it says is due, and what was charged are one amount. */
  private static void checkReceipt(VisitId visit, Handle h, List<String> problems) {
    try {
      VisitAccount account = ReviewTables.account(h, visit).orElseThrow();
      Settlement s = account.settlement();
      if (Pricing.due(s.lines()) != s.dueMinor()) {
        problems.add("receipt of " + visit + ": its lines do not sum to what is due");
      } else if (s.isToBeCharged() && account.first().isEmpty()) {
        problems.add("receipt of " + visit + ": its charge is not there");
      } else {
        // Made of its lines, it refuses to total anything but what was taken.
        account.receipt();
        checkReviews(account, problems);
      }
    } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
      problems.add("receipt of " + visit + " can't be read: " + e.getMessage());
    }
  }

  /** Every decision is of a line that was in review, as it still stands there. */
  private static void checkReviews(VisitAccount account, List<String> problems) {
    for (ReviewOutcome o : account.outcomes()) {
      if (o.visit().equals(account.settlement().visit())
          && account.reviews().stream()
              .noneMatch(r -> r.id().equals(o.id()) && r.fingerprint().equals(o.fingerprint()))) {
        problems.add("review " + o.id() + " decides a line that is not there");
      }
    }
  }
}
