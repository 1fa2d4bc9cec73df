package io.walkout.sim.camera;

/** The ceiling with its lamps, for cameras that look far. */
final class Ceiling extends Solid {
  private final double height;
  private float dz0;
  private float dz1;
  private float dz2;
  private float rise;

  Ceiling(double height) {
    this.height = height;
  }

  @Override
  void place(View view) {
    dz0 = (float) view.r[6];
    dz1 = (float) view.r[7];
    dz2 = (float) view.r[8];
    rise = (float) (height - view.z);
    bounds.clear();
    bounds.add(0, 0);
    bounds.add(view.width, view.height);
  }

  @Override
  float hit(float a, float b) {
    float t = rise / (dz0 * a + dz1 * b + dz2);
    return t > 0 && t < 60 ? t : Float.POSITIVE_INFINITY;
  }

  @Override
  void shade(View view, float a, float b, float t, Shade out) {
    double x = view.x + t * (view.r[0] * a + view.r[1] * b + view.r[2]);
    double y = view.y + t * (view.r[3] * a + view.r[4] * b + view.r[5]);
    out.set(0xD8D8D4);
    out.times(Lamps.at(x, y) ? 1.6f : 0.55f);
  }
}
