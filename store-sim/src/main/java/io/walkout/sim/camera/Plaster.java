package io.walkout.sim.camera;

/** A painted wall: two tones, a skirting board, a few posters, and marks of use. */
final class Plaster implements Paint {
  private static final int[] UPPER = {0xCFC9BD, 0xC9CED2, 0xD6D0C2, 0xBFC4C0};
  private static final int[] LOWER = {0x9C9789, 0x8A9299, 0xB5AD9C, 0x7F8A84};
  private static final double POSTER_PITCH_METRES = 1.7;

  private final double from;
  private final double width;
  private final double low;
  private final double height;
  private final double length;
  private final int seed;
  private final int upper;
  private final int lower;

  /**
   * One piece of a wall.
   *
   * @param from where along the wall the piece begins, metres
   * @param low height of its lower edge, metres
   * @param length of the whole wall, metres
   */
  Plaster(double from, double width, double low, double height, double length, int seed) {
    this.from = from;
    this.width = width;
    this.low = low;
    this.height = height;
    this.length = length;
    this.seed = seed;
    int tone = Math.floorMod(seed / 31, UPPER.length);
    upper = UPPER[tone];
    lower = LOWER[tone];
  }

  @Override
  public void at(double u, double v, int face, Shade out) {
    double x = from + u * width;
    double z = low + v * height;
    if (z < 0.1) {
      out.set(0x46423C);
      return;
    }
    out.set(z < 1.05 ? lower : upper);
    float rough = Grain.noise(x * 14, z * 14, seed) + Grain.noise(x * 2.1, z * 2.1, seed + 1);
    out.times(0.88f + 0.1f * rough);
    if (face == BACK && low == 0) {
      poster(x, z, out);
    }
    out.times((float) (0.8 + 0.2 * Math.clamp(z / 2, 0, 1)));
  }

  private void poster(double x, double z, Shade out) {
    int n = (int) Math.floor(x / POSTER_PITCH_METRES);
    double middle = (n + 0.5) * POSTER_PITCH_METRES;
    if (Grain.share(n, 1, seed) < 0.45 || middle > length - 0.4) {
      return;
    }
    double half = 0.2 + 0.15 * Grain.share(n, 2, seed);
    double dx = Math.abs(x - middle) / half;
    double dz = Math.abs(z - 1.55) / (half * 1.35);
    if (dx < 1 && dz < 1) {
      int hue = Grain.hash(n, 3, seed);
      out.set(dx > 0.92 || dz > 0.94 ? 0x2A2A2C : (hue & 0x7F7F7F) | 0x404040);
      if (dx < 0.7 && dz < 0.5) {
        out.mix(hue >> 3 & 0xFFFFFF, 0.6f);
      }
    }
  }
}
