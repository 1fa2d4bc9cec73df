package io.walkout.sim.camera;

import io.walkout.sim.people.Appearance;
import io.walkout.sim.people.BodyJoint;
import io.walkout.sim.people.Shopper;

/**
 * One person's body as solids, once for each sample's moment in the exposure. Thicknesses are
 * shares of the height, those of an average adult times their build.
 */
final class Figure {
  /** Solids of one body. */
  static final int PARTS = 18;

  /** Height that the thicknesses belong to, metres. */
  private static final double AVERAGE_METRES = 1.71;

  private static final int TRUNK = 0;
  private static final int PELVIS = 1;
  private static final int SHOULDERS = 2;
  private static final int THROAT = 3;
  private static final int HEAD = 4;
  private static final int HAIR = 5;
  private static final int ARM = 6;

  final Shopper shopper;
  private final RoundCone[][] cones = new RoundCone[View.SAMPLES][PARTS];
  private final Cloth[] cloths = new Cloth[PARTS];
  private final double scale;
  private final double girth;
  private final double[][] joints = new double[BodyJoint.COUNT][3];
  private final double[] frame = new double[9];
  private final double[] store = new double[9];
  private final double[] from = new double[3];
  private final double[] to = new double[3];
  private double forthX;
  private double forthY;

  Figure(Shopper shopper) {
    this.shopper = shopper;
    scale = shopper.heightMetres() / AVERAGE_METRES;
    girth = scale * shopper.appearance().build();
    dress(shopper.appearance());
    for (RoundCone[] body : cones) {
      for (int k = 0; k < PARTS; k++) {
        body[k] = new RoundCone(cloths[k]);
      }
    }
  }

  /** The part of a body in one sample. */
  RoundCone part(int sample, int k) {
    return cones[sample][k];
  }

  /** Sleeves, stripes and collars follow from the colours, so that they stay with the person. */
  private void dress(Appearance a) {
    int seed = Grain.hash(a.top(), a.legs(), a.shoes() ^ a.hair());
    boolean stripes = (seed & 7) == 0;
    boolean longSleeves = (seed >> 3 & 1) == 0;
    boolean shorts = (seed >> 4 & 7) == 0;
    Cloth.Kind knit = stripes ? Cloth.Kind.STRIPES : Cloth.Kind.CLOTH;
    cloths[TRUNK] = new Cloth(knit, a.top(), a.top() ^ 0x404040, 1, seed);
    cloths[PELVIS] = new Cloth(Cloth.Kind.CLOTH, a.legs(), a.legs(), 1, seed + 1);
    cloths[SHOULDERS] = new Cloth(Cloth.Kind.CLOTH, a.top(), a.top(), 1, seed + 2);
    cloths[THROAT] = new Cloth(Cloth.Kind.SKIN, a.skin(), a.skin(), 1, seed);
    cloths[HEAD] = new Cloth(Cloth.Kind.HEAD, a.skin(), a.hair(), 1, seed);
    cloths[HAIR] = new Cloth(Cloth.Kind.SKIN, a.hair(), a.hair(), 1, seed);
    for (int side = 0; side < 2; side++) {
      int k = ARM + 6 * side;
      cloths[k] = new Cloth(Cloth.Kind.CLOTH, a.top(), a.skin(), longSleeves ? 1 : 0.7, seed + k);
      cloths[k + 1] =
          longSleeves
              ? new Cloth(Cloth.Kind.CLOTH, a.top(), a.top(), 1, seed + k)
              : new Cloth(Cloth.Kind.SKIN, a.skin(), a.skin(), 1, seed);
      cloths[k + 2] = new Cloth(Cloth.Kind.SKIN, a.skin(), a.skin(), 1, seed);
      cloths[k + 3] = new Cloth(Cloth.Kind.CLOTH, a.legs(), a.legs(), 1, seed + k);
      cloths[k + 4] =
          new Cloth(Cloth.Kind.CLOTH, a.legs(), a.skin(), shorts ? 0.15 : 1, seed + k + 1);
      cloths[k + 5] = new Cloth(Cloth.Kind.SKIN, a.shoes(), a.shoes(), 1, seed);
    }
  }

  /**
   * Takes the pose of one sample's moment.
   *
   * @param share of the simulation's last step; 0 is its beginning, 1 its end
   */
  void pose(View view, int sample, double share) {
    for (BodyJoint joint : BodyJoint.values()) {
      double[] p = joints[joint.ordinal()];
      for (int axis = 0; axis < 3; axis++) {
        p[axis] = shopper.joint(joint, axis, share);
      }
    }
    forthX = StrictMath.cos(shopper.heading());
    forthY = StrictMath.sin(shopper.heading());
    for (Cloth cloth : cloths) {
      cloth.turn(forthX, forthY);
    }
    RoundCone[] body = cones[sample];
    trunk(view, body);
    head(view, body);
    for (int side = 0; side < 2; side++) {
      limbs(view, body, side);
    }
    for (RoundCone cone : body) {
      cone.place(view);
    }
  }

  private double[] at(BodyJoint joint) {
    return joints[joint.ordinal()];
  }

