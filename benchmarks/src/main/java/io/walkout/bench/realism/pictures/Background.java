package io.walkout.bench.realism.pictures;

import java.util.List;

/**
 * The scene without what moves: each pixel's median over some pictures spread over the clip. Right
 * where nobody stood for half of the time.
 */
final class Background {
  /** Pictures that the median is taken of; odd. */
  private static final int PICTURES = 41;

  private Background() {}

  /** Median luminance of each pixel. */
  static byte[] of(List<byte[]> luma) {
    int n = Math.min(PICTURES, luma.size());
    int pixels = luma.getFirst().length;
    byte[] median = new byte[pixels];
    int[] counts = new int[256];
    for (int i = 0; i < pixels; i++) {
      java.util.Arrays.fill(counts, 0);
      for (int k = 0; k < n; k++) {
        counts[luma.get(k * luma.size() / n)[i] & 0xff]++;
      }
      int below = 0;
      int value = 0;
      while (below + counts[value] <= n / 2) {
        below += counts[value++];
      }
      median[i] = (byte) value;
    }
    return median;
  }
}
