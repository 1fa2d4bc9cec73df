package io.walkout.node.cli;

import io.walkout.node.score.Score;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** A score for people to read. */
final class ScoreText {
  private ScoreText() {}

  static void print(Score s, PrintWriter out) {
    line(out, "case", s.caseName());
    line(
        out,
        "F1",
        "%.4f   (%d right, %d on receipts, %d taken)",
        s.f1(),
        s.truePositives(),
        s.predicted(),
        s.truth());
    line(out, "F1, charged lines", "%.4f", s.f1Charged());
    line(out, "F1, by anyone", "%.4f", s.f1WithoutPeople());
    line(out, "exact receipts", "%d of %d", s.exactReceipts(), s.people());
    line(
        out,
        "money error",
        Double.isNaN(s.moneyError()) ? "nothing due, something charged" : "%.4f",
        s.moneyError());
    line(
        out,
        "lines in review",
        "%d of %d  (%.0f per 1,000)",
        s.linesInReview(),
        s.lines(),
        s.reviewPerThousand());
    line(
        out,
        "exit to receipt",
        Double.isNaN(s.secondsToReceipt()) ? "unknown" : "%.2f s at worst",
        s.secondsToReceipt());
    line(out, "people matched by", s.matchedBy());
    units(out, "missing", s.missing());
    units(out, "too many", s.extra());
    if (!s.unpricedInTruth().isEmpty()) {
      line(out, "without price", String.join(", ", s.unpricedInTruth()));
    }
  }

  private static void units(
      PrintWriter out, String what, Map<String, Map<String, Integer>> byPerson) {
    byPerson.forEach(
        (person, units) ->
            units.forEach((barcode, n) -> line(out, what, "%d x %s  (%s)", n, barcode, person)));
  }

  @SuppressWarnings({"AnnotateFormatMethod", "FormatStringAnnotation"})
  private static void line(PrintWriter out, String label, String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "%-19s%s%n", label, text);
  }
}
