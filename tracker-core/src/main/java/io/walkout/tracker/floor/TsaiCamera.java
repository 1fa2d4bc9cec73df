package io.walkout.tracker.floor;

/**
 * A camera by R. Tsai's model ("A versatile camera calibration technique", 1987): focal length, one
 * radial term and a place, all in millimetres as published calibrations have it; this class takes
 * and gives metres. Immutable and safe for any thread.
 */
public final class TsaiCamera implements FloorCamera {
  private static final double MILLIS = 1000;

  /** Steps of the inverse of the distortion; each gains more than a digit at mast lenses. */
  private static final int DISTORT_STEPS = 12;

  private final int widthPixels;
  private final int heightPixels;
  private final double dpx;
  private final double dpy;
  private final double focal;
  private final double kappa1;
  private final double cx;
  private final double cy;
  private final double sx;
  private final double[] r = new double[9];
  private final double[] t = new double[3];
  private final double[] position = new double[3];

  /**
   * Makes a camera.
   *
   * @param sensor dpx, dpy: millimetres of a pixel
   * @param lens focal (mm), kappa1 (1/mm2), cx, cy (pixels), sx
   * @param place tx, ty, tz (mm), rx, ry, rz (radians), R = Rz Ry Rx
   * @throws IllegalArgumentException if an array has another length or the focal length or a pixel
   *     no size
   */
  public TsaiCamera(
      int widthPixels, int heightPixels, double[] sensor, double[] lens, double[] place) {
    if (sensor.length != 2 || lens.length != 5 || place.length != 6) {
      throw new IllegalArgumentException("a Tsai camera needs 2, 5 and 6 numbers");
    }
    if (!(sensor[0] > 0 && sensor[1] > 0 && lens[0] > 0 && lens[4] > 0)) {
      throw new IllegalArgumentException("a Tsai camera needs pixels and a focal length above 0");
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    dpx = sensor[0];
    dpy = sensor[1];
    focal = lens[0];
    kappa1 = lens[1];
    cx = lens[2];
    cy = lens[3];
    sx = lens[4];
    System.arraycopy(place, 0, t, 0, 3);
    rotation(place[3], place[4], place[5]);
    for (int k = 0; k < 3; k++) {
      position[k] = -(r[k] * t[0] + r[3 + k] * t[1] + r[6 + k] * t[2]) / MILLIS;
    }
  }

  private void rotation(double rx, double ry, double rz) {
    double sa = Math.sin(rx);
    double ca = Math.cos(rx);
    double sb = Math.sin(ry);
    double cb = Math.cos(ry);
    double sg = Math.sin(rz);
    double cg = Math.cos(rz);
    r[0] = cb * cg;
    r[1] = cg * sa * sb - ca * sg;
    r[2] = sa * sg + ca * cg * sb;
    r[3] = cb * sg;
    r[4] = sa * sb * sg + ca * cg;
    r[5] = ca * sb * sg - cg * sa;
    r[6] = -sb;
    r[7] = cb * sa;
    r[8] = ca * cb;
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
    double mx = x * MILLIS;
    double my = y * MILLIS;
    double mz = z * MILLIS;
    double depth = r[6] * mx + r[7] * my + r[8] * mz + t[2];
    if (!(depth > 1)) {
      return false;
    }
    double xu = focal * (r[0] * mx + r[1] * my + r[2] * mz + t[0]) / depth;
    double yu = focal * (r[3] * mx + r[4] * my + r[5] * mz + t[1]) / depth;
    double xd = xu;
    double yd = yu;
    for (int i = 0; i < DISTORT_STEPS; i++) {
      double radial = 1 + kappa1 * (xd * xd + yd * yd);
      xd = xu / radial;
      yd = yu / radial;
    }
    pixel[0] = xd * sx / dpx + cx;
    pixel[1] = yd / dpy + cy;
    return true;
  }

  @Override
  public boolean atHeight(double u, double v, double z, double[] point) {
    double xd = dpx * (u - cx) / sx;
    double yd = dpy * (v - cy);
    double radial = 1 + kappa1 * (xd * xd + yd * yd);
    double a = xd * radial / focal;
    double b = yd * radial / focal;
    // The ray's direction in the world is R' (a, b, 1).
    double dx = r[0] * a + r[3] * b + r[6];
    double dy = r[1] * a + r[4] * b + r[7];
    double dz = r[2] * a + r[5] * b + r[8];
    double along = (z - position[2]) / dz;
    if (!(along > 0) || Double.isInfinite(along)) {
      return false;
    }
    point[0] = position[0] + along * dx;
    point[1] = position[1] + along * dy;
    return true;
  }
}
