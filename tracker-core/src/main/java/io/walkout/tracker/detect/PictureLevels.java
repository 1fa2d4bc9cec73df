package io.walkout.tracker.detect;

import io.walkout.store.signal.PictureFault;
import java.util.Arrays;

/**
 * Whether a picture has anything in it, by its histogram: black, or of one colour. The few percent
 * at either end don't count, as many cameras write the time into a corner. Single-threaded.
 */
final class PictureLevels {
  /** Share at either end that is left out. */
  private static final double LEFT_OUT = 0.03;

  /** Darker than this, nearly everywhere, is black: video's own black is 16. */
  private static final int BLACK_LEVEL = 28;

  /** All within so many levels is one colour: six times the noise of a good sensor. */
  private static final int ONE_COLOUR_LEVELS = 16;

  private final int[] histogram = new int[256];

  /** {@link PictureFault#BLACK}, {@link PictureFault#COVERED} or {@link PictureFault#NONE}. */
  PictureFault judge(float[] grey) {
    Arrays.fill(histogram, 0);
    for (float v : grey) {
      histogram[Math.clamp((int) v, 0, 255)]++;
    }
    int least = level(LEFT_OUT * grey.length);
    int most = level((1 - LEFT_OUT) * grey.length);
    if (most < BLACK_LEVEL) {
      return PictureFault.BLACK;
    }
    return most - least < ONE_COLOUR_LEVELS ? PictureFault.COVERED : PictureFault.NONE;
  }

  private int level(double rank) {
    int level = 0;
    double below = histogram[0];
    while (below <= rank && level < 255) {
      below += histogram[++level];
    }
    return level;
  }
}
