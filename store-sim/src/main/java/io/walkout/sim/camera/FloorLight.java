package io.walkout.sim.camera;

import java.util.Arrays;

/** What shadows leave of the floor's light in each pixel, and what is mirrored in it. */
final class FloorLight {
  private final float[] left;
  private final float[] mirrored;
  private final boolean[] changed;

  FloorLight(int pixels) {
    left = new float[pixels];
    mirrored = new float[3 * pixels];
    changed = new boolean[pixels];
    Arrays.fill(left, 1);
  }

  boolean isChanged(int pixel) {
    return changed[pixel];
  }

  void clear(int pixel) {
    if (changed[pixel]) {
      changed[pixel] = false;
      left[pixel] = 1;
      mirrored[3 * pixel] = 0;
      mirrored[3 * pixel + 1] = 0;
      mirrored[3 * pixel + 2] = 0;
    }
  }

  /** Takes light away. */
  void dim(int pixel, float share) {
    changed[pixel] = true;
    left[pixel] *= share;
  }

  /** Lays an image over the floor's own. */
  void mirror(int pixel, float share, Shade image) {
    changed[pixel] = true;
    left[pixel] *= 1 - share;
    int i = 3 * pixel;
    mirrored[i] += share * (image.blue - mirrored[i]);
    mirrored[i + 1] += share * (image.green - mirrored[i + 1]);
    mirrored[i + 2] += share * (image.red - mirrored[i + 2]);
  }

  /**
   * A channel's value with that done to it.
   *
   * @param channel 0, 1, 2 for blue, green, red
   * @param samples how many the value is the sum of
   */
  int on(int value, int pixel, int channel, int samples) {
    return (int)
        (value * left[pixel] + samples * Shade.WHITE * mirrored[3 * pixel + channel] + 0.5f);
  }
}
