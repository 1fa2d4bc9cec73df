package io.walkout.sim.camera;

/** The strip along a shelf's front edge with its price labels. */
final class PriceStrip implements Paint {
  private final int plates;
  private final int seed;

  PriceStrip(int plates, int seed) {
    this.plates = Math.max(1, plates);
    this.seed = seed;
  }

  @Override
  public void at(double u, double v, int face, Shade out) {
    out.set(0x4B4F55);
    double label = u * plates;
    int n = (int) label;
    double within = label - n;
    if (face == FRONT && within > 0.2 && within < 0.8 && v > 0.15 && v < 0.85) {
      out.set(Grain.share(n, 0, seed) < 0.15 ? 0xE5C53A : 0xE9E9E4);
      if (v > 0.35 && v < 0.65 && Grain.share((int) (u * plates * 20), n, seed) > 0.4) {
        out.set(0x303034);
      }
    }
  }
}
