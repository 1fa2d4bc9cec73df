package io.walkout.sim.camera;

import io.walkout.sim.people.BodyJoint;
import io.walkout.sim.people.Shopper;

/**
 * What people do to the floor's look: a soft shadow where they stand, for the room's light comes
 * from all over, and a dull image of their legs in the polish.
 */
final class Shadows {
  private static final double FOOT_METRES = 0.2;
  private static final double BODY_METRES = 0.6;

  /** How far below the floor the mirrored body is followed, metres. */
  private static final double MIRROR_METRES = 1.1;

  private final double[] footX = new double[2];
  private final double[] footY = new double[2];
  private final double[] footDark = new double[2];
  private final double[] point = new double[3];
  private final Bounds bounds = new Bounds();
  private double x;
  private double y;
  private final Shade low = new Shade();
  private final Shade high = new Shade();

  /** Darkens and colours the floor around one person in the picture, marking where. */
  void cast(
      Shopper shopper, double share, View view, Backdrop backdrop, FloorLight light, Tiles tiles) {
    x =
        (joint(shopper, BodyJoint.LEFT_HIP, 0, share)
                + joint(shopper, BodyJoint.RIGHT_HIP, 0, share))
            / 2;
    y =
        (joint(shopper, BodyJoint.LEFT_HIP, 1, share)
                + joint(shopper, BodyJoint.RIGHT_HIP, 1, share))
            / 2;
    for (int k = 0; k < 2; k++) {
      BodyJoint ankle = k == 0 ? BodyJoint.LEFT_ANKLE : BodyJoint.RIGHT_ANKLE;
      footX[k] = joint(shopper, ankle, 0, share) + 0.05 * StrictMath.cos(shopper.heading());
      footY[k] = joint(shopper, ankle, 1, share) + 0.05 * StrictMath.sin(shopper.heading());
      footDark[k] = 0.6 * Math.max(0, 1 - 4 * (joint(shopper, ankle, 2, share) - 0.06));
    }
    low.set(shopper.appearance().legs());
    high.set(shopper.appearance().top());
    low.times(0.5f);
    high.times(0.5f);
    bounds.clear();
    for (int k = 0; k < 8; k++) {
      double px = x + ((k & 1) == 0 ? -BODY_METRES : BODY_METRES);
      double py = y + ((k & 2) == 0 ? -BODY_METRES : BODY_METRES);
      view.toCamera(px, py, (k & 4) == 0 ? 0 : -0.6 * MIRROR_METRES, point);
      if (point[2] > View.NEAR_METRES) {
        view.include(point[0] / point[2], point[1] / point[2], bounds);
      }
    }
    if (bounds.isEmpty()) {
      return;
    }
    tiles.mark(bounds);
    int x1 = bounds.x1(view.width);
    int y1 = bounds.y1(view.height);
    for (int v = bounds.y0(0); v < y1; v++) {
      for (int u = bounds.x0(0); u < x1; u++) {
        int i = v * view.width + u;
        if (backdrop.floor[i]) {
          pixel(view, backdrop.ground, i, light);
        }
      }
    }
  }

  private static double joint(Shopper shopper, BodyJoint joint, int axis, double share) {
    return shopper.joint(joint, axis, share);
  }

  private void pixel(View view, Ground ground, int i, FloorLight light) {
    double a = view.a[1][i];
    double b = view.b[1][i];
    double[] r = view.r;
    double dx = r[0] * a + r[1] * b + r[2];
    double dy = r[3] * a + r[4] * b + r[5];
    double dz = r[6] * a + r[7] * b + r[8];
    double t = -view.z / dz;
    double px = view.x + t * dx;
    double py = view.y + t * dy;
    double dark = 1 - 0.42 * fall(px - x, py - y, BODY_METRES);
    dark *= 1 - footDark[0] * fall(px - footX[0], py - footY[0], FOOT_METRES);
    dark *= 1 - footDark[1] * fall(px - footX[1], py - footY[1], FOOT_METRES);
    if (dark < 0.995) {
      light.dim(i, (float) dark);
    }
    double level = dx * dx + dy * dy;
    double s = ((x - px) * dx + (y - py) * dy) / Math.max(level, 1e-9);
    double up = -s * dz;
    if (s > 0 && up < MIRROR_METRES) {
      double off = fall(px + s * dx - x, py + s * dy - y, 0.24) * (1 - up / MIRROR_METRES);
      if (off < 0.03) {
        return;
      }
      float w = (float) (1.6 * off) * ground.mirror(1 + dz / Math.sqrt(level + dz * dz));
      if (w > 0.01f) {
        light.mirror(i, Math.min(w, 0.7f), up < 0.85 ? low : high);
      }
    }
  }

  /** 1 in the middle, 0 from a distance on, smooth between. */
  private static double fall(double dx, double dy, double radius) {
    double s = 1 - (dx * dx + dy * dy) / (radius * radius);
    return s <= 0 ? 0 : s * s;
  }
}
