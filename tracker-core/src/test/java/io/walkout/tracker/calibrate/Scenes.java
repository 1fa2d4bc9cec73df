package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cameras that are known, and what they see. */
final class Scenes {
  private Scenes() {}

  /** A ceiling camera of a shop: 2.8 m up in a corner, looking down into the room. */
  static CameraModel ceiling(int width, int height, double focal, double k1, double k2) {
    double[] distortion = {k1, k2, 0.0008, -0.0005, 0};
    return new CameraModel(
        width,
        height,
        focal,
        focal,
        width / 2.0 + 4,
        height / 2.0 - 3,
        distortion,
        looking(new Vec3(0.3, 0.4, 2.8), new Vec3(3.4, 2.6, 0)));
  }

  /** A pose at a place that looks at a point, upright. */
  static RigidTransform looking(Vec3 from, Vec3 at) {
    Vec3 forward = at.minus(from).times(1 / at.distanceTo(from));
    double flat = Math.hypot(forward.x(), forward.y());
    Vec3 right = new Vec3(forward.y() / flat, -forward.x() / flat, 0);
    Vec3 down =
        new Vec3(
            forward.y() * right.z() - forward.z() * right.y(),
            forward.z() * right.x() - forward.x() * right.z(),
            forward.x() * right.y() - forward.y() * right.x());
    double[] rotation = {
      right.x(), down.x(), forward.x(),
      right.y(), down.y(), forward.y(),
      right.z(), down.z(), forward.z()
    };
    return new RigidTransform(rotation, from);
  }

  /** Floor points that a camera sees, clicked with an error of so many pixels. */
  static List<PointPair> clicks(CameraModel camera, int count, double sigmaPixels, Random dice) {
    List<PointPair> pairs = new ArrayList<>();
    double[] pixel = new double[2];
    while (pairs.size() < count) {
      double x = Math.rint(dice.nextDouble() * 120) / 20;
      double y = Math.rint(dice.nextDouble() * 100) / 20;
      if (camera.project(x, y, 0, pixel)
          && pixel[0] > 10
          && pixel[0] < camera.widthPixels() - 10
          && pixel[1] > 10
          && pixel[1] < camera.heightPixels() - 10
          && pairs.stream().noneMatch(p -> Math.hypot(p.x() - x, p.y() - y) < 0.4)) {
        pairs.add(
            new PointPair(
                "line " + (pairs.size() + 2),
                pixel[0] + sigmaPixels * dice.nextGaussian(),
                pixel[1] + sigmaPixels * dice.nextGaussian(),
                x,
                y,
                0));
      }
    }
    return pairs;
  }
}
