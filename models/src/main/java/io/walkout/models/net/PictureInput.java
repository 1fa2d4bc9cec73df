package io.walkout.models.net;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes pictures of any size into a net's pinned input, scaled and normalised as the net wants
 * them. What lies outside the picture has the form's margin colour. Allocates nothing after
 * construction. Single-threaded.
 */
final class PictureInput {
  private final NetTensor tensor;
  private final PictureForm form;
  private final int width;
  private final int height;
  private final Resampler resampler;

  /** One row of blue, green and red each, as the net takes them. */
  private final float[][] floats;

  private final int[][] ints;

  /** One row with the colours of each pixel side by side, where the net takes them so. */
  private final float[] floatPixels;

  private final int[] intPixels;

  /**
   * For one input.
   *
   * @param tensor of shape [1,3,H,W] or [1,H,W,3], as the form says
   */
  PictureInput(NetTensor tensor, PictureForm form) {
    this.tensor = tensor;
    this.form = form;
    this.height = tensor.side(form.planar() ? 2 : 1);
    this.width = tensor.side(form.planar() ? 3 : 2);
    this.resampler = new Resampler(width, height);
    this.floats = new float[3][form.wholeNumbers() ? 0 : width];
    this.ints = new int[3][form.wholeNumbers() ? width : 0];
    this.floatPixels = new float[form.planar() || form.wholeNumbers() ? 0 : 3 * width];
    this.intPixels = new int[form.planar() || !form.wholeNumbers() ? 0 : 3 * width];
  }

  /** Pixels per row that the net takes. */
  int width() {
    return width;
  }

  /** Rows that the net takes. */
  int height() {
    return height;
  }

  /**
   * Writes a picture.
   *
   * @param bgr {@code 3 * pictureWidth * pictureHeight} bytes from position 0
   * @param placement which part of it goes where
   * @throws IllegalArgumentException if the picture is too small to read
   */
  void write(ByteBuffer bgr, int pictureWidth, int pictureHeight, Placement placement) {
    if (resampler.place(pictureWidth, pictureHeight, placement)) {
      margin();
    }
    for (int y = resampler.firstRow(); y < resampler.endRow(); y++) {
      resampler.read(bgr, y);
      for (int c = 0; c < 3; c++) {
        if (form.wholeNumbers()) {
          resampler.blend(c, ints[c]);
        } else {
          resampler.blend(c, form.scale()[c] / Resampler.ONE, form.offset()[c], floats[c]);
        }
      }
      put(y);
    }
  }

  /** Writes the rows that no picture reaches, and leaves the margin's colour in all columns. */
  private void margin() {
    for (int c = 0; c < 3; c++) {
      Arrays.fill(ints[c], Math.round(form.margin()[c]));
      Arrays.fill(floats[c], form.scale()[c] * form.margin()[c] + form.offset()[c]);
    }
    for (int y = 0; y < resampler.firstRow(); y++) {
      put(y);
    }
    for (int y = resampler.endRow(); y < height; y++) {
      put(y);
    }
  }

  private void put(int y) {
    if (!form.planar()) {
      putPixels(y);
      return;
    }
    for (int c = 0; c < 3; c++) {
      int plane = form.rgb() ? 2 - c : c;
      int at = (plane * height + y) * width;
      if (form.wholeNumbers()) {
        tensor.ints().put(at, ints[c], 0, width);
      } else {
        tensor.floats().put(at, floats[c], 0, width);
      }
    }
  }

  private void putPixels(int y) {
    int first = form.rgb() ? 2 : 0;
    int at = 3 * y * width;
    if (form.wholeNumbers()) {
      interleave(ints[first], ints[1], ints[2 - first], intPixels);
      tensor.ints().put(at, intPixels, 0, 3 * width);
    } else {
      interleave(floats[first], floats[1], floats[2 - first], floatPixels);
      tensor.floats().put(at, floatPixels, 0, 3 * width);
    }
  }

  private static void interleave(int[] a, int[] b, int[] c, int[] to) {
    for (int x = 0; x < a.length; x++) {
      to[3 * x] = a[x];
      to[3 * x + 1] = b[x];
      to[3 * x + 2] = c[x];
    }
  }

  private static void interleave(float[] a, float[] b, float[] c, float[] to) {
    for (int x = 0; x < a.length; x++) {
      to[3 * x] = a[x];
      to[3 * x + 1] = b[x];
      to[3 * x + 2] = c[x];
    }
  }
}
