package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;

/**
 * How well a fitted camera is known: the covariance of its parameters, carried on to what they are
 * for. First order; says nothing about a floor that isn't flat or a plan that is wrong.
 */
public final class FitUncertainty {
  private final CameraParameters parameters;
  private final double[] at;
  private final double[][] covariance;

  /** Of parameters around {@code at}. */
  FitUncertainty(CameraParameters parameters, double[] at, double[][] covariance) {
    this.parameters = parameters;
    this.at = at.clone();
    this.covariance = covariance.clone();
  }

  /** Standard deviation of where the camera hangs, metres: the root of the three variances' sum. */
  public double positionMetres() {
    return Math.sqrt(covariance[3][3] + covariance[4][4] + covariance[5][5]);
  }

  /** Standard deviation of the way it looks, degrees: the root of the three variances' sum. */
  public double turnDegrees() {
    return Math.toDegrees(Math.sqrt(covariance[0][0] + covariance[1][1] + covariance[2][2]));
  }

  /** Standard deviation of its focal length as a share of it; 0 where that was given. */
  public double focalShare() {
    return parameters.count() > 6 ? Math.sqrt(covariance[6][6]) : 0;
  }

  /**
   * How far off somebody is placed who stands on the floor at a pixel: the root of the sum of the
   * variances of x and y, metres; infinite where the pixel doesn't show the floor.
   */
  public double floorMetres(double u, double v) {
    double[] point = new double[2];
    double[] up = new double[2];
    CameraModel model = parameters.model(at);
    if (!model.atHeight(u, v, 0, point)) {
      return Double.POSITIVE_INFINITY;
    }
    int n = parameters.count();
    double[] dx = new double[n];
    double[] dy = new double[n];
    double[] steps = parameters.steps();
    for (int i = 0; i < n; i++) {
      double[] p = at.clone();
      p[i] += steps[i];
      if (!parameters.model(p).atHeight(u, v, 0, up)) {
        return Double.POSITIVE_INFINITY;
      }
      dx[i] = (up[0] - point[0]) / steps[i];
      dy[i] = (up[1] - point[1]) / steps[i];
    }
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        variance += (dx[i] * dx[j] + dy[i] * dy[j]) * covariance[i][j];
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /**
   * The same for somebody who stands so far from below the camera, the worst over all directions in
   * which the picture shows the floor there; NaN if it shows it nowhere.
   */
  public double floorMetresAt(double distanceMetres) {
    CameraModel model = parameters.model(at);
    Vec3 eye = model.position();
    double worst = Double.NaN;
    double[] pixel = new double[2];
    for (int k = 0; k < 72; k++) {
      double a = 2 * Math.PI * k / 72;
      double x = eye.x() + distanceMetres * Math.cos(a);
      double y = eye.y() + distanceMetres * Math.sin(a);
      if (model.project(x, y, 0, pixel)
          && pixel[0] >= 0
          && pixel[0] < model.widthPixels()
          && pixel[1] >= 0
          && pixel[1] < model.heightPixels()) {
        double here = floorMetres(pixel[0], pixel[1]);
        worst = Double.isNaN(worst) ? here : Math.max(worst, here);
      }
    }
    return worst;
  }
}
