package io.walkout.tracker.detect;

import java.util.Arrays;

/**
 * When each part of a picture last moved, from one picture to the next: blocks of 8x8 pixels. What
 * changed and then doesn't move is a thing; a person, even one who reads a label, sways.
 */
final class StillnessMap {
  private static final int BLOCK = 8;

  /**
   * A pixel moved if a channel did by this many levels: twice the noise of a compressed picture.
   */
  private static final int MOVED = 14;

  /** Pixels of a block that must move. */
  private static final int ENOUGH = 3;

  private final int width;
  private final int height;
  private final int columns;
  private final int rows;
  private final int[] moved;
  private final long[] lastNanos;
  private byte[] before;
  private boolean started;

  StillnessMap(int width, int height) {
    this.width = width;
    this.height = height;
    this.columns = (width + BLOCK - 1) / BLOCK;
    this.rows = (height + BLOCK - 1) / BLOCK;
    this.moved = new int[columns * rows];
    this.lastNanos = new long[columns * rows];
    this.before = new byte[3 * width * height];
  }

  /** Takes the next picture, which is copied. */
  void update(byte[] bgr, long nanos) {
    if (!started) {
      Arrays.fill(lastNanos, nanos);
      started = true;
    } else {
      count(bgr);
      for (int row = 0; row < rows; row++) {
        for (int col = 0; col < columns; col++) {
          if (moved[row * columns + col] >= ENOUGH) {
            touch(row, col, nanos);
          }
        }
      }
    }
    System.arraycopy(bgr, 0, before, 0, before.length);
  }

  private void count(byte[] bgr) {
    Arrays.fill(moved, 0);
    int i = 0;
    for (int y = 0; y < height; y++) {
      int row = y / BLOCK * columns;
      for (int x = 0; x < width; x++, i += 3) {
        if (Math.abs((bgr[i] & 0xff) - (before[i] & 0xff)) > MOVED
            || Math.abs((bgr[i + 1] & 0xff) - (before[i + 1] & 0xff)) > MOVED
            || Math.abs((bgr[i + 2] & 0xff) - (before[i + 2] & 0xff)) > MOVED) {
          moved[row + x / BLOCK]++;
        }
      }
    }
  }

  private void touch(int row, int col, long nanos) {
    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (int c = Math.max(0, col - 1); c <= Math.min(columns - 1, col + 1); c++) {
        lastNanos[r * columns + c] = nanos;
      }
    }
  }

  /** When the block of a pixel, or one beside it, last moved. */
  long lastNanos(int x, int y) {
    return lastNanos[y / BLOCK * columns + x / BLOCK];
  }
}
