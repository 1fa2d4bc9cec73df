package io.walkout.tracker.attend;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whether an empty picture is still the same: a grid of cells, each the mean of a few of its
 * pixels, held against what the grid was when a search last found nobody. A cell's noise is learned
 * from pictures in which nothing else changed; light that changes everywhere by the same share is
 * taken out. Costs about nine thousand reads a picture, whatever its size. Deterministic; one
 * thread.
 */
public final class ChangeGate {
  private static final int COLUMNS = 48;
  private static final int ROWS = 27;

  /** Pixels looked at in a cell, on each side. */
  private static final int PER_SIDE = 3;

  /** Least change of a cell that counts, levels: what compression makes of a still wall. */
  private static final float LEAST = 7;

  /** Times a cell's usual change. */
  private static final float NOISES = 5;

  /** Cells that must change: a person as far away as a detector finds one covers more. */
  private static final int CELLS = 2;

  /** Share of the way that noise follows. */
  private static final float FOLLOW = 0.05f;

  private final float[] now = new float[COLUMNS * ROWS];
  private final float[] empty = new float[COLUMNS * ROWS];
  private final float[] noise = new float[COLUMNS * ROWS];
  private boolean known;

  /** Knows nothing yet. */
  public ChangeGate() {
    Arrays.fill(noise, LEAST / NOISES);
  }

  /**
   * Takes a picture.
   *
   * @param bgr packed rows of three bytes a pixel
   * @return whether it differs from the last that was empty; true while none was
   */
  public boolean differs(ByteBuffer bgr, int width, int height) {
    read(bgr, width, height);
    if (!known) {
      return true;
    }
    float gain = gain();
    int changed = 0;
    for (int c = 0; c < now.length; c++) {
      changed += Math.abs(now[c] - gain * empty[c]) > Math.max(LEAST, NOISES * noise[c]) ? 1 : 0;
    }
    return changed >= CELLS;
  }

  /** A search has found nobody in the picture that was taken last. */
  public void foundEmpty() {
    if (known) {
      float gain = gain();
      for (int c = 0; c < now.length; c++) {
        float limit = Math.max(LEAST, NOISES * noise[c]);
        float off = Math.min(limit, Math.abs(now[c] - gain * empty[c]));
        noise[c] += FOLLOW * (off - noise[c]);
      }
    }
    System.arraycopy(now, 0, empty, 0, now.length);
    known = true;
  }

  private void read(ByteBuffer bgr, int width, int height) {
    for (int row = 0; row < ROWS; row++) {
      for (int col = 0; col < COLUMNS; col++) {
        int sum = 0;
        for (int i = 0; i < PER_SIDE; i++) {
          int y = (int) ((row * PER_SIDE + i + 0.5) * height / (ROWS * PER_SIDE));
          for (int j = 0; j < PER_SIDE; j++) {
            int x = (int) ((col * PER_SIDE + j + 0.5) * width / (COLUMNS * PER_SIDE));
            int p = 3 * (y * width + x);
            sum += (bgr.get(p) & 0xff) + 2 * (bgr.get(p + 1) & 0xff) + (bgr.get(p + 2) & 0xff);
          }
        }
        now[row * COLUMNS + col] = sum / (4f * PER_SIDE * PER_SIDE);
      }
    }
  }

  /**
   * How much brighter the picture is as a whole: ratio of the means, taken a second time without
   * outliers.
   */
  private float gain() {
    double was = 0;
    double is = 0;
    for (int c = 0; c < now.length; c++) {
      was += empty[c];
      is += now[c];
    }
    double rough = was > 0 ? is / was : 1;
    was = 0;
    is = 0;
    for (int c = 0; c < now.length; c++) {
      if (Math.abs(now[c] - rough * empty[c]) <= 2 * LEAST) {
        was += empty[c];
        is += now[c];
      }
    }
    return (float) (was > 0 ? is / was : rough);
  }
}
