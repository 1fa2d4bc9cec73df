package io.walkout.tracker.calibrate;

import java.util.Arrays;

/** Small symmetric systems, positive definite or nearly not. */
final class Cholesky {
  /** A pivot this small against its diagonal is none: the system doesn't tell that unknown. */
  private static final double LEAST_PIVOT = 1e-13;

  private Cholesky() {}

  /** Solves a x = b; zeros where the system doesn't tell. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = factor(a);
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= l[i][k] * x[k];
      }
      x[i] = l[i][i] == 0 ? 0 : x[i] / l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] = l[i][i] == 0 ? 0 : x[i] / l[i][i];
    }
    return x;
  }

  /** The inverse; all infinite if there is none. */
  static double[][] inverse(double[][] a) {
    int n = a.length;
    double[][] l = factor(a);
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      if (l[i][i] == 0) {
        for (int k = 0; k < n; k++) {
          inverse[k] = new double[n];
          Arrays.fill(inverse[k], Double.POSITIVE_INFINITY);
        }
        return inverse;
      }
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(a, unit);
    }
    return inverse;
  }

  /** The lower triangle l with a = l l'; a zero on its diagonal where there is no pivot. */
  private static double[][] factor(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j) {
          l[i][i] = sum > LEAST_PIVOT * a[i][i] ? Math.sqrt(sum) : 0;
        } else {
          l[i][j] = l[j][j] == 0 ? 0 : sum / l[j][j];
        }
      }
    }
    return l;
  }
}
