package io.walkout.bench.realism.pictures;

import java.util.ArrayDeque;

/**
 * The largest thing in a picture that is not in the empty scene, as a box in pixels.
 *
 * @param left leftmost column
 * @param top highest row
 * @param width columns
 * @param height rows
 * @param pixels how many pixels of it differ
 */
public record Silhouette(int left, int top, int width, int height, int pixels) {
  /** Luminance by which a pixel differs: well beyond the noise of a ceiling camera by day. */
  private static final int DIFFERS = 25;

  /** Differing pixels this close belong together: arms of one person, not two people. */
  private static final int REACH = 4;

  /** The largest connected patch; empty (no pixels) if nothing differs. */
  public static Silhouette of(byte[] luma, byte[] background, int width) {
    int height = luma.length / width;
    boolean[] open = new boolean[luma.length];
    for (int i = 0; i < open.length; i++) {
      open[i] = Math.abs((luma[i] & 0xff) - (background[i] & 0xff)) > DIFFERS;
    }
    Silhouette best = new Silhouette(0, 0, 0, 0, 0);
    for (int i = 0; i < open.length; i++) {
      if (open[i]) {
        Silhouette found = flood(open, i, width, height);
        best = found.pixels > best.pixels ? found : best;
      }
    }
    return best;
  }

  private static Silhouette flood(boolean[] open, int seed, int width, int height) {
    ArrayDeque<Integer> front = new ArrayDeque<>();
    open[seed] = false;
    front.add(seed);
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    int pixels = 0;
    while (!front.isEmpty()) {
      int i = front.poll();
      int x = i % width;
      int y = i / width;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int dy = -REACH; dy <= REACH; dy++) {
        for (int dx = -REACH; dx <= REACH; dx++) {
          int nx = x + dx;
          int ny = y + dy;
          if (nx >= 0 && ny >= 0 && nx < width && ny < height && open[ny * width + nx]) {
            open[ny * width + nx] = false;
            front.add(ny * width + nx);
          }
        }
      }
    }
    return new Silhouette(left, top, right - left + 1, bottom - top + 1, pixels);
  }
}
