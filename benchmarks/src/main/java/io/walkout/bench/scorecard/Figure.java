package io.walkout.bench.scorecard;

import java.util.List;
import java.util.Locale;

/**
 * The figures of a scorecard, each over any list of cases. Means are over cases; shares and rates
 * are sums over sums, so that a case weighs as much as it holds.
 */
public enum Figure {
  /** Right units by right people, lines in review counted as shown. */
  F1("F1", true, "right goods on the right receipt, review included"),
  /** The same without lines in review. */
  F1_CHARGED("F1, charged lines", true, "the same, with lines that wait for review left out"),
  /** What was taken, by whomever. */
  F1_ANYONE(
      "F1, by anyone", true, "right goods, by whomever: what is left over F1 is people mixed up"),
  /** People whose receipt is exactly right. */
  EXACT("exact receipts", true, "share of people whose receipt is right to the last unit"),
  /** Money charged wrongly. */
  MONEY_ERROR(
      "money error",
      false,
      "mean over cases of |charged - due| / due; what waits for review counts as not charged"),
  /** Lines a person has to look at. */
  REVIEW(
      "in review per 1,000",
      false,
      "lines of receipts that wait for somebody to decide, per 1,000 lines");

  /** A number of one case. */
  @FunctionalInterface
  private interface OfCase {
    double of(CaseFigures figures);
  }

  private final String title;
  private final boolean moreIsBetter;
  private final String meaning;

  Figure(String title, boolean moreIsBetter, String meaning) {
    this.title = title;
    this.moreIsBetter = moreIsBetter;
    this.meaning = meaning;
  }

  /** As tables head it. */
  public String title() {
    return title;
  }

  /** What it says, in one line. */
  public String meaning() {
    return meaning;
  }

  /** Whether a greater figure is the better one. */
  public boolean isMoreBetter() {
    return moreIsBetter;
  }

  /** As JSON names it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Over some cases; NaN where they have nothing that it counts. */
  public double over(List<CaseResult> cases) {
    return switch (this) {
      case F1 -> mean(cases, f -> f.f1());
      case F1_CHARGED -> mean(cases, f -> f.f1Charged());
      case F1_ANYONE -> mean(cases, f -> f.f1WithoutPeople());
      case EXACT -> ratio(cases, f -> f.exactReceipts(), f -> f.people());
      case MONEY_ERROR ->
          ratio(
              cases,
              f -> f.moneyError() == null ? 0 : f.moneyError(),
              f -> f.moneyError() == null ? 0 : 1);
      case REVIEW -> ratio(cases, f -> 1000.0 * f.linesInReview(), f -> f.lines());
    };
  }

  /** As tables print it. */
  public String print(double value) {
    return String.format(Locale.ROOT, this == REVIEW ? "%.0f" : "%.3f", value);
  }

  private static double mean(List<CaseResult> cases, OfCase number) {
    return ratio(cases, number, f -> 1);
  }

  private static double ratio(List<CaseResult> cases, OfCase above, OfCase below) {
    double a = 0;
    double b = 0;
    for (CaseResult c : cases) {
      a += above.of(c.figures());
      b += below.of(c.figures());
    }
    return b == 0 ? Double.NaN : a / b;
  }
}
