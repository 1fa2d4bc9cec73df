package io.walkout.ingest.autocheckout;

import java.util.Arrays;

/**
 * Places where something was seen, thinned out evenly so that memory is bounded: when full, every
 * other one is dropped, and from then on every other one is taken.
 */
final class FloorSamples {
  private static final int CAPACITY = 8192;

  private final double[] xs = new double[CAPACITY];
  private final double[] ys = new double[CAPACITY];
  private final double[] zs = new double[CAPACITY];
  private int count;
  private long seen;
  private long stride = 1;

  /** Adds a place, metres. */
  void add(double x, double y, double z) {
    if (seen++ % stride != 0) {
      return;
    }
    if (count == CAPACITY) {
      for (int i = 0; i < CAPACITY / 2; i++) {
        xs[i] = xs[2 * i];
        ys[i] = ys[2 * i];
        zs[i] = zs[2 * i];
      }
      count = CAPACITY / 2;
      stride *= 2;
    }
    xs[count] = x;
    ys[count] = y;
    zs[count] = z;
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** x below which the given part (0..1) lies. */
  double x(double part) {
    return quantile(xs, part);
  }

  /** y below which the given part (0..1) lies. */
  double y(double part) {
    return quantile(ys, part);
  }

  /** Median height; NaN if there is none. */
  double medianHeight() {
    return quantile(zs, 0.5);
  }

  private double quantile(double[] values, double part) {
    if (count == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.round(part * (count - 1))];
  }
}
