package io.walkout.bench.scorecard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A comparison for a terminal, and as JSON. */
final class ComparisonText {
  static final String FORMAT = "walkout-scorecard-comparison";
  static final int VERSION = 1;

  private static final int SHOWN_CASES = 10;

  private ComparisonText() {}

  static ObjectNode json(Comparison comparison) {
    ObjectNode root = ScorecardFile.JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.put("before", comparison.nameBefore()).put("after", comparison.nameAfter());
    root.set("overall", ScorecardFile.JSON.valueToTree(comparison.overall()));
    root.set("rows", ScorecardFile.JSON.valueToTree(comparison.rows()));
    pairs(root.putArray("better"), comparison.pairs(Comparison.Verdict.BETTER));
    pairs(root.putArray("worse"), comparison.pairs(Comparison.Verdict.WORSE));
    root.put("same", comparison.pairs(Comparison.Verdict.SAME).size());
    labels(root.putArray("onlyBefore"), comparison.onlyBefore());
    labels(root.putArray("onlyAfter"), comparison.onlyAfter());
    return root;
  }

  private static void pairs(ArrayNode array, List<Comparison.Pair> pairs) {
    for (Comparison.Pair pair : pairs) {
      ObjectNode node = array.addObject();
      node.put("case", pair.after().of().label());
      node.put("f1Before", pair.before().figures().f1());
      node.put("f1After", pair.after().figures().f1());
      node.put("f1ChargedBefore", pair.before().figures().f1Charged());
      node.put("f1ChargedAfter", pair.after().figures().f1Charged());
      node.put("wrongBefore", ScorecardPage.whatWentWrong(pair.before()));
      node.put("wrongAfter", ScorecardPage.whatWentWrong(pair.after()));
      node.put("command", pair.after().command());
    }
  }

  private static void labels(ArrayNode array, List<SuiteCase> cases) {
    cases.forEach(c -> array.add(c.label()));
  }

  static void print(Comparison comparison, PrintWriter out) {
    int width =
        Math.min(60, comparison.rows().stream().mapToInt(r -> r.name().length()).max().orElse(12));
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5s %7s %7s  %-29s%n",
        "row",
        "pairs",
        "before",
        "after",
        "change of F1");
    comparison.rows().forEach(row -> line(row, width, out));
    line(comparison.overall(), width, out);
    cases("better", comparison.pairs(Comparison.Verdict.BETTER), out);
    cases("worse", comparison.pairs(Comparison.Verdict.WORSE), out);
    out.println();
    out.println(summary(comparison));
  }

  static String summary(Comparison comparison) {
    int only = comparison.onlyBefore().size() + comparison.onlyAfter().size();
    return comparison.pairs().size()
        + (comparison.pairs().size() == 1 ? " case in both: " : " cases in both: ")
        + comparison.pairs(Comparison.Verdict.BETTER).size()
        + " got better, "
        + comparison.pairs(Comparison.Verdict.WORSE).size()
        + " got worse, "
        + comparison.pairs(Comparison.Verdict.SAME).size()
        + " are the same"
        + (only == 0 ? "" : "; " + only + " are only in one");
  }

  /** A change with its interval, in words. */
  static String change(Comparison.RowChange row, Figure figure) {
    Estimate change = row.change(figure);
    if (change == null) {
      return "";
    }
    String interval =
        change.low() == null || change.high() == null || change.low().equals(change.high())
            ? ""
            : String.format(Locale.ROOT, " (%+.3f to %+.3f)", change.low(), change.high());
    return String.format(Locale.ROOT, "%+.3f", change.value()) + interval;
  }

  private static void line(Comparison.RowChange row, int width, PrintWriter out) {
    String word =
        switch (row.verdict(Figure.F1)) {
          case BETTER -> "better";
          case WORSE -> "WORSE";
          case SAME -> row.better() + row.worse() == 0 ? "" : "within chance";
        };
    String name = row.name();
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %5d %7s %7s  %-29s%s%n",
        name.length() > width ? name.substring(0, width - 1) + "…" : name,
        row.pairs(),
        Figure.F1.print(row.before().getOrDefault(Figure.F1.key(), Double.NaN)),
        Figure.F1.print(row.after().getOrDefault(Figure.F1.key(), Double.NaN)),
        change(row, Figure.F1),
        word);
  }

  private static void cases(String what, List<Comparison.Pair> pairs, PrintWriter out) {
    if (pairs.isEmpty()) {
      return;
    }
    out.println();
    out.println("Got " + what + ":");
    for (Comparison.Pair pair : pairs.subList(0, Math.min(SHOWN_CASES, pairs.size()))) {
      out.printf(
          Locale.ROOT,
          "  %s: F1 %.3f to %.3f, charged lines %.3f to %.3f%n    %s%n",
          pair.after().of().label(),
          pair.before().figures().f1(),
          pair.after().figures().f1(),
          pair.before().figures().f1Charged(),
          pair.after().figures().f1Charged(),
          pair.after().command());
    }
    if (pairs.size() > SHOWN_CASES) {
      out.println("  and " + (pairs.size() - SHOWN_CASES) + " more, in the report");
    }
  }
}
