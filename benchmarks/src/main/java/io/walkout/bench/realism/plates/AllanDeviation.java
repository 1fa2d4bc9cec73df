package io.walkout.bench.realism.plates;

/**
 * How far the mean of one stretch lies from the mean of the next: D. W. Allan, "Statistics of
 * atomic frequency standards", Proc. IEEE 54 (1966), overlapping estimate (IEEE Std 1139). Falls
 * with the root of the length for white noise, rises where the plate drifts.
 */
public final class AllanDeviation {
  private AllanDeviation() {}

  /**
   * The deviation for each length.
   *
   * @param series evenly sampled
   * @param lengths samples of a stretch; NaN where the series is shorter than two of them
   */
  public static double[] of(double[] series, int[] lengths) {
    double[] sums = new double[series.length + 1];
    for (int i = 0; i < series.length; i++) {
      sums[i + 1] = sums[i] + series[i] - series[0];
    }
    double[] deviation = new double[lengths.length];
    for (int k = 0; k < lengths.length; k++) {
      int m = lengths[k];
      int count = series.length - 2 * m + 1;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double step = (sums[i + 2 * m] - 2 * sums[i + m] + sums[i]) / m;
        squares += step * step;
      }
      deviation[k] = count > 0 ? Math.sqrt(squares / (2 * count)) : Double.NaN;
    }
    return deviation;
  }
}
