package io.walkout.billing;

import io.walkout.store.VisitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger has of a visit: what it owed when it ended, what reviews made of its lines
 * and brought to it from others', and its charges. The receipt is made of these.
 *
 * @param settlement what was decided when it ended
 * @param outcomes of its own lines and of those that are now its, by review
 * @param charges in the order they were made
 */
record VisitAccount(Settlement settlement, List<ReviewOutcome> outcomes, List<Charge> charges) {
  VisitAccount {
    outcomes = List.copyOf(outcomes);
    charges = List.copyOf(charges);
  }

  private VisitId visit() {
    return settlement.visit();
  }

  List<Review> reviews() {
    return Review.of(settlement, outcomes);
  }

  /** The charge of what was certain, if anything was. */
  Optional<Charge> first() {
    return charge(Charge.key(visit(), 1));
  }

  private Optional<Charge> charge(String key) {
    return charges.stream().filter(c -> c.request().idempotencyKey().equals(key)).findFirst();
  }

  /** What it owes in all, lines in review apart. */
  long dueMinor() {
    long due = settlement.dueMinor();
    for (ReviewOutcome o : outcomes) {
      due = Math.addExact(due, isOurs(o) ? o.amountMinor() : 0);
    }
    return due;
  }

  private boolean isOurs(ReviewOutcome o) {
    return visit().equals(o.chargedTo());
  }

  /** What was taken. */
  long paidMinor() {
    long paid = 0;
    for (Charge c : charges) {
      paid += c.state() == ChargeState.APPROVED ? c.request().amount().minor() : 0;
    }
    return paid;
  }

  /** The number of its next charge, from 2: the first is for what was certain. */
  int nextCharge() {
    int last = 1;
    for (Charge c : charges) {
      last = Math.max(last, c.number());
    }
    return last + 1;
  }

  /** The receipt as all of this stands now. */
  Receipt receipt() {
    List<ReceiptLine> lines = lines();
    boolean charged = lines.stream().anyMatch(l -> l.status() == ReceiptLine.Status.CHARGED);
    String reason = null;
    boolean declined = false;
    boolean open = false;
    for (Charge c : charges) {
      String why = why(c);
      reason = reason == null ? why : reason;
      declined |= c.state() == ChargeState.DECLINED;
      open |= !c.state().isFinal();
    }
    Receipt.Status status =
        charged
            ? Receipt.Status.CHARGED
            : lines.isEmpty()
                ? Receipt.Status.EMPTY
                : declined && !open ? Receipt.Status.DECLINED : Receipt.Status.IN_REVIEW;
    return new Receipt(
        visit(),
        settlement.targetId(),
        settlement.enteredNanos(),
        settlement.exitedNanos(),
        settlement.currency(),
        paidMinor(),
        dueMinor(),
        status,
        reason,
        lines,
        decidedAway(),
        payments());
  }

  private List<ReceiptLine> lines() {
    Charge first = first().orElse(null);
    List<ReceiptLine> lines = new ArrayList<>();
    for (int i = 0; i < settlement.lines().size(); i++) {
      ReceiptLine line = settlement.lines().get(i);
      String id = Review.id(visit(), i + 1);
      ReviewOutcome outcome = outcome(id);
      if (line.status() == ReceiptLine.Status.CHARGED) {
        lines.add(paidBy(first, line));
      } else if (outcome == null) {
        lines.add(line.marked(new ReceiptLine.ReviewMark(id, null)));
      } else if (isOurs(outcome)) {
        lines.add(decided(outcome));
      }
    }
    for (ReviewOutcome o : outcomes) {
      if (isOurs(o) && !o.visit().equals(visit())) {
        lines.add(decided(o));
      }
    }
    return lines;
  }

  private @Nullable ReviewOutcome outcome(String id) {
    for (ReviewOutcome o : outcomes) {
      if (o.id().equals(id)) {
        return o;
      }
    }
    return null;
  }

  private ReceiptLine decided(ReviewOutcome o) {
    ReceiptLine line =
        Objects.requireNonNull(o.decided())
            .marked(new ReceiptLine.ReviewMark(o.id(), o.decision()));
    String key = o.chargeKey();
    return paidBy(key == null ? null : charge(key).orElseThrow(), line);
  }

  /** Lines of this visit that a reviewer dropped or found to be another's. */
  private List<Receipt.DecidedAway> decidedAway() {
    List<Receipt.DecidedAway> gone = new ArrayList<>();
    for (ReviewOutcome o : outcomes) {
      VisitId to = o.chargedTo();
      if (o.visit().equals(visit()) && !visit().equals(to)) {
        ReceiptLine was = settlement.lines().get(o.line() - 1);
        gone.add(
            new Receipt.DecidedAway(
                o.id(), o.decision(), was.gtin(), was.quantity(), to == null ? null : to.value()));
      }
    }
    return gone;
  }

  private List<Receipt.Payment> payments() {
    List<Receipt.Payment> payments = new ArrayList<>();
    if (first().isEmpty() && charges.isEmpty()) {
      payments.add(new Receipt.Payment(null, settlement.account(), null, null));
    }
    for (Charge c : charges) {
      payments.add(
          new Receipt.Payment(
              c.state(), settlement.account(), c.request().idempotencyKey(), c.reference()));
    }
    return payments;
  }

  private static ReceiptLine paidBy(@Nullable Charge charge, ReceiptLine line) {
    String why = charge == null ? null : why(charge);
    return why == null ? line : line.inReview(why);
  }

  /** Why a charge has taken nothing, or null if it has. */
  private static @Nullable String why(Charge charge) {
    return switch (charge.state()) {
      case APPROVED -> null;
      case DECLINED -> "payment declined: " + charge.reason();
      case UNKNOWN -> "payment not yet confirmed: " + charge.reason();
      case INTENT -> "payment not yet asked for";
    };
  }
}
