package io.walkout.bench.scorecard;

import io.walkout.node.score.JudgedLine;
import io.walkout.node.score.tracking.Tracking;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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
  /** The same by account, where several people are on one. */
  F1_ACCOUNT(
      "F1, by account",
      true,
      "as F1, with those on one credential counted as one, where there are"),
  /** People whose receipt is exactly right. */
  EXACT("exact receipts", true, "share of people whose receipt is right to the last unit"),
  /** Money charged wrongly. */
  MONEY_ERROR(
      "money error",
      false,
      "mean over cases of |charged - due| / due; what waits for review counts as not charged"),
  /** Money charged wrongly once somebody has looked. */
  MONEY_AFTER_REVIEW(
      "money error after review",
      false,
      "the same, with lines in review answered by one who sees the video: with the truth where a"
          + " line offers it, else as the line stands"),
  /** Lines charged to an account that does not owe for just that. */
  CHARGED_WRONGLY(
      "charged wrongly per 1,000",
      false,
      "lines that were charged and are wrong for their account, per 1,000 lines"),
  /** Lines a person has to look at. */
  REVIEW(
      "in review per 1,000",
      false,
      "lines of receipts that wait for somebody to decide, per 1,000 lines"),
  /** Higher order tracking accuracy on the floor. */
  HOTA(
      "HOTA",
      true,
      "people followed on the floor plan: where they are and who is who (Luiten and others 2021)"),
  /** CLEAR's multi-object tracking accuracy on the floor. */
  MOTA(
      "MOTA",
      true,
      "1 less places missed, places invented and identities switched, for each true place"),
  /** Identity F1 on the floor. */
  IDF1("IDF1", true, "places on the floor plan that carry the right identity for the whole visit");

  /** The figures of tracking. */
  static final List<Figure> TRACKING = List.of(HOTA, MOTA, IDF1);

  /** The figures of receipts. */
  static final List<Figure> RECEIPTS =
      List.of(
          F1,
          F1_CHARGED,
          F1_ANYONE,
          F1_ACCOUNT,
          EXACT,
          MONEY_ERROR,
          MONEY_AFTER_REVIEW,
          CHARGED_WRONGLY,
          REVIEW);

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

  /** As a narrow column heads it. */
  String head() {
    return switch (this) {
      case F1_CHARGED -> "charged";
      case F1_ANYONE -> "by anyone";
      case F1_ACCOUNT -> "by account";
      case EXACT -> "exact";
      case MONEY_ERROR -> "money error";
      case MONEY_AFTER_REVIEW -> "money, reviewed";
      case CHARGED_WRONGLY -> "wrong ‰";
      case REVIEW -> "in review ‰";
      case F1, HOTA, MOTA, IDF1 -> title;
    };
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
      case MONEY_ERROR -> money(cases, f -> f.moneyError());
      case MONEY_AFTER_REVIEW -> money(cases, f -> f.moneyErrorAfterReview());
      case F1_ACCOUNT -> byAccount(cases);
      case HOTA -> tracking(cases, t -> t.hota());
      case MOTA -> tracking(cases, t -> t.mota());
      case IDF1 -> tracking(cases, t -> t.idf1());
      case CHARGED_WRONGLY -> ratio(cases, f -> 1000.0 * wrongly(f), f -> f.lines());
      case REVIEW -> ratio(cases, f -> 1000.0 * f.linesInReview(), f -> f.lines());
    };
  }

  /** As tables print it; a dash where there is none. */
  public String print(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    boolean perThousand = this == REVIEW || this == CHARGED_WRONGLY;
    return String.format(Locale.ROOT, perThousand ? "%.0f" : "%.3f", value);
  }

  private static long wrongly(CaseFigures figures) {
    return figures.judged().stream().filter(JudgedLine::chargesWrongly).count();
  }

  /** A case that crashed may have had accounts: it counts as 0 where any other has them. */
  private static double byAccount(List<CaseResult> cases) {
    double sum = 0;
    int crashed = 0;
    int with = 0;
    for (CaseResult c : cases) {
      Double f1 = c.figures().f1ByAccount();
      crashed += c.isFailed() ? 1 : 0;
      if (f1 != null) {
        with++;
        sum += f1;
      }
    }
    return with == 0 ? Double.NaN : sum / (with + crashed);
  }

  private static double money(
      List<CaseResult> cases, Function<CaseFigures, @Nullable Double> error) {
    double sum = 0;
    int with = 0;
    for (CaseResult c : cases) {
      Double of = error.apply(c.figures());
      sum += of == null ? 0 : of;
      with += of == null ? 0 : 1;
    }
    return with == 0 ? Double.NaN : sum / with;
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

  /** Over all frames of all cases that have tracks, as if they were one sequence. */
  private static double tracking(List<CaseResult> cases, ToDoubleFunction<Tracking> figure) {
    PooledTracking pooled = new PooledTracking();
    cases.forEach(c -> pooled.add(c.figures().tracking()));
    Tracking tracking = pooled.figures();
    return tracking == null ? Double.NaN : figure.applyAsDouble(tracking);
  }
}
