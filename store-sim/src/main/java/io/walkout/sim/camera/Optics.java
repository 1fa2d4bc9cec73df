package io.walkout.sim.camera;

/**
 * A cheap lens and the sharpening that a cheap camera does about it: a separable kernel that blurs
 * over a pixel and leaves a faint halo at edges. Channels are interleaved.
 */
final class Optics {
  /** Pixels on either side that a pixel depends on. */
  static final int REACH = 2;

  /** In 256ths; the sum is 256. Chosen by eye against real ceiling cameras. */
  private static final int FAR = -24;

  private static final int NEXT = 28;
  private static final int MIDDLE = 256 - 2 * NEXT - 2 * FAR;

  private final int width;
  private final int height;
  private final int[] across;

  Optics(int width, int height) {
    this.width = width;
    this.height = height;
    across = new int[3 * width * height];
  }

  /** Images a rectangle of {@code from} (ends exclusive) into {@code to}. */
  void image(int[] from, int[] to, int x0, int y0, int x1, int y1) {
    int top = Math.max(0, y0 - REACH);
    int low = Math.min(height, y1 + REACH);
    int left = Math.max(x0, REACH);
    int right = Math.min(x1, width - REACH);
    for (int y = top; y < low; y++) {
      int row = 3 * y * width;
      for (int i = row + 3 * left; i < row + 3 * right; i++) {
        across[i] =
            (FAR * (from[i - 6] + from[i + 6])
                    + NEXT * (from[i - 3] + from[i + 3])
                    + MIDDLE * from[i])
                >> 8;
      }
      for (int x = x0; x < left; x++) {
        System.arraycopy(from, row + 3 * x, across, row + 3 * x, 3);
      }
      for (int x = Math.max(x0, right); x < x1; x++) {
        System.arraycopy(from, row + 3 * x, across, row + 3 * x, 3);
      }
    }
    int stride = 3 * width;
    for (int y = y0; y < y1; y++) {
      int first = 3 * (y * width + x0);
      int last = 3 * (y * width + x1);
      if (y < REACH || y >= height - REACH) {
        for (int i = first; i < last; i++) {
          to[i] = Math.max(0, across[i]);
        }
        continue;
      }
      for (int i = first; i < last; i++) {
        int v =
            (FAR * (across[i - 2 * stride] + across[i + 2 * stride])
                    + NEXT * (across[i - stride] + across[i + stride])
                    + MIDDLE * across[i])
                >> 8;
        to[i] = Math.max(0, v);
      }
    }
  }
}
