package io.walkout.store.geometry;

import java.util.Arrays;
import java.util.Objects;

/**
 * A calibrated camera: pinhole with Brown-Conrady distortion (D. C. Brown, 1971; OpenCV's order k1,
 * k2, p1, p2, k3). Camera axes: x right, y down, z forward. Immutable and safe for any thread.
 *
 * @param widthPixels width of the pictures this calibration belongs to
 * @param heightPixels height of those pictures
 * @param fx focal length, pixels of width
 * @param fy focal length, pixels of height
 * @param cx principal point, pixels from the left
 * @param cy principal point, pixels from the top
 * @param distortion k1, k2, p1, p2, k3
 * @param cameraToStore pose of the camera in the store's frame; its translation is where the camera
 *     hangs
 */
public record CameraModel(
    int widthPixels,
    int heightPixels,
    double fx,
    double fy,
    double cx,
    double cy,
    double[] distortion,
    RigidTransform cameraToStore) {
  /**
   * Iterations of the fixed-point inverse of the distortion; OpenCV's undistortPoints uses 5, a
   * wide lens wants more.
   */
  private static final int UNDISTORT_ITERATIONS = 20;

  /**
   * Copies the array. Throws {@link IllegalArgumentException} on sizes or focal lengths that are
   * not positive.
   */
  public CameraModel {
    if (widthPixels <= 0 || heightPixels <= 0 || !(fx > 0) || !(fy > 0) || distortion.length != 5) {
      throw new IllegalArgumentException(
          "a camera needs a positive size and focal length, and five distortion terms");
    }
    distortion = distortion.clone();
  }

  /** A copy of k1, k2, p1, p2, k3. */
  @Override
  public double[] distortion() {
    return distortion.clone();
  }

  /** Where the camera hangs, metres. */
  public Vec3 position() {
    return cameraToStore.translation();
  }

  /** The same camera for pictures scaled to another size. */
  public CameraModel scaledTo(int width, int height) {
    double sx = (double) width / widthPixels;
    double sy = (double) height / heightPixels;
    return new CameraModel(
        width, height, fx * sx, fy * sy, cx * sx, cy * sy, distortion, cameraToStore);
  }

  /**
   * Projects a point of the store to the picture.
   *
   * @param pixel receives u, v; may lie outside the picture
   * @return false, leaving {@code pixel} alone, if the point is not in front of the camera
   */
  public boolean project(double x, double y, double z, double[] pixel) {
    Vec3 c = cameraToStore.applyInverse(new Vec3(x, y, z));
    if (c.z() < 1e-3) {
      return false;
    }
    double a = c.x() / c.z();
    double b = c.y() / c.z();
    double r2 = a * a + b * b;
    double radial = 1 + r2 * (distortion[0] + r2 * (distortion[1] + r2 * distortion[4]));
    pixel[0] =
        fx * (a * radial + 2 * distortion[2] * a * b + distortion[3] * (r2 + 2 * a * a)) + cx;
    pixel[1] =
        fy * (b * radial + distortion[2] * (r2 + 2 * b * b) + 2 * distortion[3] * a * b) + cy;
    return true;
  }

  /** Direction (unit length, store's frame) in which the pixel looks. */
  public Vec3 ray(double u, double v) {
    double a0 = (u - cx) / fx;
    double b0 = (v - cy) / fy;
    double a = a0;
    double b = b0;
    for (int i = 0; i < UNDISTORT_ITERATIONS; i++) {
      double r2 = a * a + b * b;
      double radial = 1 + r2 * (distortion[0] + r2 * (distortion[1] + r2 * distortion[4]));
      double dx = 2 * distortion[2] * a * b + distortion[3] * (r2 + 2 * a * a);
      double dy = distortion[2] * (r2 + 2 * b * b) + 2 * distortion[3] * a * b;
      a = (a0 - dx) / radial;
      b = (b0 - dy) / radial;
    }
    Vec3 d = cameraToStore.rotate(new Vec3(a, b, 1));
    return d.times(1 / d.norm());
  }

  /**
   * The point at height {@code z} that the pixel shows.
   *
   * @param point receives x, y in metres
   * @return false, leaving {@code point} alone, if the pixel's ray does not meet that height in
   *     front of the camera
   */
  public boolean atHeight(double u, double v, double z, double[] point) {
    Vec3 d = ray(u, v);
    Vec3 p = position();
    double t = (z - p.z()) / d.z();
    if (!(t > 0) || Double.isInfinite(t)) {
      return false;
    }
    point[0] = p.x() + t * d.x();
    point[1] = p.y() + t * d.y();
    return true;
  }

  /** Equal if every number is, distortion included. */
  @Override
  public boolean equals(Object o) {
    return o instanceof CameraModel other
        && widthPixels == other.widthPixels
        && heightPixels == other.heightPixels
        && Double.compare(fx, other.fx) == 0
        && Double.compare(fy, other.fy) == 0
        && Double.compare(cx, other.cx) == 0
        && Double.compare(cy, other.cy) == 0
        && Arrays.equals(distortion, other.distortion)
        && cameraToStore.equals(other.cameraToStore);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        widthPixels, heightPixels, fx, fy, cx, cy, Arrays.hashCode(distortion), cameraToStore);
  }
}
