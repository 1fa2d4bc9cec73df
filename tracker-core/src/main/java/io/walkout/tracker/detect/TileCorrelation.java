package io.walkout.tracker.detect;

/**
 * How alike two square tiles of grey pictures are, whatever the light: zero-mean normalised
 * cross-correlation (J. P. Lewis, "Fast Normalized Cross-Correlation", 1995), computed directly as
 * the tiles are small. Pictures are row-major, one float a pixel. No state.
 */
final class TileCorrelation {
  /** Less variance than this, in levels squared, is flat: nothing correlates with it. */
  private static final double FLAT = 1;

  private TileCorrelation() {}

  /**
   * The correlation, -1 to 1; 0 where either tile is flat.
   *
   * @param a one picture
   * @param width pixels per row of both
   * @param ax left edge of the tile in {@code a}
   * @param ay its top edge
   * @param b the other picture
   * @param bx left edge of the tile in {@code b}
   * @param by its top edge
   * @param size edge of the tiles, pixels
   */
  static float of(float[] a, int width, int ax, int ay, float[] b, int bx, int by, int size) {
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int row = 0; row < size; row++) {
      int ia = (ay + row) * width + ax;
      int ib = (by + row) * width + bx;
      for (int col = 0; col < size; col++) {
        float va = a[ia + col];
        float vb = b[ib + col];
        sa += va;
        sb += vb;
        saa += va * va;
        sbb += vb * vb;
        sab += va * vb;
      }
    }
    int n = size * size;
    double varianceA = saa / n - sa / n * (sa / n);
    double varianceB = sbb / n - sb / n * (sb / n);
    if (varianceA < FLAT || varianceB < FLAT) {
      return 0;
    }
    double covariance = sab / n - sa / n * (sb / n);
    return (float) (covariance / Math.sqrt(varianceA * varianceB));
  }

  /** Standard deviation of a tile, levels. */
  static float contrast(float[] a, int width, int ax, int ay, int size) {
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < size; row++) {
      for (int i = (ay + row) * width + ax; i < (ay + row) * width + ax + size; i++) {
        sum += a[i];
        squares += a[i] * a[i];
      }
    }
    int n = size * size;
    return (float) Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
  }
}
