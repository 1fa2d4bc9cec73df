package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.tracker.detect.OpenCvNatives;
import java.util.ArrayList;
import java.util.List;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * Poses of a camera from a few points, by OpenCV: where they lie in one level plane by T. Collins
 * and A. Bartoli, "Infinitesimal Plane-Based Pose Estimation" (2014), which gives both poses that a
 * plane allows, else by G. Terzakis and M. Lourakis, "A Consistently Fast and Globally Optimal
 * Solution to the Perspective-n-Point Problem" (2020).
 */
final class PosePnp {
  private PosePnp() {}

  /** All poses that it finds; none where the points don't tell. */
  static List<RigidTransform> poses(List<PointPair> pairs, Lens lens) {
    OpenCvNatives.load();
    Point3[] world = new Point3[pairs.size()];
    Point[] pixels = new Point[pairs.size()];
    boolean level = true;
    for (int i = 0; i < world.length; i++) {
      PointPair p = pairs.get(i);
      world[i] = new Point3(p.x(), p.y(), p.z());
      pixels[i] = new Point(p.u(), p.v());
      level &= p.z() == pairs.getFirst().z();
    }
    Mat camera = Mat.eye(3, 3, CvType.CV_64F);
    camera.put(0, 0, lens.fx(), 0, lens.cx(), 0, lens.fy(), lens.cy(), 0, 0, 1);
    List<Mat> turns = new ArrayList<>();
    List<Mat> shifts = new ArrayList<>();
    try {
      Calib3d.solvePnPGeneric(
          new MatOfPoint3f(world),
          new MatOfPoint2f(pixels),
          camera,
          new MatOfDouble(lens.distortion()),
          turns,
          shifts,
          false,
          level ? Calib3d.SOLVEPNP_IPPE : Calib3d.SOLVEPNP_SQPNP);
    } catch (CvException e) {
      return List.of(); // points on a line, or the same point twice
    }
    List<RigidTransform> poses = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      poses.add(cameraToStore(vector(turns.get(i)), vector(shifts.get(i))));
    }
    return poses;
  }

  private static Vec3 vector(Mat m) {
    double[] v = new double[3];
    m.get(0, 0, v);
    return new Vec3(v[0], v[1], v[2]);
  }

  /** OpenCV's pose takes points of the store to the camera; ours goes the other way. */
  static RigidTransform cameraToStore(Vec3 turn, Vec3 shift) {
    RigidTransform back = RigidTransform.rodrigues(turn.times(-1), new Vec3(0, 0, 0));
    return new RigidTransform(back.rotation(), back.rotate(shift).times(-1));
  }
}
