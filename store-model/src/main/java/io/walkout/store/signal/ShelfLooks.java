package io.walkout.store.signal;

import java.util.Arrays;

/**
 * How shelves looked to one camera before and after something was before them: written into the
 * slot of a picture when a shelf is seen steadily again. A shelf is cut into {@link #slices} equal
 * slices along its front, from its low end; each has how much its look changed, in units of its own
 * noise, light taken out. No picture and no colour stands here. Reusable; single-threaded. At most
 * {@link #CAPACITY} rows at a time; what is left over comes with the camera's next picture.
 */
public final class ShelfLooks {
  /** Most rows in one slot: the shelves of three gondolas that somebody has just passed. */
  public static final int CAPACITY = 16;

  /** Most slices of a shelf; a longer shelf has longer slices. */
  public static final int MOST_SLICES = 64;

  /** In {@link #changes}: the slice was not seen before or after, or nothing was before it. */
  public static final byte UNSEEN = (byte) 255;

  /** Steps of a change for one unit of noise. */
  public static final int STEPS_PER_NOISE = 4;

  /** Rows in use. */
  public int count;

  /** Gondola of row i. */
  public final int[] gondolas = new int[CAPACITY];

  /** Shelf of row i on its gondola. */
  public final int[] shelves = new int[CAPACITY];

  /** Capture time of the last picture that showed the slices of row i steadily before. */
  public final long[] fromNanos = new long[CAPACITY];

  /** Capture time of the first picture that showed them steadily afterwards. */
  public final long[] toNanos = new long[CAPACITY];

  /** Slices of row i's shelf. */
  public final int[] slices = new int[CAPACITY];

  /**
   * Change of slice k of row i at {@code i * MOST_SLICES + k}, unsigned, {@link #STEPS_PER_NOISE}
   * steps for a unit of noise, at most 254; or {@link #UNSEEN}. Near 0 where nothing changed.
   */
  public final byte[] changes = new byte[CAPACITY * MOST_SLICES];

  /** Makes an empty one. */
  public ShelfLooks() {}

  /** Empties it. */
  public void clear() {
    count = 0;
  }

  /**
   * Adds a row none of whose slices was seen.
   *
   * @return its index, or -1 if full
   * @throws IllegalArgumentException if there are no slices, or more than {@link #MOST_SLICES}
   */
  public int add(int gondola, int shelf, int sliceCount, long from, long to) {
    if (sliceCount < 1 || sliceCount > MOST_SLICES) {
      throw new IllegalArgumentException("a shelf has 1 to 64 slices, found " + sliceCount);
    }
    if (count == CAPACITY) {
      return -1;
    }
    gondolas[count] = gondola;
    shelves[count] = shelf;
    slices[count] = sliceCount;
    fromNanos[count] = from;
    toNanos[count] = to;
    Arrays.fill(changes, count * MOST_SLICES, (count + 1) * MOST_SLICES, UNSEEN);
    return count++;
  }

  /** Notes the change of a slice, in units of its noise; more than can be told is the most. */
  public void set(int row, int slice, double noises) {
    long steps = Math.clamp(Math.round(noises * STEPS_PER_NOISE), 0, 254);
    changes[row * MOST_SLICES + slice] = (byte) steps;
  }

  /** The change of a slice in units of its noise; NaN where it was not seen. */
  public double change(int row, int slice) {
    byte steps = changes[row * MOST_SLICES + slice];
    return steps == UNSEEN ? Double.NaN : (steps & 0xff) / (double) STEPS_PER_NOISE;
  }
}
