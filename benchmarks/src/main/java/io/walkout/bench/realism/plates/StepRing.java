package io.walkout.bench.realism.plates;

/**
 * The swing of a shelf after a step: its frequency, its size and how fast it dies. Slow changes are
 * taken out first, by a running mean of a quarter second.
 */
final class StepRing {
  private static final int RATE = PlateTape.RATE_HERTZ;
  private static final int QUARTER = RATE / 4;

  /** Frequencies looked at: below, hands move; above, there is nothing left to sample. */
  private static final double LOWEST_HERTZ = 4;

  private static final double HIGHEST_HERTZ = 28;

  private StepRing() {}

  /** Frequency (Hz), root mean square of the first quarter second (g), decay time (s); or NaNs. */
  static double[] read(double[] sum, int step, double noise) {
    int from = step + RATE / 10;
    int length = 6 * QUARTER;
    if (from - QUARTER < 0 || from + length + QUARTER > sum.length) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    double[] swing = new double[length];
    for (int i = 0; i < length; i++) {
      double mean = 0;
      for (int k = -QUARTER / 2; k <= QUARTER / 2; k++) {
        mean += sum[from + i + k] / (2 * (QUARTER / 2) + 1);
      }
      swing[i] = sum[from + i] - mean;
    }
    return new double[] {frequency(swing), rms(swing, 0), decay(swing, noise)};
  }

  private static double frequency(double[] swing) {
    double best = 0;
    double bestHertz = Double.NaN;
    for (double hertz = LOWEST_HERTZ; hertz <= HIGHEST_HERTZ; hertz += 0.25) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < RATE; i++) {
        double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / RATE);
        double turn = 2 * Math.PI * hertz * i / RATE;
        re += hann * swing[i] * Math.cos(turn);
        im += hann * swing[i] * Math.sin(turn);
      }
      if (re * re + im * im > best) {
        best = re * re + im * im;
        bestHertz = hertz;
      }
    }
    return bestHertz;
  }

  /** Straight line through the logarithm of the swing's size, as long as it stands out of noise. */
  private static double decay(double[] swing, double noise) {
    int n = 0;
    while (n < swing.length / QUARTER && rms(swing, n) > 1.5 * noise) {
      n++;
    }
    if (n < 2) {
      return Double.NaN;
    }
    double meanT = (n - 1) / 2.0;
    double meanLog = 0;
    for (int k = 0; k < n; k++) {
      meanLog += Math.log(rms(swing, k)) / n;
    }
    double top = 0;
    double bottom = 0;
    for (int k = 0; k < n; k++) {
      top += (k - meanT) * (Math.log(rms(swing, k)) - meanLog);
      bottom += (k - meanT) * (k - meanT);
    }
    double slope = top / bottom;
    return slope < 0 ? -0.25 / slope : Double.NaN;
  }

  private static double rms(double[] swing, int quarter) {
    double squares = 0;
    for (int i = quarter * QUARTER; i < (quarter + 1) * QUARTER; i++) {
      squares += swing[i] * swing[i];
    }
    return Math.sqrt(squares / QUARTER);
  }
}
