package io.walkout.store.signal;

import java.util.Arrays;

/**
 * Poses taken afterwards in pictures that have passed already: when a shelf stirs, the detect stage
 * goes back to what it kept of the people near it. Rows stand in the slot of a later picture of the
 * same camera; oldest first, then by track. Reusable; single-threaded. At most {@link #CAPACITY}
 * rows at a time; what is left over comes with the camera's next picture.
 *
 * <p>Who reads it finds the person by {@link #tracks}: the number that the same camera's {@link
 * Detections#tracks} had at {@link #captureNanos}. A row comes at most {@link #MOST_LAG_NANOS} of
 * event time after its picture; a decider that holds its moments back for so long, or takes rows of
 * a moment that is decided as news of the hands only, misses none.
 */
public final class Hindsight {
  /** Most rows in one slot: two people over a second at eight pictures a second. */
  public static final int CAPACITY = 16;

  /**
   * Longest that a row lags behind its picture, event time: shelf readings may be three seconds
   * late against pictures (2.5 s were seen in a real store), and poses are spread over some
   * pictures.
   */
  public static final long MOST_LAG_NANOS = 4_000_000_000L;

  /** Rows in use. */
  public int count;

  /** Capture time of the picture of row i. */
  public final long[] captureNanos = new long[CAPACITY];

  /** This camera's own track that row i belongs to. */
  public final int[] tracks = new int[CAPACITY];

  /** left, top, width, height of row i at 4 i, pixels of the calibrated picture. */
  public final float[] boxes = new float[4 * CAPACITY];

  /** Joints of row i at {@code i * Detections.POSE}, as in {@link Detections#joints}. */
  public final float[] joints = new float[Detections.POSE * CAPACITY];

  /** Which wrists of row i a palm detector had a part in, as in {@link Detections#palmWrists}. */
  public final byte[] palmWrists = new byte[CAPACITY];

  /** Makes an empty one. */
  public Hindsight() {}

  /** Empties it. */
  public void clear() {
    count = 0;
  }

  /**
   * Adds a row without joints.
   *
   * @return its index, or -1 if full
   */
  public int add(long nanos, int track, float left, float top, float width, float height) {
    if (count == CAPACITY) {
      return -1;
    }
    captureNanos[count] = nanos;
    tracks[count] = track;
    palmWrists[count] = 0;
    boxes[4 * count] = left;
    boxes[4 * count + 1] = top;
    boxes[4 * count + 2] = width;
    boxes[4 * count + 3] = height;
    Arrays.fill(joints, Detections.POSE * count, Detections.POSE * (count + 1), Float.NaN);
    return count++;
  }
}
