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
 * <p>Two neighbouring pixels are six bytes, read as one long; the three colours of a pixel are
 * spread over one long with 21 bits each, so that one multiplication weighs all three. Weights are
 * 64ths in each direction, so a colour comes out in 4096ths.
 */
final class Resampler {
  /** Results are this many times the colour's 0..255. */
  static final int ONE = 4096;

  /** Pictures narrower or lower than this can't be read. */
  static final int LEAST_SIDE = 3;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WEIGHTS = 64;
  private static final long COLOUR = (1 << 21) - 1;

  private final int[] offset;
  private final int[] shift;
  private final int[] weight;
  private final int[] row;
  private final int[] rowWeight;
  private final Placement placed = new Placement();
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
    weight = new int[netWidth];
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
      weight[x] = Math.round((at - pixel) * WEIGHTS);
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
   * Reads one row of the input, from {@link #firstRow} to before {@link #endRow}; columns that the
   * picture does not cover are left alone.
   *
   * @param bgr the picture, from position 0
   * @param y which row
   * @param blue receives colours times {@link #ONE}; so do the others
   */
  void read(ByteBuffer bgr, int y, int[] blue, int[] green, int[] red) {
    int upper = 3 * pictureWidth * row[y];
    int lower = upper + 3 * pictureWidth;
    long down = rowWeight[y];
    long up = WEIGHTS - down;
    for (int x = firstColumn; x < endColumn; x++) {
      int at = offset[x];
      int by = shift[x];
      long right = weight[x];
      long left = WEIGHTS - right;
      long a = (long) LONGS.get(bgr, upper + at) >>> by;
      long b = (long) LONGS.get(bgr, lower + at) >>> by;
      long over = left * spread(a) + right * spread(a >>> 24);
      long under = left * spread(b) + right * spread(b >>> 24);
      long colours = up * over + down * under;
      blue[x] = (int) (colours & COLOUR);
      green[x] = (int) (colours >>> 21 & COLOUR);
      red[x] = (int) (colours >>> 42);
    }
  }

  /** Three bytes, each at the bottom of 21 bits. */
  private static long spread(long bytes) {
    return (bytes & 0xff) | ((bytes & 0xff00) << 13) | ((bytes & 0xff0000) << 26);
  }
}
