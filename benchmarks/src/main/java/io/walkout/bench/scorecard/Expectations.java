package io.walkout.bench.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each case of a suite is expected to be worth, kept with the sources. The program is
 * deterministic, so that what comes out is what is expected to the last digit: any fall, of F1 or
 * of F1 over charged lines, is a change of the program's doing.
 *
 * @param cases by the case's label, in the order of the file
 */
record Expectations(Map<String, Expected> cases) {
  static final Expectations NONE = new Expectations(Map.of());

  /** Figures closer than this are the same: half of the last decimal that the file keeps. */
  static final double TOLERANCE = 5e-7;

  private static final String FORMAT = "walkout-expectations";
  private static final int VERSION = 1;

  /** Copies the map, in order. */
  Expectations {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }

  /**
   * What one case is expected to be worth.
   *
   * @param f1 see {@link CaseFigures#f1}
   * @param f1Charged see {@link CaseFigures#f1Charged}
   */
  record Expected(double f1, double f1Charged) {}

  /**
   * A case that is not as expected.
   *
   * @param result what came out
   * @param expected what was expected
   */
  record Change(CaseResult result, Expected expected) {}

  /**
   * What came of holding a scorecard against expectations.
   *
   * @param falls cases that are worse in any figure, in the scorecard's order
   * @param rises cases that are better and in nothing worse
   * @param unexpected cases that the file says nothing about
   * @param missing labels in the file that no case had
   * @param judged how many cases were held against the file
   */
  record Verdict(
      List<Change> falls,
      List<Change> rises,
      List<CaseResult> unexpected,
      List<String> missing,
      int judged) {
    boolean isFall() {
      return !falls.isEmpty() || !missing.isEmpty() || !unexpected.isEmpty();
    }

    void print(Path file, PrintWriter out) {
      out.println();
      for (Change fall : falls) {
        out.println("FELL  " + describe(fall));
        out.println(ScorecardPage.whatWentWrong(fall.result()).indent(6).stripTrailing());
        out.println("      " + fall.result().of().command());
      }
      for (Change rise : rises) {
        out.println("ROSE  " + describe(rise));
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

    private static String describe(Change change) {
      CaseFigures is = change.result().figures();
      return String.format(
          Locale.ROOT,
          "%s: F1 %.4f, expected %.4f; charged lines %.4f, expected %.4f",
          change.result().of().label(),
          is.f1(),
          change.expected().f1(),
          is.f1Charged(),
          change.expected().f1Charged());
    }
  }

  /** Holds a scorecard against this; {@code isWhole} says whether no case was left out. */
  Verdict judge(Scorecard card, boolean isWhole) {
    List<Change> falls = new ArrayList<>();
    List<Change> rises = new ArrayList<>();
    List<CaseResult> unexpected = new ArrayList<>();
    Map<String, Expected> missing = new LinkedHashMap<>(cases);
    for (CaseResult c : card.cases()) {
      Expected expected = missing.remove(c.of().label());
      if (expected == null) {
        unexpected.add(c);
        continue;
      }
      double f1 = c.figures().f1() - expected.f1();
      double charged = c.figures().f1Charged() - expected.f1Charged();
      if (f1 < -TOLERANCE || charged < -TOLERANCE) {
        falls.add(new Change(c, expected));
      } else if (f1 > TOLERANCE || charged > TOLERANCE) {
        rises.add(new Change(c, expected));
      }
    }
    return new Verdict(
        falls,
        rises,
        unexpected,
        isWhole ? List.copyOf(missing.keySet()) : List.of(),
        card.cases().size() - unexpected.size());
  }

  /** These, with a scorecard's cases in place of what was expected of them. */
  Expectations with(Scorecard card) {
    Map<String, Expected> all = new LinkedHashMap<>(cases);
    card.cases()
        .forEach(
            c -> all.put(c.of().label(), new Expected(c.figures().f1(), c.figures().f1Charged())));
    return new Expectations(all);
  }

  static Expectations read(Path file) throws IOException {
    JsonNode root = ScorecardFile.root(file, FORMAT, VERSION);
    Map<String, Expected> cases = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("cases").properties()) {
      JsonNode f1 = entry.getValue().path("f1");
      JsonNode charged = entry.getValue().path("f1Charged");
      if (!f1.isNumber() || !charged.isNumber()) {
        throw new UserError(
            file + ": cases['" + entry.getKey() + "']: expected numbers f1 and f1Charged");
      }
      cases.put(entry.getKey(), new Expected(f1.asDouble(), charged.asDouble()));
    }
    if (cases.isEmpty()) {
      throw new UserError(file + ": cases is empty; expected one for each case of the suite");
    }
    return new Expectations(cases);
  }

  void write(Path file) throws IOException {
    ObjectNode root = ScorecardFile.JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.set("cases", ScorecardFile.JSON.valueToTree(cases));
    ScorecardFile.write(file, ScorecardFile.text(root));
  }
}
