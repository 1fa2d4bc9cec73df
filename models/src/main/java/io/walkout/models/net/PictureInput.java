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

  /** Colours of one row times {@link Resampler#ONE}: blue, green, red. */
  private final int[][] colours;

  /** One row as the net takes it: a plane's, or all three colours of each pixel. */
  private final float[] floats;

  private final int[] ints;

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
    this.colours = new int[3][width];
    int rowLength = form.planar() ? width : 3 * width;
    this.floats = new float[form.wholeNumbers() ? 0 : rowLength];
    this.ints = new int[form.wholeNumbers() ? rowLength : 0];
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
    boolean moved = resampler.place(pictureWidth, pictureHeight, placement);
    if (moved) {
      margin();
      for (int y = 0; y < resampler.firstRow(); y++) {
        put(y);
      }
      for (int y = resampler.endRow(); y < height; y++) {
        put(y);
      }
    }
    for (int y = resampler.firstRow(); y < resampler.endRow(); y++) {
      resampler.read(bgr, y, colours[0], colours[1], colours[2]);
      put(y);
    }
  }

  private void margin() {
    for (int c = 0; c < 3; c++) {
      Arrays.fill(colours[c], Math.round(form.margin()[c] * Resampler.ONE));
    }
  }

  private void put(int y) {
    if (form.planar()) {
      putPlanes(y);
    } else {
      putPixels(y);
    }
  }

  private void putPlanes(int y) {
    for (int c = 0; c < 3; c++) {
      int plane = form.rgb() ? 2 - c : c;
      int at = (plane * height + y) * width;
      if (form.wholeNumbers()) {
        round(colours[c], ints);
        tensor.ints().put(at, ints, 0, width);
      } else {
        scale(colours[c], form.scale()[c] / Resampler.ONE, form.offset()[c], floats);
        tensor.floats().put(at, floats, 0, width);
      }
    }
  }

  private void putPixels(int y) {
    int at = 3 * y * width;
    for (int c = 0; c < 3; c++) {
      int place = form.rgb() ? 2 - c : c;
      if (form.wholeNumbers()) {
        interleave(colours[c], ints, place);
      } else {
        interleave(colours[c], form.scale()[c] / Resampler.ONE, form.offset()[c], floats, place);
      }
    }
    if (form.wholeNumbers()) {
      tensor.ints().put(at, ints, 0, 3 * width);
    } else {
      tensor.floats().put(at, floats, 0, 3 * width);
    }
  }

  private static void round(int[] from, int[] to) {
    for (int x = 0; x < from.length; x++) {
      to[x] = (from[x] + Resampler.ONE / 2) / Resampler.ONE;
    }
  }

  private static void scale(int[] from, float scale, float offset, float[] to) {
    for (int x = 0; x < from.length; x++) {
      to[x] = scale * from[x] + offset;
    }
  }

  private static void interleave(int[] from, int[] to, int place) {
    for (int x = 0; x < from.length; x++) {
      to[3 * x + place] = (from[x] + Resampler.ONE / 2) / Resampler.ONE;
    }
  }

  private static void interleave(int[] from, float scale, float offset, float[] to, int place) {
    for (int x = 0; x < from.length; x++) {
      to[3 * x + place] = scale * from[x] + offset;
    }
  }
}
