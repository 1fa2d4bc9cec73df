package io.walkout.cart.evidence;

/**
 * Log-likelihood ratios of a shelf's slices having changed, and what they say of a pack that stood
 * somewhere: it changes all slices that it stands before and no other. Positions are shares of the
 * shelf's length. Immutable.
 */
final class SliceOdds {
  /** Widths of packs, in slices of some 4 cm. */
  private static final int[] WIDTHS = {1, 2, 3, 4};

  /** What one slice can say for a change, and against one, however many cameras saw it. */
  private static final double MOST_FOR = 2.5;

  private static final double MOST_AGAINST = -1.5;

  /** Chance that looks are about something else: a shadow, a neighbour that was pulled along. */
  private static final double WRONG = 0.05;

  private final double[] at;
  private final double mean;
  private final boolean changed;
  private final double seen;

  /** Odds of each slice, summed over cameras. */
  SliceOdds(double[] log) {
    int n = log.length;
    at = new double[n];
    int saw = 0;
    boolean some = false;
    for (int k = 0; k < n; k++) {
      saw += log[k] != 0 ? 1 : 0;
      some |= log[k] > 0;
    }
    double sum = 0;
    for (int c = 0; c < n; c++) {
      for (int width : WIDTHS) {
        double said = 0;
        for (int k = c - (width - 1) / 2; k <= c + width / 2; k++) {
          said += k < 0 || k >= n ? 0 : Math.clamp(log[k], MOST_AGAINST, MOST_FOR);
        }
        at[c] += Math.exp(said) / WIDTHS.length;
      }
      sum += at[c];
    }
    mean = sum / n;
    changed = some;
    seen = (double) saw / n;
  }

  /**
   * How much likelier a slice's change is if goods went or came there than if not. Chosen by what
   * simulated pictures showed: 19 in 20 slices that goods had left changed by more than 6 units, 9
   * in 10 of the others by at most 2 (docs/developing/shelf-looks.md).
   *
   * @param noises units of the slice's noise, NaN if it was not seen
   */
  static double changed(double noises) {
    if (Double.isNaN(noises)) {
      return 0;
    }
    return noises < 3 ? -1.5 : Math.min(2.5, -1.5 + (noises - 3) * 0.8);
  }

  /** Log ratio of a pack within a stretch against one anywhere on the shelf. */
  double within(double from, double to) {
    int n = at.length;
    int first = Math.clamp((int) Math.floor(from * n + 0.5), 0, n - 1);
    int last = Math.clamp((int) Math.floor(to * n - 0.5), first, n - 1);
    double sum = 0;
    for (int k = first; k <= last; k++) {
      sum += at[k];
    }
    return log(sum / (last - first + 1));
  }

  /** Log ratio of a pack about a place, with a normal spread, against one anywhere. */
  double near(double centre, double spread) {
    int n = at.length;
    double s = Math.max(spread * n, 0.7);
    double sum = 0;
    double weight = 0;
    for (int k = 0; k < n; k++) {
      double z = (k + 0.5 - centre * n) / s;
      double w = Math.exp(-0.5 * z * z);
      sum += w * at[k];
      weight += w;
    }
    return weight > 0 ? log(sum / weight) : 0;
  }

  private double log(double likelihood) {
    return Math.log((1 - WRONG) * likelihood / mean + WRONG);
  }

  /** Log ratio of nothing having gone or come against something anywhere on the shelf. */
  double nothing() {
    double against = changed ? mean : Math.max(mean, 0.3);
    return -Math.log((1 - WRONG) * (seen * against + 1 - seen) + WRONG) * 0.5;
  }
}
