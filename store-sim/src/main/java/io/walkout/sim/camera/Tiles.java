package io.walkout.sim.camera;

import java.util.Arrays;

/** Which squares of the picture something changes in. */
final class Tiles {
  /** Edge of a square, pixels. */
  static final int SIZE = 16;

  /** How far the lens smears, pixels. */
  private static final int MARGIN = Optics.REACH + 1;

  final int columns;
  final int rows;
  private final int width;
  private final int height;
  private boolean[] marked;

  Tiles(int width, int height) {
    this.width = width;
    this.height = height;
    columns = (width + SIZE - 1) / SIZE;
    rows = (height + SIZE - 1) / SIZE;
    marked = new boolean[columns * rows];
  }

  void clear() {
    Arrays.fill(marked, false);
  }

  void mark(Bounds bounds) {
    if (!bounds.isEmpty()) {
      mark(bounds.x0(0), bounds.y0(0), bounds.x1(width), bounds.y1(height));
    }
  }

  /** Marks a rectangle, ends exclusive, and what the lens smears it into. */
  void mark(int x0, int y0, int x1, int y1) {
    if (x0 >= x1 || y0 >= y1) {
      return;
    }
    int left = Math.max(0, x0 - MARGIN) / SIZE;
    int right = Math.min(width - 1, x1 + MARGIN) / SIZE;
    int low = Math.min(height - 1, y1 + MARGIN) / SIZE;
    for (int r = Math.max(0, y0 - MARGIN) / SIZE; r <= low; r++) {
      Arrays.fill(marked, r * columns + left, r * columns + right + 1, true);
    }
  }

  boolean has(int tile) {
    return marked[tile];
  }

  int x0(int tile) {
    return tile % columns * SIZE;
  }

  int y0(int tile) {
    return tile / columns * SIZE;
  }

  int x1(int tile) {
    return Math.min(width, x0(tile) + SIZE);
  }

  int y1(int tile) {
    return Math.min(height, y0(tile) + SIZE);
  }
}