  /** A frame of the trunk: to the left, forth, and up the spine; store's frame and camera's. */
  private void spineFrame(View view, double[] low, double[] high) {
    double ux = high[0] - low[0];
    double uy = high[1] - low[1];
    double uz = high[2] - low[2];
    double n = 1 / Math.sqrt(Math.max(1e-9, ux * ux + uy * uy + uz * uz));
    store[6] = ux * n;
    store[7] = uy * n;
    store[8] = uz * n;
    double lx = -forthY;
    double ly = forthX;
    double dot = lx * store[6] + ly * store[7];
    double ax = lx - dot * store[6];
    double ay = ly - dot * store[7];
    double az = -dot * store[8];
    n = 1 / Math.sqrt(Math.max(1e-9, ax * ax + ay * ay + az * az));
    store[0] = ax * n;
    store[1] = ay * n;
    store[2] = az * n;
    store[3] = store[1] * store[8] - store[2] * store[7];
    store[4] = store[2] * store[6] - store[0] * store[8];
    store[5] = store[0] * store[7] - store[1] * store[6];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        frame[3 * i + j] =
            store[3 * i] * view.r[j]
                + store[3 * i + 1] * view.r[3 + j]
                + store[3 * i + 2] * view.r[6 + j];
      }
    }
  }

  private void trunk(View view, RoundCone[] body) {
    double[] neck = at(BodyJoint.NECK);
    double[] hip = new double[3];
    for (int i = 0; i < 3; i++) {
      hip[i] = (at(BodyJoint.LEFT_HIP)[i] + at(BodyJoint.RIGHT_HIP)[i]) / 2;
    }
    spineFrame(view, hip, neck);
    double chest = 0.112 * girth;
    double width = 0.165 * (0.4 * scale + 0.6 * girth);
    between(view, hip, neck, 1 - chest / 0.53 * 0.95, from);
    between(view, hip, neck, 0.12, to);
    body[TRUNK].flat(frame, chest / width, 1, 1).set(from, chest, to, 0.097 * girth);
    between(view, hip, neck, 0.14, from);
    between(view, hip, neck, -0.08, to);
    body[PELVIS].flat(frame, chest / width, 1, 1).set(from, 0.096 * girth, to, 0.088 * girth);
    camera(view, BodyJoint.LEFT_SHOULDER, from);
    camera(view, BodyJoint.RIGHT_SHOULDER, to);
    lower(view, from, 0.035 * scale);
    lower(view, to, 0.035 * scale);
    body[SHOULDERS].round().set(from, 0.062 * girth, to, 0.062 * girth);
  }

  private void head(View view, RoundCone[] body) {
    double[] neck = at(BodyJoint.NECK);
    double[] head = at(BodyJoint.HEAD);
    between(view, neck, head, -0.25, from);
    between(view, neck, head, 0.6, to);
    body[THROAT].round().set(from, 0.062 * scale, to, 0.055 * scale);
    spineFrame(view, neck, head);
    camera(view, BodyJoint.HEAD, from);
    double r = 0.122 * Math.sqrt(scale);
    body[HEAD].flat(frame, 1.56, 1.24, 1).set(from, r, from, r);
    double[] back = {head[0] - 0.02 * forthX, head[1] - 0.02 * forthY, head[2] + 0.012};
    view.toCamera(back[0], back[1], back[2], from);
    body[HAIR].flat(frame, 1.5, 1.3, 1.05).set(from, r, from, r);
  }

  private void limbs(View view, RoundCone[] body, int side) {
    boolean left = side == 0;
    int k = ARM + 6 * side;
    BodyJoint elbow = left ? BodyJoint.LEFT_ELBOW : BodyJoint.RIGHT_ELBOW;
    BodyJoint wrist = left ? BodyJoint.LEFT_WRIST : BodyJoint.RIGHT_WRIST;
    BodyJoint hip = left ? BodyJoint.LEFT_HIP : BodyJoint.RIGHT_HIP;
    BodyJoint knee = left ? BodyJoint.LEFT_KNEE : BodyJoint.RIGHT_KNEE;
    double[] ankle = at(left ? BodyJoint.LEFT_ANKLE : BodyJoint.RIGHT_ANKLE);
    camera(view, left ? BodyJoint.LEFT_SHOULDER : BodyJoint.RIGHT_SHOULDER, from);
    lower(view, from, 0.03 * scale);
    camera(view, elbow, to);
    body[k].round().set(from, 0.058 * girth, to, 0.045 * girth);
    camera(view, wrist, from);
    body[k + 1].round().set(to, 0.044 * girth, from, 0.032 * girth);
    between(view, at(elbow), at(wrist), 1 + 0.35, to);
    body[k + 2].round().set(from, 0.034 * scale, to, 0.04 * scale);
    camera(view, hip, from);
    camera(view, knee, to);
    body[k + 3].round().set(from, 0.08 * girth, to, 0.058 * girth);
    view.toCamera(ankle[0], ankle[1], ankle[2], from);
    body[k + 4].round().set(to, 0.056 * girth, from, 0.044 * girth);
    double lift = ankle[2] - 0.03 * scale;
    view.toCamera(ankle[0] - 0.04 * forthX, ankle[1] - 0.04 * forthY, lift, from);
    view.toCamera(
        ankle[0] + 0.15 * scale * forthX, ankle[1] + 0.15 * scale * forthY, lift - 0.005, to);
    body[k + 5].round().set(from, 0.042 * scale, to, 0.036 * scale);
  }

  private void camera(View view, BodyJoint joint, double[] out) {
    double[] p = at(joint);
    view.toCamera(p[0], p[1], p[2], out);
  }

  /** A point on the way from one to another, in camera coordinates. */
  private static void between(View view, double[] a, double[] b, double share, double[] out) {
    view.toCamera(
        a[0] + share * (b[0] - a[0]),
        a[1] + share * (b[1] - a[1]),
        a[2] + share * (b[2] - a[2]),
        out);
  }

  /** Moves a point in camera coordinates down. */
  private static void lower(View view, double[] p, double metres) {
    p[0] -= view.r[6] * metres;
    p[1] -= view.r[7] * metres;
    p[2] -= view.r[8] * metres;
  }
}
