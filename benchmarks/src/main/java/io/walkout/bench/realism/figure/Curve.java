package io.walkout.bench.realism.figure;

import java.util.Arrays;
import java.util.List;

/**
 * A curve with a band: at each x the middle of many series and where most of them lie.
 *
 * @param x places, rising
 * @param middle median there
 * @param low a tenth of the series lie below
 * @param high a tenth lie above
 */
public record Curve(double[] x, double[] middle, double[] low, double[] high) {
  /** The curve of series that have one value at each x; NaN without series. */
  public static Curve of(double[] x, List<double[]> series) {
    double[] middle = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    double[] at = new double[series.size()];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < at.length; k++) {
        at[k] = series.get(k)[i];
      }
      middle[i] = Quantiles.median(at);
      low[i] = Quantiles.of(at, 0.1);
      high[i] = Quantiles.of(at, 0.9);
    }
    return new Curve(x, middle, low, high);
  }

  /** Several series as one band, whatever they are: for series of a few. */
  public static Curve single(double[] x, double[] y) {
    return new Curve(x, y, y, y);
  }

  /** Whether the band is more than the line. */
  public boolean hasBand() {
    return !Arrays.equals(low, high);
  }
}
