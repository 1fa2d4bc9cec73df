package io.walkout.tracker.attend;

import java.nio.ByteBuffer;

/**
 * What one camera has kept of the people near its shelves, for as long as memory bounds: the crop
 * of each box with a margin about it, oldest overwritten first. Nothing of a picture but these
 * crops outlives it, and they for seconds only: what is let go of is wiped. Reads and writes direct
 * buffers; allocates nothing after the start. One thread.
 */
public final class CropRing {
  /** Most crops kept, whatever their size. */
  public static final int CAPACITY = 512;

  /** Margin about a box on each side, as a share of its longer side: an arm may reach out of it. */
  private static final double MARGIN = 0.3;

  private static final byte[] BLANK = new byte[4096];

  private final ByteBuffer bytes;
  private final long[] nanos = new long[CAPACITY];
  private final int[] track = new int[CAPACITY];
  private final long[] reach = new long[CAPACITY];
  private final float[] box = new float[4 * CAPACITY];
  private final int[] at = new int[4 * CAPACITY];
  private final int[] offset = new int[CAPACITY];
  private final boolean[] wanted = new boolean[CAPACITY];
  private final boolean[] posed = new boolean[CAPACITY];
  private long first;
  private long next;
  private int writeAt;
  private long dropped;

  /** Room for so many bytes of pixels. */
  public CropRing(int mostBytes) {
    this.bytes = ByteBuffer.allocateDirect(mostBytes);
  }

  /**
   * Keeps the crop of a box.
   *
   * @param bgr the picture: direct, rows packed
   * @param boxes left, top, width, height in pixels of the picture at {@code 4 * i}
   * @param withinReach gondolas that the person can reach
   * @param alreadyPosed whether a pose was taken of it in its own time
   * @return false if the box lies outside the picture or its crop is larger than the whole ring
   */
  public boolean keep(
      ByteBuffer bgr,
      int width,
      int height,
      long captureNanos,
      int number,
      float[] boxes,
      int i,
      long withinReach,
      boolean alreadyPosed) {
    float margin = (float) (MARGIN * Math.max(boxes[4 * i + 2], boxes[4 * i + 3]));
    int x0 = Math.max(0, (int) (boxes[4 * i] - margin));
    int y0 = Math.max(0, (int) (boxes[4 * i + 1] - margin));
    int x1 = Math.min(width, (int) (boxes[4 * i] + boxes[4 * i + 2] + margin));
    int y1 = Math.min(height, (int) (boxes[4 * i + 1] + boxes[4 * i + 3] + margin));
    long size = 3L * (x1 - x0) * (y1 - y0);
    if (x1 <= x0 || y1 <= y0 || size > bytes.capacity()) {
      return false;
    }
    int from = room((int) size);
    for (int y = y0; y < y1; y++) {
      bytes.put(from + 3 * (y - y0) * (x1 - x0), bgr, 3 * (y * width + x0), 3 * (x1 - x0));
    }
    int k = (int) (next % CAPACITY);
    nanos[k] = captureNanos;
    track[k] = number;
    reach[k] = withinReach;
    wanted[k] = false;
    posed[k] = alreadyPosed;
    offset[k] = from;
    System.arraycopy(boxes, 4 * i, box, 4 * k, 4);
    at[4 * k] = x0;
    at[4 * k + 1] = y0;
    at[4 * k + 2] = x1 - x0;
    at[4 * k + 3] = y1 - y0;
    next++;
    writeAt = from + (int) size;
    return true;
  }

  /** A stretch of bytes that nothing kept lies in any more. */
  private int room(int size) {
    if (writeAt + size > bytes.capacity()) {
      while (first < next && offset[(int) (first % CAPACITY)] >= writeAt) {
        drop(); // what lies between here and the end
      }
      writeAt = 0;
    }
    while (first < next && (next - first == CAPACITY || overlaps(first, size))) {
      drop();
    }
    return writeAt;
  }

  private boolean overlaps(long entry, int size) {
    int k = (int) (entry % CAPACITY);
    int end = offset[k] + 3 * at[4 * k + 2] * at[4 * k + 3];
    return offset[k] < writeAt + size && end > writeAt;
  }

  /** Lets go of the oldest; its pixels are wiped, not left until something is written there. */
  private void drop() {
    int k = (int) (first % CAPACITY);
    int end = offset[k] + 3 * at[4 * k + 2] * at[4 * k + 3];
    for (int i = offset[k]; i < end; i += BLANK.length) {
      bytes.put(i, BLANK, 0, Math.min(BLANK.length, end - i));
    }
    dropped += wanted[(int) (first % CAPACITY)] ? 1 : 0;
    first++;
  }

  /** Lets go of everything older than a moment. */
  public void forgetBefore(long thenNanos) {
    while (first < next && nanos[(int) (first % CAPACITY)] < thenNanos) {
      drop();
    }
  }

  /** Asks for poses of all kept between two moments who could reach one of the gondolas. */
  public void want(long fromNanos, long toNanos, long gondolas) {
    for (long e = first; e < next; e++) {
      int k = (int) (e % CAPACITY);
      if (nanos[k] >= fromNanos && nanos[k] <= toNanos && (reach[k] & gondolas) != 0 && !posed[k]) {
        wanted[k] = true;
      }
    }
  }

  /** The oldest that a pose is asked of, or -1; an index good until the next is kept. */
  public int nextWanted() {
    for (long e = first; e < next; e++) {
      int k = (int) (e % CAPACITY);
      if (wanted[k]) {
        return k;
      }
    }
    return -1;
  }

  /** No pose is asked of it any more. */
  public void done(int k) {
    wanted[k] = false;
    posed[k] = true;
  }

  /** Copies its pixels: packed BGR of {@link #cropWidth} by {@link #cropHeight}. */
  public void read(int k, ByteBuffer to) {
    to.put(0, bytes, offset[k], 3 * cropWidth(k) * cropHeight(k));
  }

  /** Bytes of the largest crop that a picture can give. */
  public static int mostBytes(int width, int height) {
    return 3 * width * height;
  }

  /** When it was taken. */
  public long nanos(int k) {
    return nanos[k];
  }

  /** The camera's track it is of. */
  public int track(int k) {
    return track[k];
  }

  /** Value 0 to 3 of its box: left, top, width, height in pixels of the picture. */
  public float box(int k, int value) {
    return box[4 * k + value];
  }

  /** Left edge of the crop in the picture. */
  public int cropLeft(int k) {
    return at[4 * k];
  }

  /** Top edge of the crop in the picture. */
  public int cropTop(int k) {
    return at[4 * k + 1];
  }

  /** Pixels per row of the crop. */
  public int cropWidth(int k) {
    return at[4 * k + 2];
  }

  /** Rows of the crop. */
  public int cropHeight(int k) {
    return at[4 * k + 3];
  }

  /** How many of its bytes hold anything but 0. */
  int unblankBytes() {
    int n = 0;
    for (int i = 0; i < bytes.capacity(); i++) {
      n += bytes.get(i) == 0 ? 0 : 1;
    }
    return n;
  }

  /** Crops kept now. */
  public int count() {
    return (int) (next - first);
  }

  /** Crops that were overwritten though a pose had been asked of them. */
  public long dropped() {
    return dropped;
  }
}
