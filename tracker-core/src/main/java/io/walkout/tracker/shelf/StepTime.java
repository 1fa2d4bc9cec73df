package io.walkout.tracker.shelf;

/**
 * The moment at which a plate's load went or came: the posterior of one change point between two
 * known levels (Smith 1975, "A Bayesian approach to inference about a change-point"; there both
 * levels and Gaussian noise, here Student's t about each level, as hands press before, fumble
 * meanwhile and goods bounce after). Flat prior over the window.
 */
final class StepTime {
  /**
   * Scale of what happens around a step as a share of it: bounces and fumbling of a tenth are
   * usual; the t distribution's tails bear the rest. Chosen.
   */
  private static final double SCALE_SHARE = 0.1;

  /**
   * Evidence of one sample against that of an independent one: fumbling and ringing last some four
   * samples of 60 Hz.
   */
  private static final double INDEPENDENCE = 0.25;

  /** No step is known better: a pack takes a tenth of a second to leave, in no even way. */
  private static final double LEAST_SIGMA_NANOS = 20e6;

  private double[] score = new double[512];

  /** The moment, once {@link #find} has been called. */
  long nanos;

  /** Its standard deviation. */
  long sigmaNanos;

  /**
   * Finds the moment.
   *
   * @param fromNanos the level is {@code before} until here
   * @param toNanos the level is {@code after} from here on
   * @param noiseGrams standard deviation of a sample at rest
   */
  void find(
      SampleHistory history,
      CommonForce force,
      double factor,
      PlateTrack plate,
      long fromNanos,
      long toNanos,
      double before,
      double after,
      double noiseGrams) {
    long first = history.rowAt(fromNanos);
    long last = history.rowAt(toNanos);
    int n = (int) (last - first);
    nanos = fromNanos + (toNanos - fromNanos) / 2;
    sigmaNanos = spread(fromNanos, toNanos);
    if (n < 2) {
      return;
    }
    if (score.length < n + 1) {
      score = new double[n + 1];
    }
    double scale = Math.hypot(noiseGrams, SCALE_SHARE * (after - before));
    double best = 0;
    score[0] = 0;
    for (int k = 0; k < n; k++) {
      double y =
          history.gramsOf(first + k, plate.shelfIndex, plate.plateIndex)
              - factor * force.at(first + k);
      double gain = Double.isNaN(y) ? 0 : density(y - before, scale) - density(y - after, scale);
      score[k + 1] = score[k] + INDEPENDENCE * gain;
      best = Math.max(best, score[k + 1]);
    }
    average(history, first, n, best);
  }

  private void average(SampleHistory history, long first, int n, double best) {
    long origin = history.nanosOf(first);
    double sum = 0;
    double moment = 0;
    double square = 0;
    for (int k = 0; k <= n; k++) {
      // The step lies between two samples.
      double at =
          k == 0
              ? 0
              : k == n
                  ? history.nanosOf(first + n - 1) - origin
                  : 0.5 * (history.nanosOf(first + k - 1) + history.nanosOf(first + k)) - origin;
      double weight = Math.exp(score[k] - best);
      sum += weight;
      moment += weight * at;
      square += weight * at * at;
    }
    double mean = moment / sum;
    nanos = origin + Math.round(mean);
    sigmaNanos =
        Math.round(Math.max(LEAST_SIGMA_NANOS, Math.sqrt(Math.max(0, square / sum - mean * mean))));
  }

  /** Logarithm of Student's t with three degrees of freedom, but for a constant. */
  private static double density(double away, double scale) {
    double z = away / scale;
    return -2 * Math.log(1 + z * z / 3);
  }

  private static long spread(long fromNanos, long toNanos) {
    return Math.round(Math.max(LEAST_SIGMA_NANOS, (toNanos - fromNanos) / Math.sqrt(12)));
  }
}
