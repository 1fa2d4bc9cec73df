package io.walkout.tracker.floor;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;

/**
 * A shop's camera: {@link CameraModel} with its lens, turned into plain numbers once, as the model
 * makes objects for each point. Immutable and safe for any thread.
 */
public final class PinholeCamera implements FloorCamera {
  private final CameraModel model;
  private final double[] position = new double[3];
  // The store's axes seen from the camera, row by row.
  private final double[] r = new double[9];
  private final double[] k;

  /** Takes the model over. */
  public PinholeCamera(CameraModel model) {
    this.model = model;
    this.k = model.distortion();
    Vec3 at = model.position();
    position[0] = at.x();
    position[1] = at.y();
    position[2] = at.z();
    Vec3 right = model.cameraToStore().rotate(new Vec3(1, 0, 0));
    Vec3 down = model.cameraToStore().rotate(new Vec3(0, 1, 0));
    Vec3 ahead = model.cameraToStore().rotate(new Vec3(0, 0, 1));
    row(0, right);
    row(3, down);
    row(6, ahead);
  }

  private void row(int at, Vec3 axis) {
    r[at] = axis.x();
    r[at + 1] = axis.y();
    r[at + 2] = axis.z();
  }

  @Override
  public int widthPixels() {
    return model.widthPixels();
  }

  @Override
  public int heightPixels() {
    return model.heightPixels();
  }

  @Override
  public double position(int axis) {
    return position[axis];
  }

  @Override
  public boolean project(double x, double y, double z, double[] pixel) {
    double dx = x - position[0];
    double dy = y - position[1];
    double dz = z - position[2];
    double depth = r[6] * dx + r[7] * dy + r[8] * dz;
    if (!(depth > 1e-3)) {
      return false;
    }
    double a = (r[0] * dx + r[1] * dy + r[2] * dz) / depth;
    double b = (r[3] * dx + r[4] * dy + r[5] * dz) / depth;
    double r2 = a * a + b * b;
    double radial = 1 + r2 * (k[0] + r2 * (k[1] + r2 * k[4]));
    pixel[0] = model.fx() * (a * radial + 2 * k[2] * a * b + k[3] * (r2 + 2 * a * a)) + model.cx();
    pixel[1] = model.fy() * (b * radial + k[2] * (r2 + 2 * b * b) + 2 * k[3] * a * b) + model.cy();
    return true;
  }

  @Override
  public boolean atHeight(double u, double v, double z, double[] point) {
    return model.atHeight(u, v, z, point);
  }
}
