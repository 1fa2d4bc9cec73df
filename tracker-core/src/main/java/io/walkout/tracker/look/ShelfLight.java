package io.walkout.tracker.look;

import java.util.Arrays;

/**
 * How bright each shelf is against its cells' references: the median ratio over the cells that
 * nobody's box is over, so that goods which changed don't matter and light which changed does. One
 * thread; allocates nothing after construction.
 */
final class ShelfLight {
  /** Ratios are told apart in steps of half a per cent, finer than the noise of a cell. */
  private static final float STEP = 0.005f;

  private static final float LEAST = 0.6f;
  private static final float MOST = 1.6f;
  private static final int BINS = Math.round((MOST - LEAST) / STEP) + 1;

  /** Darker cells have ratios of noise, levels of the three channels' sum. */
  private static final float LEAST_SUM = 60;

  /** Fewer cells than this in the open: the light stays what it was. */
  private static final int LEAST_CELLS = 12;

  private final float[] light;
  private final int[] bins = new int[BINS];

  ShelfLight(int shelves) {
    light = new float[shelves];
    forget();
  }

  /** The light is the references'. */
  void forget() {
    Arrays.fill(light, 1);
  }

  /** Light on a shelf as a multiple of the references'. */
  float of(int shelf) {
    return light[shelf];
  }

  /** Looks at the cells {@code from} to {@code to} of a shelf. */
  void measure(int shelf, int from, int to, CellLooks looks, boolean[] isCovered) {
    Arrays.fill(bins, 0);
    int n = 0;
    for (int i = from; i < to; i++) {
      float before = sum(looks.reference, i);
      if (looks.isKnown[i] && !isCovered[i] && before >= LEAST_SUM) {
        float ratio = Math.clamp(sum(looks.now, i) / before, LEAST, MOST);
        bins[Math.round((ratio - LEAST) / STEP)]++;
        n++;
      }
    }
    if (n < LEAST_CELLS) {
      return;
    }
    int at = 0;
    for (int seen = bins[0]; 2 * seen < n; seen += bins[at]) {
      at++;
    }
    light[shelf] = LEAST + at * STEP;
  }

  private static float sum(float[] colours, int i) {
    return colours[3 * i] + colours[3 * i + 1] + colours[3 * i + 2];
  }
}
