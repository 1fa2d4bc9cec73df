package io.walkout.sim.camera;

import io.walkout.store.geometry.CameraModel;
import java.util.Arrays;

/**
 * A camera as the renderer needs it: where it is, and for each sample of each pixel the direction
 * it looks in. Directions are camera coordinates over depth: {@code p = t * (a, b, 1)}; they belong
 * to the lens alone, so that a camera that is only turned or moved keeps them. Pixel i covers [i, i
 * + 1).
 */
final class View {
  /** Samples of a pixel: in space against jagged edges, in time against frozen motion. */
  static final int SAMPLES = 4;

  /** Nothing is drawn nearer than this, metres. */
  static final double NEAR_METRES = 0.05;

  /** A rotated grid: four different columns and rows. */
  private static final double[] OFFSET_U = {0.375, 0.875, 0.125, 0.625};

  private static final double[] OFFSET_V = {0.125, 0.375, 0.625, 0.875};

  private static final int FIXED_POINT_STEPS = 20;
  private static final int NEWTON_STEPS = 8;

  final int width;
  final int height;

  /** a of each pixel, by sample; NaN where the lens shows nothing. */
  final float[][] a;

  /** b of each pixel, by sample. */
  final float[][] b;

  /** Rotation camera to store, row-major. */
  double[] r = new double[9];

  /** Where the camera is, metres. */
  double x;

  double y;
  double z;

  private final double[] point = new double[2];
  private CameraModel model;
  private double[] k;
  private double furthest;

  View(CameraModel model) {
    this.model = model;
    width = model.widthPixels();
    height = model.heightPixels();
    a = new float[SAMPLES][width * height];
    b = new float[SAMPLES][width * height];
    k = model.distortion();
    lens();
    pose();
  }

  /**
   * Looks through another calibration from now on.
   *
   * @return whether anything changed
   * @throws IllegalArgumentException if its pictures have another size
   */
  boolean look(CameraModel now) {
    if (now.widthPixels() != width || now.heightPixels() != height) {
      throw new IllegalArgumentException(
          "a camera keeps its picture size: expected "
              + width
              + "x"
              + height
              + ", found "
              + now.widthPixels()
              + "x"
              + now.heightPixels());
    }
    if (now.equals(model)) {
      return false;
    }
    boolean sameLens =
        now.fx() == model.fx()
            && now.fy() == model.fy()
            && now.cx() == model.cx()
            && now.cy() == model.cy()
            && Arrays.equals(now.distortion(), k);
    model = now;
    k = now.distortion();
    if (!sameLens) {
      lens();
    }
    pose();
    return true;
  }

  private void pose() {
    r = model.cameraToStore().rotation();
    x = model.position().x();
    y = model.position().y();
    z = model.position().z();
  }

  private void lens() {
    furthest = 0;
    for (int s = 0; s < SAMPLES; s++) {
      for (int v = 0, i = 0; v < height; v++) {
        for (int u = 0; u < width; u++, i++) {
          undistort(u + OFFSET_U[s], v + OFFSET_V[s]);
          a[s][i] = (float) point[0];
          b[s][i] = (float) point[1];
          double radius = point[0] * point[0] + point[1] * point[1];
          if (radius > furthest) {
            furthest = radius;
          }
        }
      }
    }
    furthest = Math.sqrt(furthest);
  }

  /**
   * The inverse of the distortion to a hundredth of a pixel: fixed point first, as OpenCV does it,
   * then Newton, because wide lenses make the first converge slowly or not at all.
   */
  private void undistort(double u, double v) {
    double a0 = (u - model.cx()) / model.fx();
    double b0 = (v - model.cy()) / model.fy();
    double pa = a0;
    double pb = b0;
    for (int i = 0; i < FIXED_POINT_STEPS; i++) {
      double r2 = pa * pa + pb * pb;
      double radial = 1 + r2 * (k[0] + r2 * (k[1] + r2 * k[4]));
      double dx = 2 * k[2] * pa * pb + k[3] * (r2 + 2 * pa * pa);
      double dy = k[2] * (r2 + 2 * pb * pb) + 2 * k[3] * pa * pb;
      double na = (a0 - dx) / radial;
      double nb = (b0 - dy) / radial;
      boolean still = Math.abs(na - pa) + Math.abs(nb - pb) < 1e-9;
      pa = na;
      pb = nb;
      if (still) {
        break;
      }
    }
    double limit = 0.01 / Math.max(model.fx(), model.fy());
    for (int i = 0; i < NEWTON_STEPS; i++) {
      distort(pa, pb);
      double ea = point[0] - a0;
      double eb = point[1] - b0;
      if (Math.abs(ea) + Math.abs(eb) < limit) {
        point[0] = pa;
        point[1] = pb;
        return;
      }
      double h = 1e-6;
      distort(pa + h, pb);
      double aa = (point[0] - a0 - ea) / h;
      double ba = (point[1] - b0 - eb) / h;
      distort(pa, pb + h);
      double ab = (point[0] - a0 - ea) / h;
      double bb = (point[1] - b0 - eb) / h;
      double det = aa * bb - ab * ba;
      pa -= (ea * bb - eb * ab) / det;
      pb -= (eb * aa - ea * ba) / det;
    }
    point[0] = Double.NaN;
    point[1] = Double.NaN;
  }

