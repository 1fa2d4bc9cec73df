package io.walkout.bench.realism.figure;

import java.util.Arrays;

/** Order statistics of plain arrays. Values that are NaN do not count. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The value below which a share of the others lie, interpolated between neighbours (Hyndman and
   * Fan, 1996, type 7); NaN if there is none.
   *
   * @param share 0 to 1
   */
  public static double of(double[] values, double share) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The middle value. */
  public static double median(double[] values) {
    return of(values, 0.5);
  }

  /** The largest value; NaN if there is none. */
  public static double max(double[] values) {
    return of(values, 1);
  }

  /** The smallest value; NaN if there is none. */
  public static double min(double[] values) {
    return of(values, 0);
  }

  /** Standard deviation (divisor n) of part of a series, without NaNs; NaN if it is empty. */
  public static double sigma(double[] values, int from, int to) {
    int n = 0;
    double mean = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(values[i])) {
        n++;
        double off = values[i] - mean;
        mean += off / n;
        squares += off * (values[i] - mean);
      }
    }
    return n == 0 ? Double.NaN : Math.sqrt(squares / n);
  }
}
