package io.walkout.sim.camera;

import org.jspecify.annotations.Nullable;

/** An upright cylinder: cans, bottles, cups, wheels of cheese. */
final class Drum extends Solid {
  private final Paint paint;
  private final @Nullable Niche niche;
  private final double radius;
  private final double height;
  private double baseX;
  private double baseY;
  private double baseZ;

  /** Where its front looks, for what is printed on it. */
  private double frontX;

  private double frontY;

  private final float[] q = new float[9];
  private float ox;
  private float oy;
  private float oz;
  private float c;
  private final double[] point = new double[3];

  Drum(double radius, double height, Paint paint, @Nullable Niche niche) {
    this.radius = radius;
    this.height = height;
    this.paint = paint;
    this.niche = niche;
  }

  /** Puts the middle of its base there; its front looks along (fx, fy), unit length. */
  Drum at(double x, double y, double z, double fx, double fy) {
    baseX = x;
    baseY = y;
    baseZ = z;
    frontX = fx;
    frontY = fy;
    return this;
  }

  @Override
  void place(View view) {
    for (int i = 0; i < 9; i++) {
      q[i] = (float) view.r[i];
    }
    ox = (float) (view.x - baseX);
    oy = (float) (view.y - baseY);
    oz = (float) (view.z - baseZ);
    c = ox * ox + oy * oy - (float) (radius * radius);
    bounds.clear();
    view.toCamera(baseX, baseY, baseZ + radius, point);
    view.includeSphere(point[0], point[1], point[2], radius * 1.42, bounds);
    view.toCamera(baseX, baseY, baseZ + height - radius, point);
    view.includeSphere(point[0], point[1], point[2], radius * 1.42, bounds);
  }

  @Override
  float hit(float a, float b) {
    float dx = q[0] * a + q[1] * b + q[2];
    float dy = q[3] * a + q[4] * b + q[5];
    float dz = q[6] * a + q[7] * b + q[8];
    float dd = dx * dx + dy * dy;
    float half = ox * dx + oy * dy;
    float h = half * half - dd * c;
    if (!(h >= 0)) {
      return Float.POSITIVE_INFINITY;
    }
    float root = (float) Math.sqrt(h);
    float t0 = -oz / dz;
    float t1 = ((float) height - oz) / dz;
    float near = Math.max((-half - root) / dd, Math.min(t0, t1));
    float far = Math.min((-half + root) / dd, Math.max(t0, t1));
    return near < far && near > View.NEAR_METRES ? near : Float.POSITIVE_INFINITY;
  }

  @Override
  void shade(View view, float a, float b, float t, Shade out) {
    double lx = ox + t * (q[0] * a + q[1] * b + q[2]);
    double ly = oy + t * (q[3] * a + q[4] * b + q[5]);
    double lz = oz + t * (q[6] * a + q[7] * b + q[8]);
    double nx = lx / radius;
    double ny = ly / radius;
    float light;
    if (lz > height - 1e-3 || lz < 1e-3) {
      boolean top = lz > height / 2;
      paint.at(0.5 + nx / 2, 0.5 + ny / 2, top ? Paint.TOP : Paint.UNDER, out);
      light = Light.on(0, 0, top ? 1 : -1);
    } else {
      double facing = nx * frontX + ny * frontY;
      double aside = nx * -frontY + ny * frontX;
      double u = facing > 0 ? 0.5 + 0.25 * aside : aside > 0 ? 1 - 0.25 * aside : -0.25 * aside;
      paint.at(u, lz / height, Paint.FRONT, out);
      light = Light.on(nx, ny, 0);
      double shine = nx * 0.45 - ny * 0.7;
      if (shine > 0.75) {
        out.add((float) (0.8 * (shine - 0.75)));
      }
    }
    if (niche != null) {
      light *= niche.light(lx + baseX, ly + baseY, lz + baseZ);
    }
    out.times(light);
  }
}
