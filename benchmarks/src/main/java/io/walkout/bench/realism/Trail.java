package io.walkout.bench.realism;

import java.util.Arrays;

/** Where one person was. Grows as it is added to; times never fall. Single-threaded. */
final class Trail {
  /** A place passed in the opposite direction counts as this much further away; chosen. */
  private static final double TURN_METRES = 0.3;

  /** Who moves less than this in half a second stands. */
  private static final double STANDING_METRES = 0.15;

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

  /**
   * Index of the place nearest to a place of another trail between two moments, of those the one
   * walked through in the direction most alike; -1 if nothing was noted then.
   */
  int alike(Trail other, int at, double fromSeconds, double toSeconds) {
    double heading = other.heading(at);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (seconds[i] < fromSeconds || seconds[i] > toSeconds) {
        continue;
      }
      double cost = Math.hypot(x[i] - other.x[at], y[i] - other.y[at]);
      double turn = heading - heading(i);
      if (!Double.isNaN(turn)) {
        cost += TURN_METRES * (1 - Math.cos(turn)) / 2;
      }
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  /** Direction of the way within half a second; NaN while standing. */
  private double heading(int i) {
    int from = i;
    int to = i;
    while (from > 0 && seconds[i] - seconds[from] < 0.3) {
      from--;
    }
    while (to < count - 1 && seconds[to] - seconds[i] < 0.3) {
      to++;
    }
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    return Math.hypot(dx, dy) < STANDING_METRES ? Double.NaN : Math.atan2(dy, dx);
  }
}
