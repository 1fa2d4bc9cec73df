package io.walkout.models.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a placed part of a BGR picture at a net's resolution, bilinearly between pixel centres. The
 * tables of offsets and weights are kept for as long as the placement stays the same. Allocates
 * nothing after construction. Single-threaded.
 *
 * <p>A row is made in two steps. First each column's pixel and its right neighbour, six bytes read
 * as one long, are brought together from the two rows of the picture between which it lies: the one
 * step whose addresses jump. Then each colour is blended in loops over plain arrays that the
 * compiler turns into vector instructions; they are short, since it leaves longer ones alone.
 */
final class Resampler {
  /** Results are this many times the colour's 0..255. */
  static final int ONE = 4096;

  /** Pictures narrower or lower than this can't be read. */
  static final int LEAST_SIDE = 3;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WEIGHTS = 64;
  private static final int PIXEL_BITS = 24;

  private final int[] offset;
  private final int[] shift;
  private final float[] leftWeight;
  private final float[] rightWeight;

  /** Pixels of the upper row of the picture by column of the input, then their right neighbours. */
  private final int[] upper;

  /** The same of the lower row. */
  private final int[] lower;

  /** One colour between the two. */
  private final float[] between;

  private final float[] whole;
  private final int[] row;
  private final int[] rowWeight;
  private final Placement placed = new Placement();
  private int down;
  private int pictureWidth;
  private int pictureHeight;
  private int firstColumn;
  private int endColumn;
  private int firstRow;
  private int endRow;

  /** For inputs of a size. */
  Resampler(int netWidth, int netHeight) {
    offset = new int[netWidth];
    shift = new int[netWidth];
    leftWeight = new float[netWidth];
    rightWeight = new float[netWidth];
    upper = new int[2 * netWidth];
    lower = new int[2 * netWidth];
    between = new float[2 * netWidth];
    whole = new float[netWidth];
    row = new int[netHeight];
    rowWeight = new int[netHeight];
  }

  /**
   * Makes the tables ready for a placement.
   *
   * @return whether they had to be made anew
   * @throws IllegalArgumentException if the picture is smaller than {@link #LEAST_SIDE}
   */
  boolean place(int width, int height, Placement placement) {
    if (width < LEAST_SIDE || height < LEAST_SIDE) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " pixels is too small to look at");
    }
    if (width == pictureWidth && height == pictureHeight && placed.same(placement)) {
      return false;
    }
    pictureWidth = width;
    pictureHeight = height;
    placed.copyFrom(placement);
    placeColumns();
    placeRows();
    return true;
  }

  private void placeColumns() {
    int end = Math.min(offset.length, placed.toLeft + placed.toWidth);
    firstColumn = end;
    endColumn = end;
    for (int x = Math.max(0, placed.toLeft); x < end; x++) {
      float centre = placed.pictureX(x + 0.5f);
      if (centre < 0) {
        continue;
      }
      if (centre >= pictureWidth) {
        endColumn = x;
        break;
      }
      firstColumn = Math.min(firstColumn, x);
      float at = Math.clamp(centre - 0.5f, 0, pictureWidth - 1);
      int pixel = Math.min((int) at, pictureWidth - 2);
      rightWeight[x] = Math.round((at - pixel) * WEIGHTS);
      leftWeight[x] = WEIGHTS - rightWeight[x];
      // The last pixels of a row are read from further left, so as never to read past the picture.
      offset[x] = Math.min(3 * pixel, 3 * pictureWidth - Long.BYTES);
      shift[x] = Byte.SIZE * (3 * pixel - offset[x]);
    }
    firstColumn = Math.min(firstColumn, endColumn);
  }

  private void placeRows() {
    int end = Math.min(row.length, placed.toTop + placed.toHeight);
    firstRow = end;
    endRow = end;
    for (int y = Math.max(0, placed.toTop); y < end; y++) {
      float centre = placed.pictureY(y + 0.5f);
      if (centre < 0) {
        continue;
      }
      if (centre >= pictureHeight) {
        endRow = y;
        break;
      }
      firstRow = Math.min(firstRow, y);
      float at = Math.clamp(centre - 0.5f, 0, pictureHeight - 1);
      row[y] = Math.min((int) at, pictureHeight - 2);
      rowWeight[y] = Math.round((at - row[y]) * WEIGHTS);
    }
    firstRow = Math.min(firstRow, endRow);
  }

  /** First column of the input that the picture covers. */
  int firstColumn() {
    return firstColumn;
  }

  /** Column after the last that the picture covers. */
  int endColumn() {
    return endColumn;
  }

  /** First row of the input that the picture covers. */
  int firstRow() {
    return firstRow;
  }

  /** Row after the last that the picture covers. */
  int endRow() {
    return endRow;
  }

  /**
   * Takes what one row of the input is made of from the picture, for {@link #blend}.
   *
   * @param bgr the picture, from position 0
   * @param y row of the input, from {@link #firstRow} to before {@link #endRow}
   */
  void read(ByteBuffer bgr, int y) {
    int start = 3 * pictureWidth * row[y];
    gather(bgr, start, upper);
    gather(bgr, start + 3 * pictureWidth, lower);
    down = rowWeight[y];
  }

  private void gather(ByteBuffer bgr, int start, int[] to) {
    int[] offsets = offset;
    int[] shifts = shift;
    int right = offsets.length;
    int end = endColumn;
    for (int x = firstColumn; x < end; x++) {
      long pair = (long) LONGS.get(bgr, start + offsets[x]) >>> shifts[x];
      to[x] = (int) pair;
      to[right + x] = (int) (pair >>> PIXEL_BITS);
    }
  }

  /**
   * One colour of the row that was read, as {@code scale * colour * ONE + offset}; columns that the
   * picture does not cover are left alone.
   *
   * @param colour 0 blue, 1 green, 2 red
   */
  void blend(int colour, float scale, float offset, float[] to) {
    blendRows(colour);
    float[] from = between;
    float[] left = leftWeight;
    float[] right = rightWeight;
    int half = left.length;
    int end = endColumn;
    for (int x = firstColumn; x < end; x++) {
      to[x] = scale * (from[x] * left[x] + from[half + x] * right[x]) + offset;
    }
  }

  /** One colour of the row that was read, rounded to 0..255; else as the other. */
  void blend(int colour, int[] to) {
    blend(colour, 1f / ONE, 0.5f, whole);
    float[] from = whole;
    int end = endColumn;
    for (int x = firstColumn; x < end; x++) {
      to[x] = (int) from[x];
    }
  }

  /** One colour of each column's pixel and its right neighbour, between the two rows. */
  private void blendRows(int colour) {
    int bits = Byte.SIZE * colour;
    int below = down;
    int above = WEIGHTS - below;
    int[] a = upper;
    int[] b = lower;
    float[] to = between;
    for (int x = 0; x < to.length; x++) {
      to[x] = (a[x] >> bits & 0xff) * above + (b[x] >> bits & 0xff) * below;
    }
  }
}
