package io.walkout.sim.camera;

/** Textures made of hashed numbers: the same everywhere, on any machine. */
final class Grain {
  private Grain() {}

  /** 32 well-mixed bits of three numbers (the finaliser of MurmurHash3, A. Appleby). */
  static int hash(int x, int y, int seed) {
    int h = x * 0x9e3779b1 ^ y * 0x85ebca6b ^ seed * 0xc2b2ae35;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  /** The same as a share from 0 to 1. */
  static float share(int x, int y, int seed) {
    return (hash(x, y, seed) >>> 8) * (1f / (1 << 24));
  }

  /** Value noise: smooth, 0 to 1, one bump per unit of x and y. */
  static float noise(double x, double y, int seed) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    float fx = (float) (x - ix);
    float fy = (float) (y - iy);
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    float top = share(ix, iy, seed) * (1 - fx) + share(ix + 1, iy, seed) * fx;
    float low = share(ix, iy + 1, seed) * (1 - fx) + share(ix + 1, iy + 1, seed) * fx;
    return top * (1 - fy) + low * fy;
  }
}
