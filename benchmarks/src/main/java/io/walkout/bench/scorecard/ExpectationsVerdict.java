package io.walkout.bench.scorecard;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of holding a scorecard against expectations.
 *
 * @param falls cases of which any figure fell, in the scorecard's order
 * @param rises cases that are better in something and worse in nothing
 * @param unexpected cases that the file says nothing about
 * @param missing labels in the file that no case had
 * @param calibrationFall what the calibration error is and was expected to be; null if it passes
 * @param judged how many cases were held against the file
 */
record ExpectationsVerdict(
    List<Change> falls,
    List<Change> rises,
    List<CaseResult> unexpected,
    List<String> missing,
    @Nullable String calibrationFall,
    int judged) {
  /**
   * A case that is not as expected.
   *
   * @param result what came out
   * @param fell each figure that fell, in words
   * @param rose each figure that rose, in words
   */
  record Change(CaseResult result, List<String> fell, List<String> rose) {
    static Change of(CaseResult result, Map<Held, Double> expected) {
      Map<Held, Double> is = Held.of(result);
      List<String> fell = new ArrayList<>();
      List<String> rose = new ArrayList<>();
      expected.forEach(
          (figure, value) -> {
            int change = figure.change(value, is.get(figure));
            if (change != 0) {
              (change < 0 ? fell : rose).add(figure.words(value, is.get(figure)));
            }
          });
      if (result.isFailed() && fell.isEmpty()) {
        fell.add("crashed");
      }
      return new Change(result, fell, rose);
    }
  }

  /** Whether the build fails. */
  boolean isFall() {
    return !falls.isEmpty()
        || !missing.isEmpty()
        || !unexpected.isEmpty()
        || calibrationFall != null;
  }

  void print(Path file, PrintWriter out) {
    out.println();
    for (Change fall : falls) {
      String though = fall.rose().isEmpty() ? "" : " (though " + join(fall.rose()) + ")";
      out.println("FELL  " + fall.result().of().label() + ": " + join(fall.fell()) + though);
      String wrong = ScorecardPage.whatWentWrong(fall.result());
      if (!wrong.isEmpty()) {
        out.println(wrong.indent(6).stripTrailing());
      }
      out.println("      " + fall.result().command());
    }
    for (Change rise : rises) {
      out.println("ROSE  " + rise.result().of().label() + ": " + join(rise.rose()));
    }
    if (calibrationFall != null) {
      out.println("FELL  all cases: " + calibrationFall);
    }
    missing.forEach(label -> out.println("GONE  " + label + ": expected, but not in the suite"));
    unexpected.forEach(c -> out.println("NEW   " + c.of().label() + ": nothing is expected yet"));
    out.printf(
        Locale.ROOT,
        "%d cases held against %s: %d fell, %d rose, %d new, %d gone%n",
        judged,
        file,
        falls.size(),
        rises.size(),
        unexpected.size(),
        missing.size());
    if (isFall() || !rises.isEmpty()) {
      out.println("If this is meant: run the same with --update-expectations and commit " + file);
    }
  }

  private static String join(List<String> figures) {
    return String.join("; ", figures);
  }
}
