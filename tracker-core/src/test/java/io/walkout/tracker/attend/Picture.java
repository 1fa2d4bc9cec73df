package io.walkout.tracker.attend;

import java.nio.ByteBuffer;
import java.util.Random;

/** A picture of a textured wall with textured people before it, and a sensor's noise. */
final class Picture {
  static final int WIDTH = 320;
  static final int HEIGHT = 180;

  private final ByteBuffer bgr = ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT);
  private final Random noise;

  Picture(long seed) {
    noise = new Random(seed);
  }

  ByteBuffer bgr() {
    return bgr;
  }

  /** The wall alone, {@code gain} times as bright as usual. */
  Picture empty(double gain) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        put(x, y, gain * (90 + 30 * Math.sin(x * 0.21) * Math.cos(y * 0.13)));
      }
    }
    return this;
  }

  /** Somebody in a box; their clothes are {@code dress}, and move with it. */
  Picture person(double left, double top, int width, int height, int dress) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int u = (int) Math.round(left) + x;
        int v = (int) Math.round(top) + y;
        if (u >= 0 && v >= 0 && u < WIDTH && v < HEIGHT) {
          put(u, v, 40 + 140 * patch(dress, x / 5, y / 6));
        }
      }
    }
    return this;
  }

  /** A brightness of its own for each patch of somebody's clothes, 0..1. */
  private static double patch(int dress, int column, int row) {
    return Math.floorMod(
            7919L * dress + 104_729L * column * column + 1_299_709L * row * (column + 3), 97)
        / 97.0;
  }

  private void put(int x, int y, double level) {
    for (int c = 0; c < 3; c++) {
      int value = (int) Math.clamp(level + 1.5 * noise.nextGaussian(), 0, 255);
      bgr.put(3 * (y * WIDTH + x) + c, (byte) value);
    }
  }
}
