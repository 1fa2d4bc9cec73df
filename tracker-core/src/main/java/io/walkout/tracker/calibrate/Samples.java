package io.walkout.tracker.calibrate;

import java.util.ArrayList;
import java.util.List;

/** Choices of four out of many: all of them, or evenly spread ones where they are too many. */
final class Samples {
  private Samples() {}

  /** At most {@code most} choices of four of {@code n}, in lexicographic order. */
  static List<int[]> ofFour(int n, int most) {
    long all = (long) n * (n - 1) * (n - 2) * (n - 3) / 24;
    long every = Math.max(1, Math.ceilDiv(all, most));
    List<int[]> samples = new ArrayList<>();
    long at = 0;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          for (int d = c + 1; d < n; d++) {
            if (at++ % every == 0) {
              samples.add(new int[] {a, b, c, d});
            }
          }
        }
      }
    }
    return samples;
  }
}
