package io.walkout.bench.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each case of a suite is expected to be worth, kept with the sources. The program is
 * deterministic, so that what comes out is what is expected: any fall of any figure, beyond what
 * {@link Held} lets pass, is a change of the program's doing.
 *
 * @param calibrationError of all cases together; null where nothing is expected of it
 * @param cases figures by the case's label, in the order of the file; what is absent is not held
 */
record Expectations(@Nullable Double calibrationError, Map<String, Map<Held, Double>> cases) {
  static final Expectations NONE = new Expectations(null, Map.of());

  /** How far the calibration error may rise. Chosen: half of what a reader can see in it. */
  static final double CALIBRATION_TOLERANCE = 0.005;

  private static final String FORMAT = "walkout-expectations";
  private static final int VERSION = 2;
  private static final String CALIBRATION = "calibrationError";

  /** Copies the map, in order. */
  Expectations {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }

  /** Holds a scorecard against this; {@code isWhole} says whether no case was left out. */
  ExpectationsVerdict judge(Scorecard card, boolean isWhole) {
    List<ExpectationsVerdict.Change> falls = new ArrayList<>();
    List<ExpectationsVerdict.Change> rises = new ArrayList<>();
    List<CaseResult> unexpected = new ArrayList<>();
    Map<String, Map<Held, Double>> missing = new LinkedHashMap<>(cases);
    for (CaseResult c : card.cases()) {
      Map<Held, Double> expected = missing.remove(c.of().label());
      if (expected == null) {
        unexpected.add(c);
        continue;
      }
      ExpectationsVerdict.Change change = ExpectationsVerdict.Change.of(c, expected);
      if (!change.fell().isEmpty()) {
        falls.add(change);
      } else if (!change.rose().isEmpty()) {
        rises.add(change);
      }
    }
    double calibration = card.calibration().expectedCalibrationError();
    boolean isCalibrationFall =
        isWhole
            && calibrationError != null
            && !(calibration <= calibrationError + CALIBRATION_TOLERANCE);
    return new ExpectationsVerdict(
        falls,
        rises,
        unexpected,
        isWhole ? List.copyOf(missing.keySet()) : List.of(),
        isCalibrationFall
            ? String.format(
                Locale.ROOT,
                "calibration error %s, expected %.4f",
                Figure.F1.print(calibration),
                calibrationError)
            : null,
        card.cases().size() - unexpected.size());
  }

  /**
   * These, with a scorecard's cases in place of what was expected of them.
   *
   * @param isWhole whether the scorecard is of the whole suite, so that its calibration counts
   * @throws IllegalArgumentException if a case crashed: nobody means that to be expected
   */
  Expectations with(Scorecard card, boolean isWhole) {
    Map<String, Map<Held, Double>> all = new LinkedHashMap<>(cases);
    for (CaseResult c : card.cases()) {
      if (c.isFailed()) {
        throw new IllegalArgumentException(c.of().label() + " crashed");
      }
      all.put(c.of().label(), Held.of(c));
    }
    double calibration = card.calibration().expectedCalibrationError();
    Double kept = Double.isNaN(calibration) ? null : Double.valueOf(calibration);
    return new Expectations(isWhole ? kept : calibrationError, all);
  }

  static Expectations read(Path file) throws IOException {
    JsonNode root = ScorecardFile.root(file, FORMAT, VERSION);
    Map<String, Map<Held, Double>> cases = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("cases").properties()) {
      cases.put(entry.getKey(), figures(file, entry.getKey(), entry.getValue()));
    }
    if (cases.isEmpty()) {
      throw new UserError(file + ": cases is empty; expected one for each case of the suite");
    }
    JsonNode calibration = root.path(CALIBRATION);
    if (!calibration.isMissingNode() && !calibration.isNumber()) {
      throw new UserError(file + ": " + CALIBRATION + ": expected a number");
    }
    return new Expectations(
        calibration.isNumber() ? Double.valueOf(calibration.asDouble()) : null, cases);
  }

  private static Map<Held, Double> figures(Path file, String label, JsonNode node) {
    Map<Held, Double> held = new EnumMap<>(Held.class);
    for (Held figure : Held.values()) {
      JsonNode value = node.path(figure.key());
      if (value.isNumber()) {
        held.put(figure, value.asDouble());
      } else if (!value.isMissingNode() || figure == Held.F1) {
        throw new UserError(file + ": cases['" + label + "']: expected a number " + figure.key());
      }
    }
    return held;
  }

  /** Writes them, a line for each case: what a change of the program did is a line that differs. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("{\n  \"format\" : \"" + FORMAT + "\",\n");
    text.append("  \"version\" : ").append(VERSION).append(",\n");
    if (calibrationError != null) {
      text.append("  \"" + CALIBRATION + "\" : ")
          .append(ScorecardFile.JSON.writeValueAsString(calibrationError))
          .append(",\n");
    }
    text.append("  \"cases\" : {");
    String separator = "\n    ";
    for (Map.Entry<String, Map<Held, Double>> entry : cases.entrySet()) {
      ObjectNode figures = ScorecardFile.JSON.createObjectNode();
      entry.getValue().forEach((held, value) -> figures.put(held.key(), held.rounded(value)));
      text.append(separator)
          .append(ScorecardFile.JSON.writeValueAsString(entry.getKey()))
          .append(" : ")
          .append(figures.toString().replace(",", ", ").replace("\":", "\": "));
      separator = ",\n    ";
    }
    ScorecardFile.write(file, text.append("\n  }\n}\n").toString());
  }
}
