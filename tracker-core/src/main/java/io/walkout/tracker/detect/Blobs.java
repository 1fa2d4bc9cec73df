package io.walkout.tracker.detect;

import java.util.Arrays;

/** Connected parts of a mask, eight neighbours, by flood fill. Reusable; one thread. */
final class Blobs {
  /** More are left out, which only noise reaches. */
  static final int CAPACITY = 512;

  private final int width;
  private final int height;
  private final int[] stack;
  private final boolean[] done;

  int count;
  final int[] left = new int[CAPACITY];
  final int[] top = new int[CAPACITY];
  final int[] right = new int[CAPACITY];
  final int[] bottom = new int[CAPACITY];
  final int[] area = new int[CAPACITY];

  Blobs(int width, int height) {
    this.width = width;
    this.height = height;
    this.stack = new int[width * height];
    this.done = new boolean[width * height];
  }

  /** Finds them; right and bottom lie just beyond. */
  void find(boolean[] mask) {
    count = 0;
    Arrays.fill(done, false);
    for (int p = 0; p < mask.length && count < CAPACITY; p++) {
      if (mask[p] && !done[p]) {
        fill(mask, p);
        count++;
      }
    }
  }

  private void fill(boolean[] mask, int start) {
    int n = 0;
    int b = count;
    left[b] = width;
    top[b] = height;
    right[b] = 0;
    bottom[b] = 0;
    area[b] = 0;
    stack[n++] = start;
    done[start] = true;
    while (n > 0) {
      int p = stack[--n];
      int x = p % width;
      int y = p / width;
      left[b] = Math.min(left[b], x);
      top[b] = Math.min(top[b], y);
      right[b] = Math.max(right[b], x + 1);
      bottom[b] = Math.max(bottom[b], y + 1);
      area[b]++;
      for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          int q = v * width + u;
          if (mask[q] && !done[q]) {
            done[q] = true;
            stack[n++] = q;
          }
        }
      }
    }
  }

  /** Whether a blob reaches the picture's edge. */
  boolean touchesEdge(int b) {
    return left[b] <= 1 || top[b] <= 1 || right[b] >= width - 1 || bottom[b] >= height - 1;
  }
}
