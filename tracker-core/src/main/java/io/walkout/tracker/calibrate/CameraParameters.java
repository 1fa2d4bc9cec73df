package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;

/**
 * A camera as numbers to be fitted: a turn (Rodrigues vector, about the camera's own axes, from
 * where it began), a shift in metres, then, where wished, the logarithm of a factor of the focal
 * length, and the first and second radial terms. All zero is where it began.
 */
final class CameraParameters {
  /** Changes that matter little, for derivatives: radians, metres, shares. */
  private static final double[] STEPS = {1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-5, 1e-5};

  /** Far beyond any picture: the residual of a point that is behind the camera. */
  private static final double BEHIND = 1e5;

  private final Lens lens;
  private final RigidTransform start;
  private final int count;

  /** With {@code radials} (0 to 2) of the lens's radial terms fitted after the focal length. */
  CameraParameters(Lens lens, RigidTransform start, boolean focal, int radials) {
    this.lens = lens;
    this.start = start;
    this.count = 6 + (focal ? 1 + radials : 0);
  }

  int count() {
    return count;
  }

  double[] steps() {
    return java.util.Arrays.copyOf(STEPS, count);
  }

  CameraModel model(double[] p) {
    RigidTransform turn = RigidTransform.rodrigues(new Vec3(p[0], p[1], p[2]), new Vec3(0, 0, 0));
    RigidTransform pose =
        new RigidTransform(
            start.compose(turn).rotation(), start.translation().plus(new Vec3(p[3], p[4], p[5])));
    if (count == 6) {
      return lens.at(pose);
    }
    double factor = Math.exp(Math.clamp(p[6], -5, 5));
    double[] d = lens.distortion();
    double k1 = d[0] + (count > 7 ? p[7] : 0);
    double k2 = d[1] + (count > 8 ? p[8] : 0);
    return lens.with(lens.fx() * factor, lens.fy() * factor, k1, k2).at(pose);
  }

  /** Residuals u, v of each point, pixels. */
  void residuals(double[] p, PointPair[] pairs, double[] residuals) {
    CameraModel model = model(p);
    double[] pixel = new double[2];
    for (int i = 0; i < pairs.length; i++) {
      PointPair q = pairs[i];
      if (model.project(q.x(), q.y(), q.z(), pixel)) {
        residuals[2 * i] = pixel[0] - q.u();
        residuals[2 * i + 1] = pixel[1] - q.v();
      } else {
        residuals[2 * i] = BEHIND;
        residuals[2 * i + 1] = BEHIND;
      }
    }
  }
}
