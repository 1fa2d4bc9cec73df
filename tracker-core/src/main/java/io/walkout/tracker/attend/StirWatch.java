package io.walkout.tracker.attend;

import io.walkout.store.signal.PlateBlock;
import java.util.Arrays;

/**
 * Tells quickly that something touches a gondola, long before the shelf tracker knows what: the
 * mean of a plate over a block of samples has moved since the block before by more than the
 * gondola's noise. Takes every event's block once, in the order of arrival; what it keeps is one
 * mean a plate. Meant to be too eager rather than too late: a false stir costs some poses. One
 * thread.
 */
public final class StirWatch {
  /** Gondolas watched, 1 to 63; the rest go without. */
  public static final int GONDOLAS = 64;

  /** Most plates of a gondola that are watched. */
  private static final int MOST_PLATES = 4096;

  /**
   * Least movement that counts, grams: half of the lightest goods (ShelfTrackerSettings), which in
   * the block where the hand arrives have lifted off for half of its samples.
   */
  private static final double LEAST_GRAMS = 4;

  /** Times the usual movement of the gondola's restless plate. */
  private static final double NOISES = 6;

  /** Share of the way that the noise follows; some 50 blocks, ten seconds. */
  private static final double FOLLOW = 0.02;

  private final float[][] means = new float[GONDOLAS][];
  private final double[] noise = new double[GONDOLAS];

  /** Starts without knowledge: a gondola's first block can't stir. */
  public StirWatch() {
    Arrays.fill(noise, LEAST_GRAMS / NOISES);
  }

  /** Takes a block; whether the gondola stirs in it. */
  public boolean stirs(PlateBlock block) {
    int plates = block.shelves * block.plates;
    if (block.gondola < 1 || block.gondola >= GONDOLAS || plates > MOST_PLATES) {
      return false;
    }
    float[] before = means[block.gondola];
    if (before == null || before.length != plates) {
      before = new float[plates];
      Arrays.fill(before, Float.NaN);
      means[block.gondola] = before;
    }
    double most = 0;
    for (int p = 0; p < plates; p++) {
      double sum = 0;
      int n = 0;
      for (int s = 0; s < block.samples; s++) {
        float grams = block.grams[s * plates + p];
        if (!Float.isNaN(grams)) {
          sum += grams;
          n++;
        }
      }
      if (n > 0) {
        float mean = (float) (sum / n);
        most = Math.max(most, Float.isNaN(before[p]) ? 0 : Math.abs(mean - before[p]));
        before[p] = mean;
      }
    }
    double limit = Math.max(LEAST_GRAMS, NOISES * noise[block.gondola]);
    noise[block.gondola] += FOLLOW * (Math.min(most, limit) - noise[block.gondola]);
    return most > limit;
  }
}
