package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;

/**
 * How a camera's pixels map to directions, wherever it hangs.
 *
 * @param widthPixels of the pictures this belongs to
 * @param heightPixels of those
 * @param fx focal length, pixels of width
 * @param fy focal length, pixels of height
 * @param cx principal point, pixels from the left
 * @param cy principal point, pixels from the top
 * @param distortion k1, k2, p1, p2, k3 (Brown-Conrady, OpenCV's order)
 */
public record Lens(
    int widthPixels,
    int heightPixels,
    double fx,
    double fy,
    double cx,
    double cy,
    double[] distortion) {
  /** Copies the array. */
  public Lens {
    distortion = distortion.clone();
  }

  /** A copy of k1, k2, p1, p2, k3. */
  @Override
  public double[] distortion() {
    return distortion.clone();
  }

  /** A lens without distortion that looks through the picture's middle. */
  public static Lens plain(int width, int height, double focal) {
    return new Lens(width, height, focal, focal, width / 2.0, height / 2.0, new double[5]);
  }

  /** The lens of a calibrated camera. */
  public static Lens of(CameraModel m) {
    return new Lens(
        m.widthPixels(), m.heightPixels(), m.fx(), m.fy(), m.cx(), m.cy(), m.distortion());
  }

  /** A camera with this lens. */
  public CameraModel at(RigidTransform cameraToStore) {
    return new CameraModel(widthPixels, heightPixels, fx, fy, cx, cy, distortion, cameraToStore);
  }

  /** The same lens with other focal lengths, and first two radial terms. */
  Lens with(double focalX, double focalY, double k1, double k2) {
    double[] d = {k1, k2, distortion[2], distortion[3], distortion[4]};
    return new Lens(widthPixels, heightPixels, focalX, focalY, cx, cy, d);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Lens other
        && at(RigidTransform.IDENTITY).equals(other.at(RigidTransform.IDENTITY));
  }

  @Override
  public int hashCode() {
    return at(RigidTransform.IDENTITY).hashCode();
  }
}
