package io.walkout.bench.scorecard;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard for a terminal. */
final class ScorecardText {
  private static final int SHOWN_CASES = 10;

  private ScorecardText() {}

  static void print(Scorecard card, PrintWriter out) {
    if (card.overall().failed() > 0) {
      out.printf(
          Locale.ROOT,
          "%d of %d cases CRASHED; each counts as the worst there is%n%n",
          card.overall().failed(),
          card.cases().size());
    }
    if (card.method() == Method.CONTEST) {
      out.println("By the contest's method, not the program:");
    }
    int width = card.rows().stream().mapToInt(g -> g.name().length()).max().orElse(0);
    width = Math.min(60, Math.max(12, width));
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5s %15s %7s %7s %7s %7s %8s %7s %7s%n",
        "row",
        "cases",
        "F1",
        "charged",
        "anyone",
        "exact",
        "money",
        "reviewed",
        "wrong",
        "review");
    for (Group row : card.rows()) {
      line(row, row.name(), width, out);
    }
    line(card.overall(), "all", width, out);
    out.println();
    byFault(card, width, out);
    if (card.overall().mistakes() > 0) {
      StringBuilder causes = new StringBuilder("mistakes: ");
      for (Map.Entry<String, Integer> cause : card.overall().causes().entrySet()) {
        causes.append(cause.getValue()).append(' ').append(cause.getKey()).append(", ");
      }
      out.println(causes.substring(0, causes.length() - 2));
    }
    out.println(certaintyAndWaiting(card));
    if (card.contrast() != null) {
      out.println();
      ContrastReport.print(card.contrast(), out);
    }
    if (!card.tolls().isEmpty()) {
      out.println();
      TollReport.print(card.tolls(), out);
    }
    card.wrongCases().stream().limit(SHOWN_CASES).forEach(c -> wrong(c, out));
    int more = card.wrongCases().size() - SHOWN_CASES;
    if (more > 0) {
      out.println("and " + more + " more, in the report");
    }
  }

  /** All scenarios together, fault by fault, where rows differ in both. */
  private static void byFault(Scorecard card, int width, PrintWriter out) {
    List<Group> faults =
        Group.each(
            card.cases(),
            c -> {
              String names = String.join("+", c.of().row().faults());
              return names.isEmpty() ? "no fault" : names;
            });
    if (faults.size() > 1 && faults.size() < card.rows().size()) {
      faults.forEach(group -> line(group, group.name(), width, out));
      out.println();
    }
  }

  private static String certaintyAndWaiting(Scorecard card) {
    Waiting waiting = card.waiting();
    return String.format(
            Locale.ROOT,
            "calibration error %s over %d lines; exit to receipt ",
            Figure.F1.print(card.calibration().expectedCalibrationError()),
            card.calibration().lines())
        + (waiting.receipts() == 0
            ? "–"
            : String.format(
                Locale.ROOT,
                "%.1f s (95 %% within %.1f s, longest %.1f s)",
                waiting.medianSeconds(),
                waiting.p95Seconds(),
                waiting.maxSeconds()));
  }

  private static void line(Group group, String name, int width, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5d %15s %7s %7s %7s %7s %8s %7s %7s%s%n",
        name.length() > width ? name.substring(0, width - 1) + "…" : name,
        group.cases(),
        Figure.F1.print(group.value(Figure.F1)) + plusMinus(group.figure(Figure.F1)),
        Figure.F1_CHARGED.print(group.value(Figure.F1_CHARGED)),
        Figure.F1_ANYONE.print(group.value(Figure.F1_ANYONE)),
        Figure.EXACT.print(group.value(Figure.EXACT)),
        Figure.MONEY_ERROR.print(group.value(Figure.MONEY_ERROR)),
        Figure.MONEY_AFTER_REVIEW.print(group.value(Figure.MONEY_AFTER_REVIEW)),
        Figure.CHARGED_WRONGLY.print(group.value(Figure.CHARGED_WRONGLY)),
        Figure.REVIEW.print(group.value(Figure.REVIEW)),
        group.failed() == 0 ? "" : "  " + group.failed() + " CRASHED");
  }

  /** Half an interval's width; nothing where there is no interval or all seeds agree. */
  private static String plusMinus(@Nullable Estimate f1) {
    if (f1 == null || f1.low() == null || f1.high() == null || f1.low().equals(f1.high())) {
      return "";
    }
    return String.format(Locale.ROOT, " ±%.3f", (f1.high() - f1.low()) / 2);
  }

  private static void wrong(CaseResult c, PrintWriter out) {
    out.printf(Locale.ROOT, "%n%s: F1 %.3f%n", c.of().label(), c.figures().f1());
    out.println(ScorecardPage.whatWentWrong(c).indent(2).stripTrailing());
    out.println("  " + c.command());
  }
}
