package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;

/** Whether a picture shows a point, where a lens's polynomial would also fold far ones back. */
final class LensReach {
  /** Greatest angle between where a pixel looks and the point that it is said to show, cosine. */
  private static final double SAME_WAY = Math.cos(Math.toRadians(0.5));

  private LensReach() {}

  /**
   * Projects a point.
   *
   * @param pixel receives u, v
   * @return false if the picture doesn't show it
   */
  static boolean sees(CameraModel model, double x, double y, double z, double[] pixel) {
    if (!model.project(x, y, z, pixel)
        || pixel[0] < 0
        || pixel[1] < 0
        || pixel[0] > model.widthPixels()
        || pixel[1] > model.heightPixels()) {
      return false;
    }
    Vec3 to = new Vec3(x, y, z).minus(model.position());
    Vec3 ray = model.ray(pixel[0], pixel[1]);
    double along = (to.x() * ray.x() + to.y() * ray.y() + to.z() * ray.z()) / to.norm();
    return along >= SAME_WAY;
  }
}
