package io.walkout.bench.shelf;

/**
 * Bayesian online change-point detection (R. P. Adams and D. J. C. MacKay, 2007): the posterior of
 * how long the present level has held, over a series whose noise and level are unknown
 * (normal-gamma prior, Student-t predictive), with a constant hazard. As there, but for a bound on
 * the run length: the longest run takes in those that would be longer.
 */
final class RunLengths {
  /** Runs that are told apart: 30 s of bins of a tenth of a second. */
  private static final int MOST = 300;

  /** A level changes once in a minute; chosen, a factor of four either way moves little. */
  private static final double HAZARD = 1.0 / 600;

  /** The prior's weight of a level: it may lie kilograms away. */
  private static final double KAPPA = 1e-6;

  private static final double ALPHA = 2;

  private final double beta;
  private double[] log = new double[MOST + 1];
  private double[] nextLog = new double[MOST + 1];
  private final double[] mean = new double[MOST + 1];
  private final double[] kappa = new double[MOST + 1];
  private final double[] alpha = new double[MOST + 1];
  private final double[] spread = new double[MOST + 1];
  private int runs;

  /**
   * @param sigma what a bin's noise is thought to be, grams
   */
  RunLengths(double sigma) {
    beta = ALPHA * sigma * sigma;
  }

  /** Takes a value. */
  void add(double x) {
    if (runs == 0) {
      runs = 1;
      prior(0, x);
    }
    double change = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < runs; r++) {
      double predicted = log[r] + predictive(r, x);
      change = sum(change, predicted + Math.log(HAZARD));
      int to = Math.min(r + 1, MOST);
      double grown = predicted + Math.log1p(-HAZARD);
      nextLog[to] = r + 1 > MOST ? sum(nextLog[to], grown) : grown;
    }
    nextLog[0] = change;
    for (int r = Math.min(runs, MOST); r > 0; r--) {
      int from = r - 1;
      double k = kappa[from];
      spread[r] = spread[from] + 0.5 * k / (k + 1) * (x - mean[from]) * (x - mean[from]);
      mean[r] = (k * mean[from] + x) / (k + 1);
      kappa[r] = k + 1;
      alpha[r] = alpha[from] + 0.5;
    }
    prior(0, x);
    runs = Math.min(runs + 1, MOST + 1);
    double total = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < runs; r++) {
      total = sum(total, nextLog[r]);
    }
    for (int r = 0; r < runs; r++) {
      nextLog[r] -= total;
    }
    double[] swap = log;
    log = nextLog;
    nextLog = swap;
  }

  private void prior(int r, double x) {
    mean[r] = x;
    kappa[r] = KAPPA;
    alpha[r] = ALPHA;
    spread[r] = beta;
  }

  /** Logarithm of Student's t of a value, for a run. */
  private double predictive(int r, double x) {
    double freedom = 2 * alpha[r];
    double scale = spread[r] * (kappa[r] + 1) / (alpha[r] * kappa[r]);
    double z = (x - mean[r]) * (x - mean[r]) / (freedom * scale);
    return Gammas.ratio(alpha[r])
        - 0.5 * Math.log(freedom * Math.PI * scale)
        - (freedom + 1) / 2 * Math.log1p(z);
  }

  private static double sum(double a, double b) {
    double most = Math.max(a, b);
    return most == Double.NEGATIVE_INFINITY
        ? most
        : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
  }

  /** The likeliest run length, bins. */
  int likeliest() {
    int best = 0;
    for (int r = 1; r < runs; r++) {
      best = log[r] > log[best] ? r : best;
    }
    return best;
  }

  /** Probability of all run lengths within two of one. */
  double probabilityAbout(int run) {
    double sum = 0;
    for (int r = Math.max(0, run - 2); r < Math.min(runs, run + 3); r++) {
      sum += Math.exp(log[r]);
    }
    return sum;
  }

  /** The level of a run, grams. */
  double level(int run) {
    return mean[run];
  }

  /** Standard deviation of that. */
  double levelSigma(int run) {
    return Math.sqrt(spread[run] / (alpha[run] * kappa[run]));
  }

  /** Ratios of gamma functions, {@code log G(a + 1/2) - log G(a)}, by Stirling's series. */
  private static final class Gammas {
    static double ratio(double a) {
      return 0.5 * Math.log(a) - 1 / (8 * a) + 1 / (192 * a * a * a);
    }
  }
}
