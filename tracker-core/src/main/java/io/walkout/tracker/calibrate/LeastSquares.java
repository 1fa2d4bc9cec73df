package io.walkout.tracker.calibrate;

import java.util.Arrays;

/**
 * Least squares by Levenberg and Marquardt's method (D. W. Marquardt, "An Algorithm for
 * Least-Squares Estimation of Nonlinear Parameters", 1963, with his scaling by the diagonal), with
 * derivatives by central differences: there are at most nine parameters and some hundred residuals.
 * Deterministic; single-threaded.
 */
final class LeastSquares {
  private static final int MOST_STEPS = 100;

  /** Relative gain below which it has converged. */
  private static final double CONVERGED = 1e-12;

  /** What is to be made small. */
  interface Residuals {
    /** Writes all residuals; any that can't be told (a point behind the camera) are large. */
    void at(double[] parameters, double[] residuals);
  }

  private final Residuals function;
  private final double[] steps;
  private final int m;
  private double[] parameters;
  private double cost;

  /**
   * Finds the minimum.
   *
   * @param start where to begin
   * @param steps for each parameter, a change that matters little
   * @param m residuals there are
   */
  LeastSquares(Residuals function, double[] start, double[] steps, int m) {
    this.function = function;
    this.steps = steps.clone();
    this.m = m;
    this.parameters = start.clone();
    this.cost = cost(parameters);
    minimise();
  }

  private void minimise() {
    int n = parameters.length;
    double lambda = 1e-3;
    for (int step = 0; step < MOST_STEPS && lambda < 1e12; step++) {
      double[][] normal = new double[n][n];
      double[] gradient = new double[n];
      linearise(normal, gradient);
      boolean better = false;
      while (!better && lambda < 1e12) {
        double[][] damped = new double[n][];
        for (int i = 0; i < n; i++) {
          damped[i] = normal[i].clone();
          damped[i][i] += lambda * Math.max(normal[i][i], 1e-30);
        }
        double[] move = Cholesky.solve(damped, gradient);
        double[] tried = parameters.clone();
        for (int i = 0; i < n; i++) {
          tried[i] -= move[i];
        }
        double c = cost(tried);
        better = c < cost;
        if (better) {
          boolean done = cost - c < CONVERGED * cost;
          parameters = tried;
          cost = c;
          lambda = Math.max(lambda / 10, 1e-12);
          if (done) {
            return;
          }
        } else {
          lambda *= 10;
        }
      }
    }
  }

  private void linearise(double[][] normal, double[] gradient) {
    double[][] j = jacobian();
    double[] r = new double[m];
    function.at(parameters, r);
    for (int i = 0; i < normal.length; i++) {
      for (int k = 0; k < m; k++) {
        gradient[i] += j[i][k] * r[k];
      }
      for (int l = 0; l <= i; l++) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
          sum += j[i][k] * j[l][k];
        }
        normal[i][l] = sum;
        normal[l][i] = sum;
      }
    }
  }

  private double[][] jacobian() {
    int n = parameters.length;
    double[][] j = new double[n][m];
    double[] up = new double[m];
    double[] down = new double[m];
    for (int i = 0; i < n; i++) {
      double[] p = parameters.clone();
      p[i] += steps[i];
      function.at(p, up);
      p[i] -= 2 * steps[i];
      function.at(p, down);
      for (int k = 0; k < m; k++) {
        j[i][k] = (up[k] - down[k]) / (2 * steps[i]);
      }
    }
    return j;
  }

  private double cost(double[] p) {
    double[] r = new double[m];
    function.at(p, r);
    return Arrays.stream(r).map(v -> v * v).sum();
  }

  /** Where the minimum is. */
  double[] parameters() {
    return parameters.clone();
  }

  /** Sum of squares there. */
  double cost() {
    return cost;
  }

  /**
   * Covariance of the parameters for residuals of unit variance: the inverse of the normal matrix.
   * Entries are infinite where the residuals don't tell a parameter.
   */
  double[][] covariance() {
    int n = parameters.length;
    double[][] normal = new double[n][n];
    linearise(normal, new double[n]);
    return Cholesky.inverse(normal);
  }
}