  private void distort(double pa, double pb) {
    double r2 = pa * pa + pb * pb;
    double radial = 1 + r2 * (k[0] + r2 * (k[1] + r2 * k[4]));
    point[0] = pa * radial + 2 * k[2] * pa * pb + k[3] * (r2 + 2 * pa * pa);
    point[1] = pb * radial + k[2] * (r2 + 2 * pb * pb) + 2 * k[3] * pa * pb;
  }

  /** A point of the store in camera coordinates: x right, y down, z forward. */
  void toCamera(double px, double py, double pz, double[] out) {
    double dx = px - x;
    double dy = py - y;
    double dz = pz - z;
    out[0] = r[0] * dx + r[3] * dy + r[6] * dz;
    out[1] = r[1] * dx + r[4] * dy + r[7] * dz;
    out[2] = r[2] * dx + r[5] * dy + r[8] * dz;
  }

  /**
   * Widens bounds by a direction. Directions beyond the picture's corners count as lying just
   * there: the polynomial means nothing further out.
   */
  void include(double pa, double pb, Bounds bounds) {
    double radius = Math.sqrt(pa * pa + pb * pb);
    double clamp = radius > furthest ? furthest / radius : 1;
    distort(pa * clamp, pb * clamp);
    bounds.add(point[0] * model.fx() + model.cx(), point[1] * model.fy() + model.cy());
  }

  /** Whether the picture shows what lies in a direction. */
  boolean shows(double pa, double pb) {
    if (pa * pa + pb * pb > furthest * furthest) {
      return false;
    }
    distort(pa, pb);
    double u = point[0] * model.fx() + model.cx();
    double v = point[1] * model.fy() + model.cy();
    return u >= 0 && u < width && v >= 0 && v < height;
  }

  /**
   * Widens bounds, of directions and not of pixels, by what a sphere covers. Not at all if it is
   * behind.
   */
  static void reachSphere(double cx, double cy, double cz, double radius, Bounds directions) {
    if (cz + radius < NEAR_METRES) {
      return;
    }
    double depth = Math.max(cz, NEAR_METRES + radius);
    double under = depth * depth - radius * radius;
    double ha = radius * Math.sqrt(cx * cx + under);
    double hb = radius * Math.sqrt(cy * cy + under);
    directions.add((cx * depth - ha) / under, (cy * depth - hb) / under);
    directions.add((cx * depth + ha) / under, (cy * depth + hb) / under);
  }

  /** Widens bounds by what a sphere covers; camera coordinates. Not at all if it is behind. */
  void includeSphere(double cx, double cy, double cz, double radius, Bounds bounds) {
    double depth = Math.max(cz, NEAR_METRES + radius);
    if (cz + radius < NEAR_METRES) {
      return;
    }
    double under = depth * depth - radius * radius;
    double ha = radius * Math.sqrt(cx * cx + under);
    double hb = radius * Math.sqrt(cy * cy + under);
    double a0 = (cx * depth - ha) / under;
    double a1 = (cx * depth + ha) / under;
    double b0 = (cy * depth - hb) / under;
    double b1 = (cy * depth + hb) / under;
    include(a0, b0, bounds);
    include(a1, b0, bounds);
    include(a0, b1, bounds);
    include(a1, b1, bounds);
    include((a0 + a1) / 2, b0, bounds);
    include((a0 + a1) / 2, b1, bounds);
    include(a0, (b0 + b1) / 2, bounds);
    include(a1, (b0 + b1) / 2, bounds);
  }
}
