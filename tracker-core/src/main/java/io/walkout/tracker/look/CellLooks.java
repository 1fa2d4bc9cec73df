package io.walkout.tracker.look;

import io.walkout.store.EventTime;
import java.nio.ByteBuffer;

/**
 * What each cell of one camera's shelves looks like: its mean colour while steady, its noise, and
 * whether it is clear now. A cell is clear while it looks as it did. Once it doesn't, it is clear
 * again when it looks as before, or when it has looked the same for {@link #STEADY_NANOS} with
 * nobody's box over it; then it has changed, by so many units of its noise. Light is taken out
 * before ({@link ShelfLight}). Arrays by cell; one thread.
 */
final class CellLooks {
  /**
   * A new look counts after so long without change: a hand in a shelf rests for less, two in three
   * times (0.1 to 0.6 s were simulated after real ones), and a person's box covers the rest.
   */
  static final long STEADY_NANOS = 800 * EventTime.MILLI;

  /** The same for what hangs together over several shelves: nobody stands so still for so long. */
  private static final long STEADY_WIDE_NANOS = 4 * EventTime.SECOND;

  /** Units of noise up to which a cell looks as it did. Chosen: a mean of three channels. */
  private static final float SAME_NOISES = 5;

  /** The least noise, levels: that of rounding and of a coder's steps. */
  private static final float LEAST_NOISE = 1;

  /** A cell as restless as that says little, and is not let grow more so. */
  private static final float MOST_NOISE = 12;

  /** Noise of a cell that has just been learned. */
  private static final float FIRST_NOISE = 2;

  /** Share of each look in the reference, and in the noise. */
  private static final float LEARN = 1 / 16f;

  /**
   * Share of each look that is taken with its light, so that slow changes of light are followed.
   */
  private static final float LEARN_LIGHT = 1 / 64f;

  final ShelfCells cells;

  /** This picture's mean of each cell, blue, green, red at 3 i. */
  final float[] now;

  /** The steady look, in the light it was learned in. */
  final float[] reference;

  /** Whether there is a steady look. */
  final boolean[] isKnown;

  /** Whether the cell looks as the reference says. */
  final boolean[] isClear;

  /** The steady look when it was last asked for news, as {@link #reference}. */
  private final float[] told;

  private final boolean[] isTold;

  /** When what is seen now, or was last, began to look so. */
  final long[] sinceNanos;

  private final float[] noise;
  private final float[] candidate;

  CellLooks(ShelfCells cells) {
    this.cells = cells;
    int n = cells.count();
    now = new float[3 * n];
    reference = new float[3 * n];
    candidate = new float[3 * n];
    noise = new float[n];
    isKnown = new boolean[n];
    isClear = new boolean[n];
    told = new float[3 * n];
    isTold = new boolean[n];
    sinceNanos = new long[n];
    forget();
  }

  /** Knows nothing any more: the camera hangs elsewhere. */
  void forget() {
    for (int i = 0; i < noise.length; i++) {
      isKnown[i] = false;
      isTold[i] = false;
      hide(i);
    }
  }

  /** Nothing is known of what a cell looks like now. */
  void hide(int i) {
    isClear[i] = false;
    sinceNanos[i] = Long.MAX_VALUE;
  }

  /** Takes the means of a picture, packed BGR of the calibrated size. */
  void read(ByteBuffer bgr) {
    int[] pixels = cells.pixels;
    for (int i = 0; i < noise.length; i++) {
      int from = cells.firstPixel[i];
      int to = cells.firstPixel[i + 1];
      int blue = 0;
      int green = 0;
      int red = 0;
      for (int k = from; k < to; k++) {
        int at = pixels[k];
        blue += bgr.get(at) & 0xff;
        green += bgr.get(at + 1) & 0xff;
        red += bgr.get(at + 2) & 0xff;
      }
      float share = 1f / (to - from);
      now[3 * i] = blue * share;
      now[3 * i + 1] = green * share;
      now[3 * i + 2] = red * share;
    }
  }

  /** How far a cell is from its reference, levels, in a light so many times the reference's. */
  float levels(int i, float light) {
    return distance(reference, i, light);
  }

  private float distance(float[] from, int i, float light) {
    int k = 3 * i;
    return (Math.abs(now[k] - light * from[k])
            + Math.abs(now[k + 1] - light * from[k + 1])
            + Math.abs(now[k + 2] - light * from[k + 2]))
        / 3;
  }

  /** Whether a cell looks as its reference says. */
  boolean isSame(int i, float light) {
    return isKnown[i] && levels(i, light) <= SAME_NOISES * noise[i];
  }

  /**
   * Judges a cell of this picture.
   *
   * @param isCovered whether somebody is before it
   * @param isWide whether what differs there differs on other shelves too
   */
  void judge(int i, float light, boolean isCovered, boolean isWide, long nanos) {
    if (isSame(i, light)) {
      if (!isClear[i]) {
        isClear[i] = true;
        sinceNanos[i] = nanos;
      }
      learn(i, light);
      return;
    }
    float room = isKnown[i] ? SAME_NOISES * noise[i] : SAME_NOISES * FIRST_NOISE;
    boolean isNew =
        isClear[i] || sinceNanos[i] == Long.MAX_VALUE || distance(candidate, i, 1) > room;
    isClear[i] = false;
    if (isCovered) {
      sinceNanos[i] = Long.MAX_VALUE;
    } else if (isNew) {
      sinceNanos[i] = nanos;
      System.arraycopy(now, 3 * i, candidate, 3 * i, 3);
    } else if (nanos - sinceNanos[i] >= (isWide ? STEADY_WIDE_NANOS : STEADY_NANOS)) {
      accept(i, light);
    }
  }

  /** What is seen now is the cell's look from now on. */
  void accept(int i, float light) {
    if (!isKnown[i]) {
      noise[i] = FIRST_NOISE;
    }
    isKnown[i] = true;
    isClear[i] = true;
    for (int k = 3 * i; k < 3 * i + 3; k++) {
      reference[k] = now[k] / light;
    }
  }

  private void learn(int i, float light) {
    float levels = levels(i, light);
    noise[i] = Math.clamp(noise[i] + LEARN * (levels - noise[i]), LEAST_NOISE, MOST_NOISE);
    for (int k = 3 * i; k < 3 * i + 3; k++) {
      float own = now[k] / light;
      reference[k] += LEARN * (own - reference[k]) + LEARN_LIGHT * (now[k] - own);
    }
  }

  /**
   * How much a cell's steady look has changed since {@link #settle}, units of noise; NaN if it was
   * not known then.
   */
  float change(int i) {
    if (!isTold[i]) {
      return Float.NaN;
    }
    float sum = 0;
    for (int k = 3 * i; k < 3 * i + 3; k++) {
      sum += Math.abs(reference[k] - told[k]);
    }
    return sum / (3 * noise[i]);
  }

  /** What a cell looks like is no news from here on. */
  void settle(int i) {
    isTold[i] = isKnown[i];
    System.arraycopy(reference, 3 * i, told, 3 * i, 3);
  }
}
