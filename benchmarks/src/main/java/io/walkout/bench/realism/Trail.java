package io.walkout.bench.realism;

import java.util.Arrays;

/** Where one person was. Grows as it is added to; times never fall. Single-threaded. */
final class Trail {
  private double[] seconds = new double[1024];
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private int count;

  /** Notes a place. */
  void add(double atSeconds, double xMetres, double yMetres) {
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * count);
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
    }
    seconds[count] = atSeconds;
    x[count] = xMetres;
    y[count++] = yMetres;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  double seconds(int i) {
    return seconds[i];
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  /** Index of the place noted nearest to a moment. */
  int nearest(double atSeconds) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (Math.abs(seconds[i] - atSeconds) < Math.abs(seconds[best] - atSeconds)) {
        best = i;
      }
    }
    return best;
  }

  /** Index of the place nearest to a point between two moments; -1 if nothing was noted then. */
  int nearest(double px, double py, double fromSeconds, double toSeconds) {
    int best = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double d = Math.hypot(x[i] - px, y[i] - py);
      if (seconds[i] >= fromSeconds && seconds[i] <= toSeconds && d < nearest) {
        nearest = d;
        best = i;
      }
    }
    return best;
  }
}
