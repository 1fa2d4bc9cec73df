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
        percent(line.certainty()));
    for (String rest : name.subList(1, name.size())) {
      indented(rest);
    }
    // The reason of an unpaid receipt stands at its foot, once.
    if (line.reason() != null && !isUnpaid(line)) {
      TextColumns.wrap(line.reason(), COLUMNS - QUANTITY - 1).forEach(this::indented);
      alternatives(line).forEach(this::indented);
    }
  }

  private static List<String> alternatives(ReceiptLine line) {
    List<String> texts = new ArrayList<>();
    for (ReceiptLine.Alternative a : line.alternatives()) {
      String what = a.name() == null ? "nothing" : a.quantity() + " × " + a.name();
      String whom = a.person() == null ? "" : ", person " + a.person();
      String text = "or " + what + whom + " (" + percent(a.probability()) + ")";
      texts.addAll(TextColumns.wrap(text, COLUMNS - QUANTITY - 1));
    }
    return texts;
  }

  private void payment() {
    Receipt.Payment payment = receipt.payment();
    if (payment.state() == null) {
      field("Payment", receipt.status() == Receipt.Status.EMPTY ? "none" : "none taken");
    } else if (payment.state() == ChargeState.APPROVED) {
      field("Payment", "card, approved");
      field("Ref.", String.valueOf(payment.reference()));
    } else {
      field("Payment", String.valueOf(receipt.reason()));
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
    out.append(" ".repeat(QUANTITY + 1)).append(text).append('\n');
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

  /** Cut, not rounded, like all that is said of certainty; 1e-9 makes up for 0.29 * 100. */
  private static String percent(double probability) {
    return (int) (probability * 100 + 1e-9) + "%";
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
