package io.walkout.sim.camera;

/** What covers a part of a body: cloth with folds, skin, a head with hair and a face. */
final class Cloth {
  /** Kinds of surface. */
  enum Kind {
    /** Folds. */
    CLOTH,
    /** Folds and stripes. */
    STRIPES,
    /** Nothing on it. */
    SKIN,
    /** Hair above and behind, a face before. */
    HEAD
  }

  /** How dark a fold gets; chosen by eye. */
  private static final float FOLD = 0.22f;

  private final Kind kind;
  private final int rgb;
  private final int second;
  private final int seed;
  private final double sleeve;
  private double frontX = 1;
  private double frontY;

  /**
   * A surface.
   *
   * @param rgb its colour, 0xRRGGBB
   * @param second colour of stripes, of what is beyond the sleeve, or of hair
   * @param sleeve share of the part's length from which on the second colour shows; 1 for never
   * @param seed of its folds
   */
  Cloth(Kind kind, int rgb, int second, double sleeve, int seed) {
    this.kind = kind;
    this.rgb = rgb;
    this.second = second;
    this.sleeve = sleeve;
    this.seed = seed;
  }

  /** Which way the body faces, unit length. */
  void turn(double fx, double fy) {
    frontX = fx;
    frontY = fy;
  }

  /**
   * Colour under white light.
   *
   * @param along share of the part's length
   * @param nx normal, store's frame
   */
  void at(double along, double nx, double ny, double nz, Shade out) {
    double forth = nx * frontX + ny * frontY;
    double aside = ny * frontX - nx * frontY;
    if (kind == Kind.HEAD) {
      head(forth, aside, nz, out);
      return;
    }
    if (kind == Kind.SKIN) {
      out.set(rgb);
      return;
    }
    if (sleeve < 1 && along >= sleeve) {
      out.set(second);
      return;
    }
    boolean stripe = kind == Kind.STRIPES && ((int) (along * 12) & 1) == 0;
    out.set(stripe ? second : rgb);
    float fold = Grain.noise(along * 5 + forth, aside * 2.5 + nz, seed);
    out.times(1 + FOLD * (fold - 0.6f));
  }

  private void head(double forth, double aside, double up, Shade out) {
    boolean above = up > 0.45 + 0.2 * forth;
    boolean behind = forth < -0.15 && up > -0.6;
    boolean temples = forth < 0.3 && up > 0.2;
    boolean hair = above || behind || temples;
    if (hair) {
      out.set(second);
      out.times(0.8f + 0.5f * Grain.noise(aside * 6, up * 3, seed));
      return;
    }
    out.set(rgb);
    double eye = Math.abs(Math.abs(aside) - 0.36);
    if (forth > 0.5 && eye < 0.13 && Math.abs(up - 0.1) < 0.07) {
      out.times(0.25f);
    } else if (forth > 0.5 && Math.abs(aside) < 0.2 && Math.abs(up + 0.42) < 0.05) {
      out.mix(0x7A3030, 0.6f);
    } else if (forth > 0.5 && eye < 0.17 && Math.abs(up - 0.26) < 0.04) {
      out.mix(second, 0.7f);
    }
  }
}
