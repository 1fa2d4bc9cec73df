package io.walkout.tracker.shelf;

/**
 * What bears on a whole shelf and goes again, an arm or a hip that somebody leans with: the sum of
 * the plates that felt it and are back where they were. A plate that also lost goods meanwhile felt
 * the same force, by a factor of its own; without it, its step stands out. The factor is found from
 * differences between bins, in which the step is one outlier.
 */
final class CommonForce {
  /** Rows looked at: as many as the history holds. */
  private static final int MOST_ROWS = 1600;

  private static final int MOST_BINS = 280;

  /** Below this share of a plate's changes that the force explains, it is not the same force. */
  private static final double LEAST_EXPLAINED = 0.5;

  private final SampleHistory history;
  private final double[] grams = new double[MOST_ROWS];
  private final double[] forceBin = new double[MOST_BINS];
  private final double[] plateBin = new double[MOST_BINS];
  private final double[] weight = new double[MOST_BINS];
  private long firstRow;
  private int rows;

  /** Plates in the sum. */
  private int felt;

  CommonForce(SampleHistory history) {
    this.history = history;
  }

  /** Begins anew: nothing bears on the shelf between two times. */
  void clear(long fromNanos, long toNanos) {
    firstRow = history.rowAt(fromNanos);
    rows = (int) Math.min(MOST_ROWS, Math.max(0, history.rowAt(toNanos) - firstRow));
    java.util.Arrays.fill(grams, 0, rows, 0);
    felt = 0;
  }

  /** Adds a plate that is back at its level. */
  void add(PlateTrack plate, double level) {
    felt++;
    for (int k = 0; k < rows; k++) {
      double y = history.gramsOf(firstRow + k, plate.shelfIndex, plate.plateIndex);
      grams[k] += Double.isNaN(y) ? 0 : y - level;
    }
  }

  /** The force at a row of the history, grams; 0 outside of its time. */
  double at(long row) {
    long k = row - firstRow;
    return k >= 0 && k < rows ? grams[(int) k] : 0;
  }

  /** What part of the force a plate felt; 0 if it did not feel it, or nothing was felt. */
  double factor(PlateTrack plate) {
    int bins = felt == 0 ? 0 : bin(plate);
    if (bins < 8) {
      return 0;
    }
    java.util.Arrays.fill(weight, 0, bins, 1);
    double factor = 0;
    double explained = 0;
    // Least absolute deviations by reweighting: four rounds bring a lone step's weight to nothing.
    for (int round = 0; round < 4; round++) {
      double both = 0;
      double force = 0;
      double own = 0;
      for (int b = 1; b < bins; b++) {
        double f = forceBin[b] - forceBin[b - 1];
        double y = plateBin[b] - plateBin[b - 1];
        both += weight[b] * f * y;
        force += weight[b] * f * f;
        own += weight[b] * y * y;
      }
      factor = force > 0 ? both / force : 0;
      explained = own > 0 ? factor * both / own : 0;
      for (int b = 1; b < bins; b++) {
        double away = plateBin[b] - plateBin[b - 1] - factor * (forceBin[b] - forceBin[b - 1]);
        weight[b] = 1 / Math.max(Math.abs(away), 1);
      }
    }
    return factor > 0 && explained > LEAST_EXPLAINED ? factor : 0;
  }

  private int bin(PlateTrack plate) {
    int bins = 0;
    int k = 0;
    while (k < rows && bins < MOST_BINS) {
      long start = history.nanosOf(firstRow + k);
      double force = 0;
      double own = 0;
      int n = 0;
      while (k < rows && history.nanosOf(firstRow + k) < start + PlateBinner.BIN_NANOS) {
        double y = history.gramsOf(firstRow + k, plate.shelfIndex, plate.plateIndex);
        if (!Double.isNaN(y)) {
          own += y;
          force += grams[k];
          n++;
        }
        k++;
      }
      if (n > 0) {
        forceBin[bins] = force / n;
        plateBin[bins++] = own / n;
      }
    }
    return bins;
  }
}
