package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Intervals by the percentile bootstrap (Efron 1979; Efron and Tibshirani 1993, chapter 13): the
 * cases are drawn again with replacement, the figure is computed from each draw, and the middle 95
 * % of what comes out is the interval. Rows are fixed by the suite and seeds are chance, so each
 * row's cases are drawn from that row; rows with a single case are drawn from together, since alone
 * they would pretend to vary by nothing. Seeded: the same cases always give the same interval.
 */
public final class Bootstrap {
  /** Draws; chosen: the ends of an interval are then good to about a hundredth of its width. */
  static final int DRAWS = 2000;

  private static final double OUTSIDE = 0.025;

  /** Any constant: fixed so that a figure's interval never depends on what else was computed. */
  private static final long SEED = 0x5eed_0f_ba5e_ba11L;

  private Bootstrap() {}

  /**
   * A figure and its interval; null if the figure does not exist over the cases (nothing to divide
   * by).
   *
   * @param strata the cases, row by row
   * @param figure computed from any draw; NaN where a draw has none, and such draws are left out
   */
  static <T> @Nullable Estimate estimate(List<List<T>> strata, ToDoubleFunction<List<T>> figure) {
    List<T> all = strata.stream().flatMap(List::stream).toList();
    double value = figure.applyAsDouble(all);
    if (Double.isNaN(value)) {
      return null;
    }
    if (all.size() < 2) {
      return new Estimate(value, null, null);
    }
    List<List<T>> pools = pools(strata);
    SplittableRandom chance = new SplittableRandom(SEED);
    double[] drawn = new double[DRAWS];
    int n = 0;
    List<T> draw = new ArrayList<>(all.size());
    for (int b = 0; b < DRAWS; b++) {
      draw.clear();
      for (List<T> pool : pools) {
        for (int i = 0; i < pool.size(); i++) {
          draw.add(pool.get(chance.nextInt(pool.size())));
        }
      }
      double figureOfDraw = figure.applyAsDouble(draw);
      if (!Double.isNaN(figureOfDraw)) {
        drawn[n++] = figureOfDraw;
      }
    }
    double[] sorted = Arrays.copyOf(drawn, n);
    Arrays.sort(sorted);
    return n == 0
        ? new Estimate(value, null, null)
        : new Estimate(value, percentile(sorted, OUTSIDE), percentile(sorted, 1 - OUTSIDE));
  }

  private static <T> List<List<T>> pools(List<List<T>> strata) {
    List<List<T>> pools = new ArrayList<>();
    List<T> single = new ArrayList<>();
    for (List<T> stratum : strata) {
      if (stratum.size() == 1) {
        single.addAll(stratum);
      } else if (!stratum.isEmpty()) {
        pools.add(stratum);
      }
    }
    if (!single.isEmpty()) {
      pools.add(single);
    }
    return pools;
  }

  /**
   * A percentile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
   *
   * @param sorted ascending, at least one
   * @param share 0..1
   */
  static double percentile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
