package io.walkout.bench.scorecard;

import io.walkout.node.score.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program beside the published method of the contest's winner, on the same recordings: over the
 * cases for which both have receipts.
 *
 * @param overall all of them
 * @param rows by row, in the suite's order
 */
public record Contrast(Beside overall, List<Beside> rows) {
  /** Copies the list. */
  public Contrast {
    rows = List.copyOf(rows);
  }

  /**
   * A row, by both.
   *
   * @param name the row
   * @param cases how many
   * @param taken units truly taken
   * @param walkout what the program made of them
   * @param contest what the contest's method made of them
   * @param errorRatio the program's wrong units over the contest's, with its interval over seeds
   *     (pairs drawn again); null if the contest's has none
   */
  public record Beside(
      String name,
      int cases,
      int taken,
      Side walkout,
      Side contest,
      @Nullable Estimate errorRatio) {}

  /**
   * One method's worth.
   *
   * @param f1 mean over cases
   * @param f1Anyone the same by whomever
   * @param exact share of receipts that are exactly right
   * @param moneyError mean over cases; null where none has one
   * @param wrongUnits units too many and units missing
   * @param wrongByCause the same by cause; what and who wrong are two units each
   */
  public record Side(
      double f1,
      double f1Anyone,
      double exact,
      @Nullable Double moneyError,
      int wrongUnits,
      Map<String, Integer> wrongByCause) {
    /** Copies the map, in order. */
    public Side {
      wrongByCause = Collections.unmodifiableMap(new LinkedHashMap<>(wrongByCause));
    }
  }

  /** Computes it; null if no case has been run by both. */
  static @Nullable Contrast of(List<CaseResult> cases) {
    List<CaseResult> both = cases.stream().filter(c -> c.contest() != null).toList();
    if (both.isEmpty()) {
      return null;
    }
    Map<String, List<CaseResult>> byRow = Group.by(both, c -> c.of().row().label());
    List<Beside> rows = new ArrayList<>();
    byRow.forEach((name, row) -> rows.add(beside(name, List.of(row))));
    return new Contrast(beside("all", new ArrayList<>(byRow.values())), rows);
  }

  private static Beside beside(String name, List<List<CaseResult>> strata) {
    List<CaseResult> ours = strata.stream().flatMap(List::stream).toList();
    return new Beside(
        name,
        ours.size(),
        ours.stream().mapToInt(c -> c.figures().taken()).sum(),
        side(ours),
        side(ours.stream().map(CaseResult::byContest).toList()),
        Bootstrap.estimate(strata, Contrast::errorRatio));
  }

  private static double errorRatio(List<CaseResult> cases) {
    int ours = wrongUnits(cases);
    int theirs = wrongUnits(cases.stream().map(CaseResult::byContest).toList());
    return theirs == 0 ? Double.NaN : (double) ours / theirs;
  }

  private static Side side(List<CaseResult> cases) {
    Map<String, Integer> wrong = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      String key = ScoredCase.name(cause);
      int each = cause == Cause.WHAT_WRONG || cause == Cause.WHO_WRONG ? 2 : 1;
      wrong.put(
          key,
          each * cases.stream().mapToInt(c -> c.figures().causes().getOrDefault(key, 0)).sum());
    }
    double money = Figure.MONEY_ERROR.over(cases);
    return new Side(
        Figure.F1.over(cases),
        Figure.F1_ANYONE.over(cases),
        Figure.EXACT.over(cases),
        Double.isNaN(money) ? null : Double.valueOf(money),
        wrongUnits(cases),
        wrong);
  }

  private static int wrongUnits(List<CaseResult> cases) {
    int wrong = 0;
    for (CaseResult c : cases) {
      wrong += c.figures().predicted() + c.figures().taken() - 2 * c.figures().right();
    }
    return wrong;
  }
}
