package io.walkout.bench.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.walkout.node.score.Calibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suite's results and everything that is computed from them. The same results always give the
 * same scorecard.
 *
 * @param suite the suite's name
 * @param description one line about it; may be empty
 * @param method whose receipts the figures are of: never {@link Method#BOTH}, whose figures are the
 *     program's and which has a contrast
 * @param overall all cases together
 * @param rows by row, in the suite's order
 * @param scenarios by scenario, in the suite's order
 * @param tags by tag of the scenario; a case counts under each of its tags
 * @param calibration whether certainty is true
 * @param waiting from exit to receipt
 * @param contrast the program beside the contest's method; null unless both were run
 * @param tolls what each fault costs beside the same cases without it; empty unless both were run
 * @param cases in the suite's order
 */
public record Scorecard(
    String suite,
    String description,
    Method method,
    Group overall,
    List<Group> rows,
    List<Group> scenarios,
    List<Group> tags,
    Calibration calibration,
    Waiting waiting,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Contrast contrast,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Toll> tolls,
    List<CaseResult> cases) {
  /** Copies the lists. */
  public Scorecard {
    rows = List.copyOf(rows);
    scenarios = List.copyOf(scenarios);
    tags = List.copyOf(tags);
    tolls = List.copyOf(tolls);
    cases = List.copyOf(cases);
  }

  /** Computes it, of the program's own receipts. */
  static Scorecard of(String suite, String description, List<CaseResult> cases) {
    return of(suite, description, Method.WALKOUT, cases);
  }

  /** Computes it. */
  static Scorecard of(String suite, String description, Method method, List<CaseResult> cases) {
    Map<String, List<CaseResult>> byTag = new LinkedHashMap<>();
    for (CaseResult c : cases) {
      for (String tag : Library.tags(c.of().row().scenario())) {
        byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(c);
      }
    }
    return new Scorecard(
        suite,
        description,
        method == Method.BOTH ? Method.WALKOUT : method,
        Group.of("all", cases),
        Group.each(cases, c -> c.of().row().label()),
        Group.each(cases, c -> c.of().row().scenario()),
        byTag.entrySet().stream().map(e -> Group.of(e.getKey(), e.getValue())).toList(),
        Calibration.of(cases.stream().flatMap(c -> c.figures().judged().stream()).toList()),
        Waiting.of(cases),
        Contrast.of(cases),
        Toll.each(cases),
        cases);
  }

  /**
   * Groups, those with a crash first, then the lowest F1, then the lowest of charged lines; equal
   * ones keep their order.
   */
  static List<Group> worstFirst(List<Group> groups) {
    return groups.stream()
        .sorted(
            Comparator.comparing((Group g) -> g.failed() == 0)
                .thenComparingDouble(g -> g.value(Figure.F1))
                .thenComparingDouble(g -> g.value(Figure.F1_CHARGED)))
        .toList();
  }

  /**
   * The cases that are wrong in any way, those that crashed first, then the lowest F1; equal ones
   * keep their order.
   */
  List<CaseResult> wrongCases() {
    return cases.stream()
        .filter(CaseResult::isWrong)
        .sorted(
            Comparator.comparing((CaseResult c) -> !c.isFailed())
                .thenComparingDouble(c -> c.figures().f1()))
        .toList();
  }
}
