package io.walkout.store.signal;

import java.util.Arrays;

/**
 * How some of the people in one picture look, on the way from the thread that saw them to the one
 * that knows all cameras. Emptied, vectors included, before the event goes on to the journal and
 * the deciders: an appearance is never kept (law 7). Reusable; single-threaded.
 */
public final class Looks {
  /** Most people of one picture that are looked at so closely. */
  public static final int CAPACITY = 8;

  /** Rows in use. */
  public int count;

  /** Numbers in a vector; 0 until the first was written. */
  public int length;

  /** The box of {@link Detections} that row i is of. */
  public final int[] boxes = new int[CAPACITY];

  private float[] vectors = {};

  /** Makes an empty one. */
  public Looks() {}

  /** Vectors of unit length, row i at {@code i * length}. */
  public float[] vectors() {
    return vectors;
  }

  /**
   * Makes room for another row; allocates at the first of a length only.
   *
   * @return false if full, or if the length is another than that of the rows before
   */
  public boolean add(int box, float[] vector) {
    if (count == CAPACITY || (count > 0 && vector.length != length)) {
      return false;
    }
    length = vector.length;
    if (vectors.length < CAPACITY * length) {
      vectors = new float[CAPACITY * length];
    }
    boxes[count] = box;
    System.arraycopy(vector, 0, vectors, count * length, length);
    count++;
    return true;
  }

  /** Empties it and wipes what stood in it. */
  public void wipe() {
    Arrays.fill(vectors, 0, count * length, 0);
    count = 0;
  }
}
