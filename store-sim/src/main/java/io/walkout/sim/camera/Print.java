package io.walkout.sim.camera;

import io.walkout.sim.world.Article;

/** What is printed on a pack: a ground, a band, a badge and a few lines like writing. */
final class Print implements Paint {
  private static final int[] GROUNDS = {
    0xC8202B, 0xE0A51C, 0x1F4FA0, 0x2A8A3C, 0x6B2A7E, 0xE56A1B, 0xD8D2C4, 0x1E1E22, 0x1C8C93,
    0xB0447A, 0x7A4A24, 0xEFE6D0, 0x9FC131, 0x3A6EBD, 0xF2C84B, 0x8E1B2D
  };
  private static final int[] INKS = {
    0xF4F0E6, 0xF2D33C, 0x16181C, 0xD0262E, 0x1D3F8C, 0x2E7D3A, 0xE88A2A, 0xC9CCD1
  };

  private final int ground;
  private final int band;
  private final int badge;
  private final int writing;
  private final double bandLow;
  private final double bandHigh;
  private final double badgeX;
  private final double badgeY;
  private final double badgeSize;
  private final boolean upright;
  private final boolean soft;
  private final boolean metal;
  private final int seed;

  Print(Article article) {
    seed = article.code().value().hashCode();
    ground = pick(GROUNDS, 1);
    band = other(pick(INKS, 2), ground, 12);
    badge = other(pick(INKS, 3), band, 13);
    writing = other(pick(INKS, 4), ground, 14);
    bandLow = 0.1 + 0.45 * Grain.share(seed, 5, 0);
    bandHigh = bandLow + 0.12 + 0.3 * Grain.share(seed, 6, 0);
    badgeX = 0.3 + 0.4 * Grain.share(seed, 7, 0);
    badgeY = 0.35 + 0.35 * Grain.share(seed, 8, 0);
    badgeSize = 0.12 + 0.16 * Grain.share(seed, 9, 0);
    upright = Grain.share(seed, 10, 0) < 0.25;
    soft = article.isSoft();
    metal = article.kind().equals("can");
  }

  /** The neck and cap of a bottle. */
  static Paint cap(Article article) {
    int seed = article.code().value().hashCode();
    int cap = INKS[Math.floorMod(Grain.hash(seed, 11, 0), INKS.length)];
    return (u, v, face, out) -> out.set(v > 0.7 || face == TOP ? cap : 0xB9C4C8);
  }

  private int pick(int[] colours, int purpose) {
    return colours[Math.floorMod(Grain.hash(seed, purpose, 0), colours.length)];
  }

  private int other(int colour, int than, int purpose) {
    return colour == than ? INKS[Math.floorMod(Grain.hash(seed, purpose, 1), 2)] : colour;
  }

  @Override
  public void at(double u, double v, int face, Shade out) {
    if (face == UNDER || (face == TOP && metal)) {
      out.set(0xA9ACB0);
      return;
    }
    out.set(ground);
    double along = upright ? u : v;
    if (face == TOP) {
      out.mix(band, along > bandLow && along < bandHigh ? 0.8f : 0.1f);
      return;
    }
    if (face == LEFT || face == RIGHT) {
      out.mix(band, v > bandLow && v < bandHigh ? 0.85f : 0);
      writing(u, v, 0.1, 0.9, 0.1, 0.4, out);
      return;
    }
    if (along > bandLow && along < bandHigh) {
      out.set(band);
    }
    double du = u - badgeX;
    double dv = (v - badgeY) * 1.3;
    if (du * du + dv * dv < badgeSize * badgeSize) {
      out.set(badge);
    }
    writing(u, v, 0.15, 0.85, 0.72, 0.86, out);
    writing(u, v, 0.25, 0.75, 0.08, 0.16, out);
    if (soft) {
      bag(u, v, out);
    }
  }

  private void writing(
      double u, double v, double left, double right, double low, double high, Shade out) {
    if (u > left && u < right && v > low && v < high) {
      int letter = (int) (u * 14);
      if (Grain.share(letter, (int) (v * 9), seed) > 0.4) {
        out.mix(writing, 0.85f);
      }
    }
  }

  /** Foil shines in creases, is crimped at both ends and bulges between. */
  private void bag(double u, double v, Shade out) {
    double belly = 4 * u * (1 - u);
    out.times((float) (0.62 + 0.45 * belly));
    float crease = Grain.noise(u * 4, v * 5, seed);
    if (crease > 0.66) {
      out.add(0.5f * (crease - 0.66f));
    }
    if (v > 0.94 || v < 0.05) {
      out.mix(0xC8C8C8, ((int) (u * 30) & 1) == 0 ? 0.5f : 0.2f);
    }
  }
}
