package io.walkout.bench.scorecard;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** A scorecard for a terminal. */
final class ScorecardText {
  private static final int SHOWN_CASES = 10;

  private ScorecardText() {}

  static void print(Scorecard card, PrintWriter out) {
    int width = card.rows().stream().mapToInt(g -> g.name().length()).max().orElse(0);
    width = Math.min(60, Math.max(12, width));
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5s %15s %7s %7s %7s %7s %7s%n",
        "row",
        "cases",
        "F1",
        "charged",
        "anyone",
        "exact",
        "money",
        "review");
    for (Group row : card.rows()) {
      line(row, row.name(), width, out);
    }
    line(card.overall(), "all", width, out);
    out.println();
    if (card.overall().mistakes() > 0) {
      StringBuilder causes = new StringBuilder("mistakes: ");
      for (Map.Entry<String, Integer> cause : card.overall().causes().entrySet()) {
        causes.append(cause.getValue()).append(' ').append(cause.getKey()).append(", ");
      }
      out.println(causes.substring(0, causes.length() - 2));
    }
    out.printf(
        Locale.ROOT,
        "calibration error %.3f over %d lines; exit to receipt %.1f s (95 %% within %.1f s, longest"
            + " %.1f s)%n",
        card.calibration().expectedCalibrationError(),
        card.calibration().lines(),
        card.waiting().medianSeconds(),
        card.waiting().p95Seconds(),
        card.waiting().maxSeconds());
    card.wrongCases().stream().limit(SHOWN_CASES).forEach(c -> wrong(c, out));
    int more = card.wrongCases().size() - SHOWN_CASES;
    if (more > 0) {
      out.println("and " + more + " more, in the report");
    }
  }

  private static void line(Group group, String name, int width, PrintWriter out) {
    Estimate f1 = group.figure(Figure.F1);
    String plusMinus =
        f1 == null || f1.low() == null || f1.high() == null
            ? ""
            : String.format(Locale.ROOT, " ±%.3f", (f1.high() - f1.low()) / 2);
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5d %15s %7.3f %7.3f %7.3f %7.3f %7.0f%n",
        name.length() > width ? name.substring(0, width - 1) + "…" : name,
        group.cases(),
        String.format(Locale.ROOT, "%.3f", group.value(Figure.F1)) + plusMinus,
        group.value(Figure.F1_CHARGED),
        group.value(Figure.F1_ANYONE),
        group.value(Figure.EXACT),
        group.value(Figure.MONEY_ERROR),
        group.value(Figure.REVIEW));
  }

  private static void wrong(CaseResult c, PrintWriter out) {
    out.printf(Locale.ROOT, "%n%s: F1 %.3f%n", c.of().label(), c.figures().f1());
    out.println(ScorecardPage.whatWentWrong(c).indent(2).stripTrailing());
    out.println("  " + c.of().command());
  }
}
