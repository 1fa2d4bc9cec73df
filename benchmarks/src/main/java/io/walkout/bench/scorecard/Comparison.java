package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two scorecards side by side, case by case: those of the same row and seed are pairs, and only
 * pairs are compared. Whether a row's change is more than its seeds' chance is judged by a paired
 * bootstrap: pairs are drawn again, and the change lies beyond chance if the 95 % interval of its
 * differences holds no zero.
 *
 * @param nameBefore what the first scorecard is called
 * @param nameAfter what the second is called
 * @param overall over all pairs
 * @param rows by row, in the second scorecard's order
 * @param pairs in the second scorecard's order
 * @param onlyBefore cases that only the first has
 * @param onlyAfter cases that only the second has
 */
record Comparison(
    String nameBefore,
    String nameAfter,
    RowChange overall,
    List<RowChange> rows,
    List<Pair> pairs,
    List<SuiteCase> onlyBefore,
    List<SuiteCase> onlyAfter) {
  /** Copies the lists. */
  Comparison {
    rows = List.copyOf(rows);
    pairs = List.copyOf(pairs);
    onlyBefore = List.copyOf(onlyBefore);
    onlyAfter = List.copyOf(onlyAfter);
  }

  /** How two results stand to each other. */
  enum Verdict {
    /** The second is better. */
    BETTER,
    /** The second is worse. */
    WORSE,
    /** There is no difference in F1, nor in F1 of charged lines. */
    SAME
  }

  /**
   * One case, twice.
   *
   * @param before in the first scorecard
   * @param after in the second
   */
  record Pair(CaseResult before, CaseResult after) {
    /** Difference in F1. */
    double change() {
      return after.figures().f1() - before.figures().f1();
    }

    /** Difference in F1 over charged lines. */
    double changeCharged() {
      return after.figures().f1Charged() - before.figures().f1Charged();
    }

    /** By F1, and where that is the same, by F1 over charged lines. A crash is worse than any. */
    Verdict verdict() {
      if (before.isFailed() != after.isFailed()) {
        return after.isFailed() ? Verdict.WORSE : Verdict.BETTER;
      }
      double change = Math.abs(change()) > Held.EXACTLY ? change() : changeCharged();
      return Math.abs(change) <= Held.EXACTLY
          ? Verdict.SAME
          : change > 0 ? Verdict.BETTER : Verdict.WORSE;
    }
  }

  /**
   * A row, twice.
   *
   * @param name the row
   * @param pairs how many seeds both have
   * @param better how many of them got better
   * @param worse how many got worse
   * @param before figures in the first scorecard, over the pairs
   * @param after figures in the second
   * @param change differences with their intervals
   */
  record RowChange(
      String name,
      int pairs,
      int better,
      int worse,
      Map<String, Double> before,
      Map<String, Double> after,
      Map<String, Estimate> change) {
    /** Copies the maps, in order. */
    RowChange {
      before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
      after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
      change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    }

    @Nullable Estimate change(Figure figure) {
      return change.get(figure.key());
    }

    /** Whether a figure's change is beyond chance, and which way. */
    Verdict verdict(Figure figure) {
      Estimate estimate = change(figure);
      if (estimate == null || estimate.low() == null || estimate.high() == null) {
        return Verdict.SAME;
      }
      if (estimate.low() > Held.EXACTLY) {
        return figure.isMoreBetter() ? Verdict.BETTER : Verdict.WORSE;
      }
      if (estimate.high() < -Held.EXACTLY) {
        return figure.isMoreBetter() ? Verdict.WORSE : Verdict.BETTER;
      }
      return Verdict.SAME;
    }
  }

  static Comparison of(String nameBefore, Scorecard before, String nameAfter, Scorecard after) {
    Map<SuiteCase, CaseResult> first = new LinkedHashMap<>();
    before.cases().forEach(c -> first.put(c.of(), c));
    List<Pair> pairs = new ArrayList<>();
    List<SuiteCase> onlyAfter = new ArrayList<>();
    for (CaseResult c : after.cases()) {
      CaseResult same = first.remove(c.of());
      if (same == null) {
        onlyAfter.add(c.of());
      } else {
        pairs.add(new Pair(same, c));
      }
    }
    Map<String, List<Pair>> byRow = new LinkedHashMap<>();
    pairs.forEach(
        p -> byRow.computeIfAbsent(p.after().of().row().label(), r -> new ArrayList<>()).add(p));
    return new Comparison(
        nameBefore,
        nameAfter,
        change("all", new ArrayList<>(byRow.values())),
        byRow.entrySet().stream().map(e -> change(e.getKey(), List.of(e.getValue()))).toList(),
        pairs,
        List.copyOf(first.keySet()),
        onlyAfter);
  }

  private static RowChange change(String name, List<List<Pair>> strata) {
    List<Pair> pairs = strata.stream().flatMap(List::stream).toList();
    Map<String, Double> before = new LinkedHashMap<>();
    Map<String, Double> after = new LinkedHashMap<>();
    Map<String, Estimate> change = new LinkedHashMap<>();
    for (Figure figure : Figure.values()) {
      ToDoubleFunction<List<Pair>> first = p -> figure.over(list(p, Pair::before));
      ToDoubleFunction<List<Pair>> second = p -> figure.over(list(p, Pair::after));
      before.put(figure.key(), first.applyAsDouble(pairs));
      after.put(figure.key(), second.applyAsDouble(pairs));
      Estimate difference =
          Bootstrap.estimate(strata, p -> second.applyAsDouble(p) - first.applyAsDouble(p));
      if (difference != null) {
        change.put(figure.key(), difference);
      }
    }
    return new RowChange(
        name,
        pairs.size(),
        (int) pairs.stream().filter(p -> p.verdict() == Verdict.BETTER).count(),
        (int) pairs.stream().filter(p -> p.verdict() == Verdict.WORSE).count(),
        before,
        after,
        change);
  }

  private static List<CaseResult> list(
      List<Pair> pairs, java.util.function.Function<Pair, CaseResult> which) {
    return pairs.stream().map(which).toList();
  }

  /** The pairs of a verdict, the greatest change first; equal ones keep their order. */
  List<Pair> pairs(Verdict verdict) {
    return pairs.stream()
        .filter(p -> p.verdict() == verdict)
        .sorted(
            Comparator.comparingDouble((Pair p) -> -Math.abs(p.change()))
                .thenComparingDouble(p -> -Math.abs(p.changeCharged())))
        .toList();
  }
}
