package io.walkout.tracker.floor;

/**
 * A camera without lens distortion, by its 3x4 matrix: (u w, v w, w) = P (x, y, z, 1). See R.
 * Hartley, A. Zisserman, Multiple View Geometry (2004), section 6.1. Immutable and safe for any
 * thread.
 */
public final class ProjectiveCamera implements FloorCamera {
  /** Least depth of a point in front of the camera, metres. */
  private static final double LEAST_DEPTH = 0.05;

  private final int widthPixels;
  private final int heightPixels;
  private final double[] p;
  private final double[] position = new double[3];

  /**
   * Makes a camera.
   *
   * @param rows the matrix, row by row: 12 numbers; copied, and scaled so that w is a depth in
   *     metres
   * @throws IllegalArgumentException if there are not 12 finite numbers or the camera has no place
   */
  public ProjectiveCamera(int widthPixels, int heightPixels, double[] rows) {
    if (widthPixels <= 0 || heightPixels <= 0 || rows.length != 12) {
      throw new IllegalArgumentException(
          "a projective camera needs a positive size and 12 numbers");
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    p = rows.clone();
    double det = det3(0, 1, 2);
    double norm = Math.sqrt(p[8] * p[8] + p[9] * p[9] + p[10] * p[10]);
    if (!(Math.abs(det) > 1e-12) || !(norm > 0) || !Double.isFinite(det + p[3] + p[7] + p[11])) {
      throw new IllegalArgumentException("a projective camera's matrix must have rank 3");
    }
    double scale = (det > 0 ? 1 : -1) / norm;
    for (int i = 0; i < 12; i++) {
      p[i] *= scale;
    }
    det = det3(0, 1, 2);
    position[0] = -det3(3, 1, 2) / det;
    position[1] = -det3(0, 3, 2) / det;
    position[2] = -det3(0, 1, 3) / det;
  }

  private double det3(int a, int b, int c) {
    return p[a] * (p[4 + b] * p[8 + c] - p[4 + c] * p[8 + b])
        - p[b] * (p[4 + a] * p[8 + c] - p[4 + c] * p[8 + a])
        + p[c] * (p[4 + a] * p[8 + b] - p[4 + b] * p[8 + a]);
  }

  @Override
  public int widthPixels() {
    return widthPixels;
  }

  @Override
  public int heightPixels() {
    return heightPixels;
  }

  @Override
  public double position(int axis) {
    return position[axis];
  }

  @Override
  public boolean project(double x, double y, double z, double[] pixel) {
    double w = p[8] * x + p[9] * y + p[10] * z + p[11];
    if (!(w > LEAST_DEPTH)) {
      return false;
    }
    pixel[0] = (p[0] * x + p[1] * y + p[2] * z + p[3]) / w;
    pixel[1] = (p[4] * x + p[5] * y + p[6] * z + p[7]) / w;
    return true;
  }

  @Override
  public boolean linearise(double x, double y, double z, double[] out) {
    double w = p[8] * x + p[9] * y + p[10] * z + p[11];
    if (!(w > LEAST_DEPTH)) {
      return false;
    }
    double per = 1 / w;
    double u = (p[0] * x + p[1] * y + p[2] * z + p[3]) * per;
    double v = (p[4] * x + p[5] * y + p[6] * z + p[7]) * per;
    out[0] = u;
    out[1] = v;
    for (int k = 0; k < 3; k++) {
      out[2 + k] = (p[k] - u * p[8 + k]) * per;
      out[5 + k] = (p[4 + k] - v * p[8 + k]) * per;
    }
    return true;
  }

  @Override
  public boolean atHeight(double u, double v, double z, double[] point) {
    double a = p[0] - u * p[8];
    double b = p[1] - u * p[9];
    double c = p[4] - v * p[8];
    double d = p[5] - v * p[9];
    double e = u * (p[10] * z + p[11]) - p[2] * z - p[3];
    double f = v * (p[10] * z + p[11]) - p[6] * z - p[7];
    double det = a * d - b * c;
    if (Math.abs(det) < 1e-9) {
      return false;
    }
    double x = (e * d - b * f) / det;
    double y = (a * f - e * c) / det;
    if (!(p[8] * x + p[9] * y + p[10] * z + p[11] > LEAST_DEPTH)) {
      return false;
    }
    point[0] = x;
    point[1] = y;
    return true;
  }
}
