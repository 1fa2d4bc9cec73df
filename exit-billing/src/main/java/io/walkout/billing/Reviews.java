package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.Store;
import io.walkout.store.VisitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Lines in review, and what reviewers make of them. Answers are applied as one event: they are
 * checked, and written with their sales and the intents to charge in one fsynced transaction,
 * before any gateway is asked. A crash leaves either nothing or open charges, which the next {@link
 * #apply} or {@link Ledger#recover} finishes. The same answers again change nothing. Threads take
 * turns at the ledger.
 */
public final class Reviews {
  private final String runName;
  private final Store store;
  private final Ledger ledger;
  private final PaymentGateway gateway;

  /**
   * The reviews of one run.
   *
   * @param runName as {@link ExitBilling} was given it: only its visits are decided here
   */
  public Reviews(String runName, Store store, Ledger ledger, PaymentGateway gateway) {
    this.runName = Pricing.wellFormed(runName);
    this.store = store;
    this.ledger = ledger;
    this.gateway = gateway;
  }

  /**
   * What came of answers.
   *
   * @param decided lines that were decided by them
   * @param asBefore answers that were known already
   * @param visitsCharged visits that owe more than before
   */
  public record Applied(int decided, int asBefore, int visitsCharged) {}

  /** All reviews of the run, decided or not, by the time of entering, visit and line. */
  public List<Review> all() {
    List<Review> reviews = new ArrayList<>();
    for (VisitAccount account : ledger.accounts()) {
      if (isOurs(account.settlement().visit())) {
        reviews.addAll(account.reviews());
      }
    }
    return reviews;
  }

  /** All receipts of the run as they stand now, by the time of entering, then visit. */
  public List<Receipt> receipts() {
    return ledger.accounts().stream()
        .filter(a -> isOurs(a.settlement().visit()))
        .map(VisitAccount::receipt)
        .toList();
  }

  /**
   * Applies answers, all or none, then asks the gateway for what they add. Their order does not
   * matter.
   *
   * @throws ReviewRefusedException if one does not fit the books; then none was applied
   * @throws StorageException if the ledger can't be written; then none was applied, or all were and
   *     {@link Ledger#recover} finishes their charges
   */
  public Applied apply(List<ReviewAnswer> answers) {
    Applied applied = ledger.inOneStep(h -> write(h, answers));
    ledger.recover(gateway);
    return applied;
  }

  /** A visit is the run's name, a dash and a person's number. */
  private boolean isOurs(VisitId visit) {
    return visit.value().startsWith(runName + "-")
        && visit.value().substring(runName.length() + 1).matches("[0-9]+");
  }

  private Applied write(Handle h, List<ReviewAnswer> answers) {
    Map<String, ReviewOutcome> fresh = new TreeMap<>();
    int asBefore = 0;
    for (ReviewAnswer answer : answers) {
      VisitAccount account = account(h, answer, visitOf(answer));
      Review review = review(account, answer);
      ReviewOutcome outcome = new AnswerReading(review, answer).outcome();
      VisitId to = outcome.chargedTo();
      if (to != null) {
        account(h, answer, to);
      }
      ReviewOutcome known = review.outcome();
      known = known == null ? fresh.get(answer.review()) : known;
      if (known == null) {
        fresh.put(answer.review(), outcome);
      } else if (known.saysTheSame(outcome)) {
        asBefore++;
      } else {
        throw new ReviewRefusedException(
            answer, "is already decided otherwise: " + AnswerReading.told(known));
      }
    }
    return new Applied(fresh.size(), asBefore, book(h, answers, fresh));
  }

  private static VisitId visitOf(ReviewAnswer answer) {
    int slash = answer.review().lastIndexOf('/');
    if (slash < 1) {
      throw new ReviewRefusedException(answer, "is no review: expected VISIT/LINE");
    }
    return new VisitId(answer.review().substring(0, slash));
  }

  private VisitAccount account(Handle h, ReviewAnswer answer, VisitId visit) {
    if (!isOurs(visit)) {
      throw new ReviewRefusedException(
          answer, "names visit " + visit + ", which is none of " + runName);
    }
    return ReviewTables.account(h, visit)
        .orElseThrow(
            () ->
                new ReviewRefusedException(
                    answer, "names visit " + visit + ", which has no receipt"));
  }

  private static Review review(VisitAccount account, ReviewAnswer answer) {
    Review review =
        account.reviews().stream()
            .filter(r -> r.id().equals(answer.review()))
            .findFirst()
            .orElseThrow(
                () -> new ReviewRefusedException(answer, "is of a line that is not in review"));
    if (!review.fingerprint().equals(answer.fingerprint())) {
      throw new ReviewRefusedException(
          answer,
          "was answered for another line than it is now (fingerprint "
              + answer.fingerprint()
              + ", now "
              + review.fingerprint()
              + "): look at it again");
    }
    return review;
  }

  /** Writes outcomes, visit by visit; how many visits owe more now. */
  private int book(Handle h, List<ReviewAnswer> answers, Map<String, ReviewOutcome> fresh) {
    Map<VisitId, List<ReviewOutcome>> byPayer = new TreeMap<>();
    List<ReviewOutcome> unpaid = new ArrayList<>();
    for (ReviewOutcome o : fresh.values()) {
      VisitId to = o.chargedTo();
      if (to == null || o.amountMinor() == 0) {
        unpaid.add(o);
      } else {
        byPayer.computeIfAbsent(to, v -> new ArrayList<>()).add(o);
      }
    }
    for (Map.Entry<VisitId, List<ReviewOutcome>> payer : byPayer.entrySet()) {
      VisitAccount account = ReviewTables.account(h, payer.getKey()).orElseThrow();
      charge(h, account, payer.getValue(), answers);
    }
    for (ReviewOutcome o : unpaid) {
      insert(h, o);
    }
    return byPayer.size();
  }

  private void charge(
      Handle h, VisitAccount account, List<ReviewOutcome> outcomes, List<ReviewAnswer> answers) {
    Settlement s = account.settlement();
    long amount = 0;
    for (ReviewOutcome o : outcomes) {
      amount += o.amountMinor();
      if (account.dueMinor() + amount > Pricing.MOST_MINOR) {
        throw new ReviewRefusedException(
            answers.stream().filter(a -> a.review().equals(o.id())).findFirst().orElseThrow(),
            "would bring visit " + s.visit() + " beyond what a visit may come to");
      }
    }
    String key = Charge.key(s.visit(), account.nextCharge());
    ChargeRequest request =
        new ChargeRequest(
            key,
            s.account(),
            new Money(amount, s.currency()),
            ExitBilling.description(store, s.visit()) + ", after review");
    LedgerTables.insertPosting(h, Posting.reviewedSale(s, request));
    LedgerTables.insertCharge(h, Ledger.intent(s, request));
    outcomes.stream()
        .sorted(Comparator.comparing(ReviewOutcome::visit).thenComparingInt(ReviewOutcome::line))
        .forEach(o -> insert(h, o.chargedBy(key)));
  }

  private static void insert(Handle h, ReviewOutcome o) {
    ReviewTables.insert(h, o, LedgerTables.settlement(h, o.visit()).orElseThrow().exitedNanos());
  }
}
