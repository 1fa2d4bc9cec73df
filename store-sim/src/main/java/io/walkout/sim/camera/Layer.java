package io.walkout.sim.camera;

import java.util.Arrays;

/** What is nearest in each sample of each pixel: how far, and which solid. */
final class Layer {
  /** Nothing there. */
  static final int NOTHING = -1;

  final int width;
  final int height;

  /** Depth (camera z, metres) by sample and pixel; infinite where nothing is. */
  final float[][] depth;

  /** Key of the nearest solid by sample and pixel; means nothing where the depth is infinite. */
  final int[][] key;

  /** Whether any sample of a pixel shows something. */
  final boolean[] touched;

  Layer(int width, int height) {
    this.width = width;
    this.height = height;
    depth = new float[View.SAMPLES][width * height];
    key = new int[View.SAMPLES][width * height];
    touched = new boolean[width * height];
    clear(0, 0, width, height);
  }

  /** Empties a rectangle, ends exclusive. */
  void clear(int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; y++) {
      for (int s = 0; s < View.SAMPLES; s++) {
        Arrays.fill(depth[s], y * width + x0, y * width + x1, Float.POSITIVE_INFINITY);
      }
      Arrays.fill(touched, y * width + x0, y * width + x1, false);
    }
  }

  /** Empties one pixel. */
  void clear(int pixel) {
    for (float[] one : depth) {
      one[pixel] = Float.POSITIVE_INFINITY;
    }
    touched[pixel] = false;
  }
}
