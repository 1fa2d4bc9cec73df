package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some cases of a scorecard and what they are worth together: a row, a scenario, a tag, everything.
 *
 * @param name what they have in common
 * @param cases how many
 * @param failed how many of them never came to receipts
 * @param taken units truly taken
 * @param figures by {@link Figure#key}; those that don't exist over these cases are absent
 * @param causes mistakes by cause
 */
public record Group(
    String name,
    int cases,
    int failed,
    int taken,
    Map<String, Estimate> figures,
    Map<String, Integer> causes) {
  /** Copies the maps, in order. */
  public Group {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
  }

  /** Over these cases; resampled row by row. */
  static Group of(String name, List<CaseResult> cases) {
    List<List<CaseResult>> strata = new ArrayList<>(by(cases, c -> c.of().row().label()).values());
    Map<String, Estimate> figures = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      Estimate estimate = Bootstrap.estimate(strata, figure::over);
      if (estimate != null) {
        figures.put(figure.key(), estimate);
      }
    }
    Map<String, Integer> causes = new LinkedHashMap<>();
    cases.forEach(c -> c.figures().causes().forEach((k, n) -> causes.merge(k, n, Integer::sum)));
    return new Group(
        name,
        cases.size(),
        (int) cases.stream().filter(CaseResult::isFailed).count(),
        cases.stream().mapToInt(c -> c.figures().taken()).sum(),
        figures,
        causes);
  }

  /** One group for each value of the key, in the order of first appearance. */
  static List<Group> each(List<CaseResult> cases, Function<CaseResult, String> key) {
    return by(cases, key).entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  /** Cases by key, both in the order of first appearance. */
  static Map<String, List<CaseResult>> by(
      List<CaseResult> cases, Function<CaseResult, String> key) {
    Map<String, List<CaseResult>> by = new LinkedHashMap<>();
    cases.forEach(c -> by.computeIfAbsent(key.apply(c), k -> new ArrayList<>()).add(c));
    return by;
  }

  /** How many mistakes of all causes. */
  int mistakes() {
    return causes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A figure, or null where these cases have none. */
  public @Nullable Estimate figure(Figure figure) {
    return figures.get(figure.key());
  }

  /** A figure's value, NaN where these cases have none. */
  public double value(Figure figure) {
    Estimate estimate = figures.get(figure.key());
    return estimate == null ? Double.NaN : estimate.value();
  }
}
