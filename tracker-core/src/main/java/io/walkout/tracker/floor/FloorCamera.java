package io.walkout.tracker.floor;

/**
 * A calibrated camera over the floor: z = 0 is the floor, z points up, all in metres; u to the
 * right and v down in pixels. Immutable and safe for any thread.
 */
public interface FloorCamera {
  /** Numbers that {@link #linearise} writes. */
  int LINEAR = 8;

  /** Width of the calibrated picture, pixels. */
  int widthPixels();

  /** Height of the calibrated picture, pixels. */
  int heightPixels();

  /** Where the camera hangs: x, y, z by axis 0, 1, 2, metres. */
  double position(int axis);

  /**
   * Projects a point; the pixel may lie outside the picture.
   *
   * @param pixel receives u, v
   * @return false, leaving {@code pixel} as it may be, if the point is not in front of the camera
   */
  boolean project(double x, double y, double z, double[] pixel);

  /**
   * The point at height {@code z} that a pixel shows.
   *
   * @param point receives x, y in metres
   * @return false, leaving {@code point} as it may be, if the pixel's ray doesn't meet that height
   *     in front of the camera
   */
  boolean atHeight(double u, double v, double z, double[] point);

  /**
   * Projects a point with its derivatives: here by differences over a centimetre, which any lens
   * allows.
   *
   * @param out receives u, v, du/dx, du/dy, du/dz, dv/dx, dv/dy, dv/dz; pixels and pixels a metre
   * @return false, leaving {@code out} as it may be, if the point is not in front of the camera
   */
  default boolean linearise(double x, double y, double z, double[] out) {
    double step = 0.01;
    if (!project(x + step, y, z, out)) {
      return false;
    }
    double ux = out[0];
    double vx = out[1];
    if (!project(x, y + step, z, out)) {
      return false;
    }
    double uy = out[0];
    double vy = out[1];
    if (!project(x, y, z + step, out)) {
      return false;
    }
    double uz = out[0];
    double vz = out[1];
    if (!project(x, y, z, out)) {
      return false;
    }
    out[2] = (ux - out[0]) / step;
    out[3] = (uy - out[0]) / step;
    out[4] = (uz - out[0]) / step;
    out[5] = (vx - out[1]) / step;
    out[6] = (vy - out[1]) / step;
    out[7] = (vz - out[1]) / step;
    return true;
  }
}
