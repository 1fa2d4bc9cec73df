package io.walkout.tracker.person;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.Detections;
import java.util.Arrays;

/**
 * The lines on which the cameras last saw each joint of one person: where a camera hangs, in which
 * direction it saw the joint, and how sure. Poses in pictures have COCO's seventeen joints (T.-Y.
 * Lin et al., "Microsoft COCO", 2014); the head is the mean of what is seen of the face, the neck
 * the middle between the shoulders. Single-threaded.
 */
final class JointRays {
  /** Joints with less score than this were not seen. Chosen; pose nets' demos draw from 0.3. */
  private static final float LEAST_SCORE = 0.2f;

  /**
   * Error of a joint as a share of the body's size in the picture, the root of its box's area: the
   * deviations between people who mark joints in COCO's pictures (its keypoint evaluation, 2016),
   * for face, shoulders, elbows and wrists.
   */
  private static final double FACE_SHARE = 0.03;

  private static final double SHOULDER_SHARE = 0.079;
  private static final double ELBOW_SHARE = 0.072;
  private static final double WRIST_SHARE = 0.062;

  /** Error of any joint, as a share of the picture's width: 1.5 pixels of 640. */
  private static final double LEAST_SHARE = 0.0023;

  /** COCO's numbers. */
  private static final int FACE = 5;

  private static final int SHOULDERS = 5;
  private static final int ELBOWS = 7;
  private static final int WRISTS = 9;

  private final int cameras;
  private final double[] position;
  private final double[] direction;
  private final double[] sigma;
  private final long[] nanos;
  private final double[] uvs = new double[3];

  JointRays(int cameras) {
    this.cameras = cameras;
    position = new double[3 * cameras];
    direction = new double[3 * cameras * Joint.COUNT];
    sigma = new double[cameras * Joint.COUNT];
    nanos = new long[cameras * Joint.COUNT];
    Arrays.fill(nanos, Long.MIN_VALUE);
  }

  int cameras() {
    return cameras;
  }

  /** Takes the joints that one picture shows of the person. */
  void see(int camera, CameraModel model, Detections from, int row, long at) {
    see(camera, model, from.boxes, from.joints, row, at);
  }

  /** Takes joints given as {@link Detections} gives boxes and joints. */
  void see(int camera, CameraModel model, float[] boxes, float[] joints, int row, long at) {
    int first = row * Detections.POSE;
    double area = Math.max(0, (double) boxes[4 * row + 2] * boxes[4 * row + 3]);
    double size = Math.sqrt(area);
    boolean any = false;
    if (mean(joints, first, 0, FACE)) {
      any |= keep(camera, model, Joint.HEAD, FACE_SHARE * size, at);
    }
    for (int side = 0; side < 2; side++) {
      any |= one(camera, model, joints, first, side, at, size);
    }
    if (seen(joints, first, SHOULDERS)
        && seen(joints, first, SHOULDERS + 1)
        && mean(joints, first, SHOULDERS, 2)) {
      any |= keep(camera, model, Joint.NECK, SHOULDER_SHARE * size, at);
    }
    if (any) {
      Vec3 hangs = model.position();
      position[3 * camera] = hangs.x();
      position[3 * camera + 1] = hangs.y();
      position[3 * camera + 2] = hangs.z();
    }
  }

  /** One arm: 0 for the left, 1 for the right. */
  private boolean one(
      int camera, CameraModel model, float[] joints, int first, int side, long at, double size) {
    boolean any = false;
    if (mean(joints, first, SHOULDERS + side, 1)) {
      Joint joint = side == 0 ? Joint.LEFT_SHOULDER : Joint.RIGHT_SHOULDER;
      any |= keep(camera, model, joint, SHOULDER_SHARE * size, at);
    }
    if (mean(joints, first, ELBOWS + side, 1)) {
      Joint joint = side == 0 ? Joint.LEFT_ELBOW : Joint.RIGHT_ELBOW;
      any |= keep(camera, model, joint, ELBOW_SHARE * size, at);
    }
    if (mean(joints, first, WRISTS + side, 1)) {
      Joint joint = side == 0 ? Joint.LEFT_WRIST : Joint.RIGHT_WRIST;
      any |= keep(camera, model, joint, WRIST_SHARE * size, at);
    }
    return any;
  }

  private static boolean seen(float[] joints, int first, int j) {
    int k = first + 3 * j;
    return joints[k + 2] >= LEAST_SCORE
        && Float.isFinite(joints[k])
        && Float.isFinite(joints[k + 1]);
  }

  /** Mean of some joints, weighted with their scores, into {@link #uvs}; false if none is seen. */
  private boolean mean(float[] joints, int first, int from, int n) {
    double weights = 0;
    double u = 0;
    double v = 0;
    double best = 0;
    for (int j = from; j < from + n; j++) {
      if (seen(joints, first, j)) {
        double score = Math.min(1, joints[first + 3 * j + 2]);
        weights += score;
        u += score * joints[first + 3 * j];
        v += score * joints[first + 3 * j + 1];
        best = Math.max(best, score);
      }
    }
    if (weights == 0) {
      return false;
    }
    uvs[0] = u / weights;
    uvs[1] = v / weights;
    uvs[2] = best;
    return true;
  }

  private boolean keep(int camera, CameraModel model, Joint joint, double pixels, long at) {
    int k = camera * Joint.COUNT + joint.ordinal();
    Vec3 d = model.ray(uvs[0], uvs[1]);
    if (!Double.isFinite(d.x() + d.y() + d.z())) {
      return false;
    }
    direction[3 * k] = d.x();
    direction[3 * k + 1] = d.y();
    direction[3 * k + 2] = d.z();
    double error = Math.max(pixels, LEAST_SHARE * model.widthPixels()) / Math.sqrt(uvs[2]);
    sigma[k] = error / ((model.fx() + model.fy()) / 2);
    nanos[k] = at;
    return true;
  }

  /** When a camera last saw a joint; {@link Long#MIN_VALUE} if never. */
  long nanos(int camera, Joint joint) {
    return nanos[camera * Joint.COUNT + joint.ordinal()];
  }

  /** Standard deviation of the direction, radians. */
  double sigma(int camera, Joint joint) {
    return sigma[camera * Joint.COUNT + joint.ordinal()];
  }

  /** Where the camera hangs, by axis 0 to 2, metres. */
  double position(int camera, int axis) {
    return position[3 * camera + axis];
  }

  /** In which direction it saw the joint, by axis 0 to 2, of unit length. */
  double direction(int camera, Joint joint, int axis) {
    return direction[3 * (camera * Joint.COUNT + joint.ordinal()) + axis];
  }
}
