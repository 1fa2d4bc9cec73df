package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Comparison.Verdict;
import io.walkout.bench.realism.figure.Figure;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A report's figures as a table of text, which is also one of Markdown: docs/simulator.md holds it.
 */
final class RealismText {
  private RealismText() {}

  static void print(RealismReport report, PrintWriter out) {
    String group = "";
    for (Comparison.Row row : report.comparison().rows()) {
      Figure figure = row.figure();
      if (!figure.group().equals(group)) {
        group = figure.group();
        out.printf("%n%s%n%n", group);
        line(out, "figure", "real", "simulated", "seeds", "ratio", "mark");
        line(out, "---", "---:", "---:", "---:", "---:", "---");
      }
      line(
          out,
          figure.name() + (figure.unit().isEmpty() ? "" : ", " + figure.unit()),
          RealismPage.print(row.real()),
          RealismPage.print(row.simulated()),
          row.seeds() < 2
              ? ""
              : RealismPage.print(row.lowest()) + " to " + RealismPage.print(row.highest()),
          RealismPage.print(row.ratio()),
          mark(row.verdict()));
    }
    Comparison all = report.comparison();
    out.printf(
        Locale.ROOT,
        "%n%d figures alike (within a factor of %.1f), %d differ, %d differ but lie among the seeds,"
            + " %d on one side only%n",
        all.count(Verdict.ALIKE),
        Comparison.DIFFERS_FACTOR,
        all.count(Verdict.DIFFERS),
        all.count(Verdict.WITHIN_SEEDS),
        all.count(Verdict.NOT_COMPARED));
    report.notes().forEach(out::println);
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case ALIKE -> "";
      case WITHIN_SEEDS -> "spread";
      case DIFFERS -> "differs";
      case NOT_COMPARED -> "one side only";
    };
  }

  private static void line(
      PrintWriter out,
      String figure,
      String real,
      String simulated,
      String seeds,
      String ratio,
      String mark) {
    out.printf(
        "| %-62s | %7s | %9s | %16s | %6s | %-13s |%n",
        figure, real, simulated, seeds, ratio, mark);
  }
}
