package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Results made by hand. */
final class Cases {
  private Cases() {}

  static SuiteCase which(String scenario, long seed) {
    return new SuiteCase(Row.plain(scenario), seed);
  }

  static CaseResult result(String scenario, long seed, double f1, double f1Charged) {
    return CaseResult.of(which(scenario, seed), figures(f1, f1Charged));
  }

  static CaseResult result(String scenario, long seed, double f1) {
    return result(scenario, seed, f1, f1);
  }

  static CaseFigures figures(double f1, double f1Charged) {
    return new CaseFigures(
        f1,
        f1Charged,
        f1,
        null,
        1,
        1,
        1,
        f1 == 1 ? 1 : 0,
        1,
        1 - f1Charged,
        1 - f1,
        1,
        0,
        List.of(3.0),
        Map.of(),
        f1 == 1 ? List.of() : List.of("missed: 123 of p1"),
        List.of(),
        null);
  }

  /** One row, seeds from 1, with these F1. */
  static List<CaseResult> row(String scenario, double... f1) {
    List<CaseResult> row = new ArrayList<>();
    for (int i = 0; i < f1.length; i++) {
      row.add(result(scenario, i + 1, f1[i]));
    }
    return row;
  }

  static Scorecard card(List<CaseResult> cases) {
    return Scorecard.of("made", "", cases);
  }
}
