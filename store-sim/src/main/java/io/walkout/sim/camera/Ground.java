package io.walkout.sim.camera;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;

/**
 * The floor: tiles with joints, wear and stains inside, plain concrete outside the shop, and a dull
 * mirror of the lamps and the fixtures.
 */
final class Ground extends Solid {
  private static final double TILE_METRES = 0.45;
  private static final double JOINT = 0.012;

  private final double[] cornerX;
  private final double[] cornerY;
  private final double ceiling;
  private final int seed;
  private final int tone;
  private final float gloss;
  private float dz0;
  private float dz1;
  private float dz2;
  private float drop;

  /**
   * A floor.
   *
   * @param ceiling its height, metres
   * @param seed of its looks: the shop's, so that all cameras see one floor
   */
  Ground(FloorPolygon floor, double ceiling, int seed) {
    cornerX = floor.corners().stream().mapToDouble(FloorPoint::x).toArray();
    cornerY = floor.corners().stream().mapToDouble(FloorPoint::y).toArray();
    this.ceiling = ceiling;
    this.seed = seed;
    int[] tones = {0xB9B2A4, 0xA9A49B, 0xC2A77F, 0x9C9A98, 0xB58F63};
    tone = tones[Math.floorMod(Grain.hash(seed, 1, 2), tones.length)];
    gloss = 0.35f + 0.65f * Grain.share(seed, 3, 4);
  }

  /** How much of a mirror the floor is at a grazing share of 0 (from above) to 1. */
  float mirror(double grazing) {
    double g = grazing * grazing;
    return (float) (gloss * (0.05 + 0.6 * g * g * grazing));
  }

  @Override
  void place(View view) {
    dz0 = (float) view.r[6];
    dz1 = (float) view.r[7];
    dz2 = (float) view.r[8];
    drop = (float) -view.z;
    bounds.clear();
    bounds.add(0, 0);
    bounds.add(view.width, view.height);
  }

  @Override
  float hit(float a, float b) {
    float t = drop / (dz0 * a + dz1 * b + dz2);
    return t > 0 && t < 60 ? t : Float.POSITIVE_INFINITY;
  }

  @Override
  void shade(View view, float a, float b, float t, Shade out) {
    double dx = view.r[0] * a + view.r[1] * b + view.r[2];
    double dy = view.r[3] * a + view.r[4] * b + view.r[5];
    double dz = view.r[6] * a + view.r[7] * b + view.r[8];
    double x = view.x + t * dx;
    double y = view.y + t * dy;
    if (!inside(x, y)) {
      out.set(0xA7A9AB);
      out.times(0.95f + 0.15f * Grain.noise(x * 3, y * 3, seed + 9));
      return;
    }
    tiles(x, y, out);
    out.times(Light.on(0, 0, 1));
    double up = ceiling / -dz;
    double glow = Lamps.glow(x + up * dx, y + up * dy);
    float mirror = mirror(1 + dz / Math.sqrt(dx * dx + dy * dy + dz * dz));
    out.times(1 - mirror);
    out.add(mirror * (float) (0.3 + 2.2 * glow));
  }

  private void tiles(double x, double y, Shade out) {
    double u = x / TILE_METRES;
    double v = y / TILE_METRES;
    int iu = (int) Math.floor(u);
    int iv = (int) Math.floor(v);
    out.set(tone);
    out.times(0.92f + 0.12f * Grain.share(iu, iv, seed));
    float marble =
        Grain.noise(x * 9, y * 9, seed + 1) + 0.5f * Grain.noise(x * 31, y * 31, seed + 2);
    out.times(0.9f + 0.13f * marble);
    double ju = Math.min(u - iu, iu + 1 - u);
    double jv = Math.min(v - iv, iv + 1 - v);
    if (Math.min(ju, jv) < JOINT) {
      out.times(0.6f);
    }
    float worn = Grain.noise(x * 1.3, y * 1.3, seed + 3);
    out.times(0.86f + 0.2f * worn);
    float stain = Grain.noise(x * 5, y * 5, seed + 4);
    if (stain > 0.86f) {
      out.times(1 - 1.6f * (stain - 0.86f));
    }
  }

  private boolean inside(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = cornerX.length - 1; i < cornerX.length; j = i++) {
      if (cornerY[i] > y != cornerY[j] > y
          && x
              < (cornerX[j] - cornerX[i]) * (y - cornerY[i]) / (cornerY[j] - cornerY[i])
                  + cornerX[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
