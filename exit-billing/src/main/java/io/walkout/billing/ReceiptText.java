package io.walkout.billing;

import io.walkout.store.EventTime;
import io.walkout.store.Money;
import io.walkout.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A receipt that a person can read in a terminal: {@value #COLUMNS} columns, wider only for amounts
 * that need it. Control characters in names are shown as '?', so that a product can't steer the
 * terminal. The credential is not shown.
 */
public final class ReceiptText {
  /** Width in columns: a till roll of 80 mm holds 42 to 48. */
  public static final int COLUMNS = 46;

  private static final String RULE = "─".repeat(COLUMNS);
  private static final int QUANTITY = 3;
  private static final int SURE = 5;

  /** Changes told of one line: more would make a receipt unreadable. Chosen. */
  private static final int MOST_EVENTS = 4;

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Store store;
  private final Receipt receipt;
  private final StringBuilder out = new StringBuilder();
  private final int unitWidth;
  private final int amountWidth;
  private final int itemWidth;

  private ReceiptText(Store store, Receipt receipt) {
    this.store = store;
    this.receipt = receipt;
    int unit = 7;
    int amount = 8;
    for (ReceiptLine line : receipt.lines()) {
      unit = Math.max(unit, money(line.unitPriceMinor()).length() + 1);
      amount = Math.max(amount, amount(line).length() + 1);
    }
    this.unitWidth = unit;
    this.amountWidth = amount;
    this.itemWidth = Math.max(12, COLUMNS - QUANTITY - 1 - unit - amount - SURE);
  }

  /** The receipt as lines of text, each ended by a line feed; times in the store's zone. */
  public static String of(Store store, Receipt receipt) {
    return new ReceiptText(store, receipt).print();
  }

  private String print() {
    head();
    section("", l -> l.status() == ReceiptLine.Status.CHARGED);
    section("DUE, NOT PAID", this::isUnpaid);
    long review =
        section(
            "IN REVIEW, NOT CHARGED",
            l -> l.status() == ReceiptLine.Status.IN_REVIEW && !isUnpaid(l));
    if (receipt.lines().isEmpty()) {
      out.append(RULE).append('\n').append("Nothing taken.\n");
    }
    out.append(RULE).append('\n');
    String code = receipt.currency().getCurrencyCode();
    sides("TOTAL CHARGED", code + " " + money(receipt.totalMinor()));
    if (receipt.dueMinor() != receipt.totalMinor()) {
      sides("due, not paid", code + " " + money(receipt.dueMinor()));
    }
    if (review > 0) {
      sides("in review, not charged", review + (review == 1 ? " line" : " lines"));
    }
    payment();
    out.append(RULE).append('\n');
    return out.toString();
  }

  private void head() {
    out.append(RULE).append('\n');
    for (String line : TextColumns.wrap(store.name(), COLUMNS)) {
      int space = (COLUMNS - TextColumns.width(line)) / 2;
      out.append(" ".repeat(Math.max(0, space))).append(line).append('\n');
    }
    out.append(RULE).append('\n');
    field("Visit", receipt.visit().value());
    if (receipt.targetId() != null) {
      field("Person", receipt.targetId());
    }
    ZoneId zone = store.zone();
    field("Entered", DAY_AND_TIME.format(EventTime.instant(receipt.enteredNanos()).atZone(zone)));
    Duration stay = Duration.ofNanos(Math.max(0, receipt.exitedNanos() - receipt.enteredNanos()));
    field(
        "Left",
        DAY_AND_TIME.format(EventTime.instant(receipt.exitedNanos()).atZone(zone))
            + String.format(Locale.ROOT, " (%d:%02d)", stay.toMinutes(), stay.toSecondsPart()));
    field("Account", receipt.payment().isGuest() ? "guest" : "on file");
  }

  /** A line that was certain, but whose charge was not approved. */
  private boolean isUnpaid(ReceiptLine line) {
    return receipt.reason() != null && receipt.reason().equals(line.reason());
  }

  private int section(String title, Predicate<ReceiptLine> belongs) {
    List<ReceiptLine> some = receipt.lines().stream().filter(belongs).toList();
    if (!some.isEmpty()) {
      out.append(RULE).append('\n');
      if (!title.isEmpty()) {
        out.append(title).append('\n');
      }
      row("Qty", "Item", "Unit", "Amount", "Sure");
      some.forEach(this::line);
    }
    return some.size();
  }

  private void line(ReceiptLine line) {
    List<String> name = TextColumns.wrap(line.name(), itemWidth);
    boolean unpriced = line.unitPriceMinor() == 0 && line.reason() != null;
    row(
        Integer.toString(line.quantity()),
        name.getFirst(),
        unpriced ? "-" : money(line.unitPriceMinor()),
        unpriced ? "-" : amount(line),
        EvidenceText.percent(line.certainty()));
    for (String rest : name.subList(1, name.size())) {
      indented(rest);
    }
    why(line);
    // The reason of an unpaid receipt stands at its foot, once.
    if (line.reason() != null && !isUnpaid(line)) {
      indented(line.reason());
      alternatives(line).forEach(this::indented);
    }
  }

  /** The first changes behind a line in a few words each; all are in receipts.json. */
  private void why(ReceiptLine line) {
    List<LineEvidence.Event> events = line.evidence().events();
    for (LineEvidence.Event e : events.subList(0, Math.min(MOST_EVENTS, events.size()))) {
      indented(EvidenceText.why(e, receipt.visit().value(), store.zone()));
    }
    if (events.size() > MOST_EVENTS) {
      indented("and " + (events.size() - MOST_EVENTS) + " more");
    }
    ReceiptLine.ReviewMark mark = line.review();
    if (mark != null) {
      indented(
          "review " + mark.id() + (mark.decision() == null ? "" : ": decided, " + mark.decision()));
    }
  }

  private static List<String> alternatives(ReceiptLine line) {
    List<String> texts = new ArrayList<>();
    for (ReceiptLine.Alternative a : line.alternatives()) {
      String what = a.name() == null ? "nothing" : a.quantity() + " × " + a.name();
      String whom = a.visitId() == null ? "" : ", visit " + a.visitId();
      texts.add("or " + what + whom + " (" + EvidenceText.percent(a.probability()) + ")");
    }
    return texts;
  }

  private void payment() {
    for (Receipt.Payment payment : receipt.payments()) {
      if (payment.state() == null) {
        field("Payment", receipt.status() == Receipt.Status.EMPTY ? "none" : "none taken");
      } else if (payment.state() == ChargeState.APPROVED) {
        field("Payment", "card, approved");
        field("Ref.", String.valueOf(payment.reference()));
      } else {
        field("Payment", String.valueOf(receipt.reason()));
      }
    }
  }

  private void row(String quantity, String item, String unit, String amount, String sure) {
    out.append(TextColumns.right(quantity, QUANTITY)).append(' ');
    out.append(TextColumns.left(item, itemWidth));
    out.append(TextColumns.right(unit, unitWidth));
    out.append(TextColumns.right(amount, amountWidth));
    out.append(TextColumns.right(sure, SURE)).append('\n');
  }

  private void indented(String text) {
    for (String row : TextColumns.wrap(text, COLUMNS - QUANTITY - 1)) {
      out.append(" ".repeat(QUANTITY + 1)).append(row).append('\n');
    }
  }

  private void sides(String left, String right) {
    int space = Math.max(1, COLUMNS - TextColumns.width(left) - TextColumns.width(right));
    out.append(left).append(" ".repeat(space)).append(right).append('\n');
  }

  private void field(String name, String value) {
    String label = TextColumns.left(name, 10);
    for (String line : TextColumns.wrap(value, COLUMNS - 10)) {
      out.append(label).append(line).append('\n');
      label = " ".repeat(10);
    }
  }

  /** Exact even where it fits no long: such a line can only be in review. */
  private String amount(ReceiptLine line) {
    return new BigDecimal(money(line.unitPriceMinor()))
        .multiply(BigDecimal.valueOf(line.quantity()))
        .toPlainString();
  }

  private String money(long minor) {
    return new Money(minor, receipt.currency()).major();
  }
}
