package io.walkout.node.cli;

import io.walkout.node.score.Calibration;
import io.walkout.node.score.PartyScore;
import io.walkout.node.score.ReceiptDelay;
import io.walkout.node.score.Score;
import io.walkout.node.score.tracking.Tracking;
import java.io.PrintWriter;
import java.util.Locale;

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
    if (s.linesInReview() > 0 && !Double.isNaN(s.moneyErrorAfterReview())) {
      line(out, "  after review", "%.4f", s.moneyErrorAfterReview());
    }
    line(
        out,
        "lines in review",
        "%d of %d  (%.0f per 1,000)",
        s.linesInReview(),
        s.lines(),
        s.reviewPerThousand());
    if (s.linesDecided() > 0) {
      line(out, "lines decided", "%d, by a reviewer", s.linesDecided());
    }
    delay(out, s.delay());
    line(out, "people matched by", s.matchedBy());
    if (s.parties() != null) {
      parties(out, s.parties());
    }
    if (s.tracking() != null) {
      tracking(out, s.tracking());
    }
    calibration(out, s.calibration());
    ScoreMistakes.print(s.causes(), out);
    if (!s.unpricedInTruth().isEmpty()) {
      line(out, "without price", String.join(", ", s.unpricedInTruth()));
    }
    s.absent().forEach(what -> line(out, "not scored", what));
  }

  private static void delay(PrintWriter out, ReceiptDelay delay) {
    line(
        out,
        "exit to receipt",
        delay.seconds().isEmpty()
            ? "unknown"
            : "%.2f s in the middle, %.2f to %.2f s, 95 in 100 within %.2f s",
        delay.medianSeconds(),
        delay.minSeconds(),
        delay.maxSeconds(),
        delay.p95Seconds());
  }

  private static void parties(PrintWriter out, PartyScore parties) {
    line(
        out,
        "by account",
        "F1 %.4f, %d of %d exact",
        parties.f1(),
        parties.exactReceipts(),
        parties.parties());
  }

  private static void tracking(PrintWriter out, Tracking t) {
    line(
        out,
        "tracking",
        "HOTA %.2f  (DetA %.2f, AssA %.2f), MOTA %.2f, IDF1 %.2f, %d switches",
        100 * t.hota(),
        100 * t.detA(),
        100 * t.assA(),
        100 * t.mota(),
        100 * t.idf1(),
        t.identitySwitches());
    line(
        out,
        "places",
        Double.isNaN(t.medianErrorMetres())
            ? "nobody was found"
            : "%2$.2f %% found within 0.5 m, %1$.3f m off in the middle, %3$.2f %% false",
        t.medianErrorMetres(),
        100 * t.found(),
        100 * t.falsePlaces());
  }

  private static void calibration(PrintWriter out, Calibration c) {
    if (c.lines() > 0) {
      line(
          out,
          "certainty",
          "off by %.3f over %d lines (expected calibration error)",
          c.expectedCalibrationError(),
          c.lines());
    }
  }

  @SuppressWarnings({"AnnotateFormatMethod", "FormatStringAnnotation"})
  static void line(PrintWriter out, String label, String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "%-19s%s%n", label, text);
  }
}
