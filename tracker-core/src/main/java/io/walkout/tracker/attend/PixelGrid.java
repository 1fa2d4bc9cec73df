package io.walkout.tracker.attend;

import java.nio.ByteBuffer;

/** The brightness of a box on a small grid of points, mean taken out. */
final class PixelGrid {
  private PixelGrid() {}

  /**
   * Samples a box; points beyond the picture take its nearest pixel.
   *
   * @param bgr packed rows of three bytes a pixel
   * @param boxes left, top, width, height of box i at 4 i
   * @param to receives {@code columns * rows} values from {@code from}: four times the brightness
   */
  static void sample(
      ByteBuffer bgr,
      int width,
      int height,
      float[] boxes,
      int i,
      int columns,
      int rows,
      float[] to,
      int from) {
    sample(
        bgr,
        width,
        height,
        boxes[4 * i],
        boxes[4 * i + 1],
        boxes[4 * i + 2],
        boxes[4 * i + 3],
        columns,
        rows,
        to,
        from);
  }

  /** The same of a box given by its numbers. */
  static void sample(
      ByteBuffer bgr,
      int width,
      int height,
      float left,
      float top,
      float w,
      float h,
      int columns,
      int rows,
      float[] to,
      int from) {
    float sum = 0;
    int k = from;
    for (int r = 0; r < rows; r++) {
      int y = Math.clamp((int) (top + h * (r + 0.5f) / rows), 0, height - 1);
      for (int c = 0; c < columns; c++) {
        int x = Math.clamp((int) (left + w * (c + 0.5f) / columns), 0, width - 1);
        int p = 3 * (y * width + x);
        float v = (bgr.get(p) & 0xff) + 2 * (bgr.get(p + 1) & 0xff) + (bgr.get(p + 2) & 0xff);
        to[k++] = v;
        sum += v;
      }
    }
    float mean = sum / (columns * rows);
    for (int j = from; j < k; j++) {
      to[j] -= mean;
    }
  }
}
