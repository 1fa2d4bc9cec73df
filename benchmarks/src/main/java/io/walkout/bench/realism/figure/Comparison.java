package io.walkout.bench.realism.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Real against simulated, figure by figure. Nothing is left out: what could be measured on one side
 * only is there too, and says so.
 *
 * @param rows one for each figure, in order
 */
public record Comparison(List<Row> rows) {
  /** Beyond this factor, either way, two figures are said to differ; chosen. */
  public static final double DIFFERS_FACTOR = 1.5;

  /** How two figures compare. */
  public enum Verdict {
    /** Within the factor. */
    ALIKE,
    /** Beyond the factor, but the real value lies among the seeds'. */
    WITHIN_SEEDS,
    /** Beyond the factor, and no seed came there. */
    DIFFERS,
    /** Measured on one side only, or on none. */
    NOT_COMPARED
  }

  /**
   * One figure.
   *
   * @param figure its name
   * @param real the recording's; NaN if it could not be measured
   * @param simulated the middle of the seeds'; NaN likewise
   * @param lowest the smallest of them
   * @param highest the largest
   * @param seeds how many had it
   */
  public record Row(
      Figure figure, double real, double simulated, double lowest, double highest, int seeds) {
    /** Simulated over real; NaN where that means nothing. */
    public double ratio() {
      return real == 0 && simulated == 0 ? 1 : simulated / real;
    }

    /** How they compare. */
    public Verdict verdict() {
      double ratio = ratio();
      if (Double.isNaN(ratio)) {
        return Verdict.NOT_COMPARED;
      }
      if (ratio >= 1 / DIFFERS_FACTOR && ratio <= DIFFERS_FACTOR) {
        return Verdict.ALIKE;
      }
      return real >= lowest && real <= highest ? Verdict.WITHIN_SEEDS : Verdict.DIFFERS;
    }
  }

  /** Copies the list. */
  public Comparison {
    rows = List.copyOf(rows);
  }

  /** Compares one real side with the simulated ones. */
  public static Comparison of(Measured real, List<Measured> simulated) {
    Map<Figure, Double> truly = real.figures();
    Set<Figure> all = new LinkedHashSet<>(truly.keySet());
    simulated.forEach(s -> all.addAll(s.figures().keySet()));
    Map<String, List<Row>> byGroup = new LinkedHashMap<>();
    for (Figure figure : all) {
      double[] values =
          simulated.stream()
              .mapToDouble(s -> s.figures().getOrDefault(figure, Double.NaN))
              .filter(v -> !Double.isNaN(v))
              .toArray();
      byGroup
          .computeIfAbsent(figure.group(), g -> new ArrayList<>())
          .add(
              new Row(
                  figure,
                  truly.getOrDefault(figure, Double.NaN),
                  Quantiles.median(values),
                  Quantiles.min(values),
                  Quantiles.max(values),
                  values.length));
    }
    return new Comparison(byGroup.values().stream().flatMap(List::stream).toList());
  }

  /** How many rows came out so. */
  public long count(Verdict verdict) {
    return rows.stream().filter(r -> r.verdict() == verdict).count();
  }
}
