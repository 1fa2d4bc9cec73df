package io.walkout.models;

/**
 * Palms of one person in one picture, as plain arrays, in pixels of the picture. Reusable;
 * single-threaded.
 */
public final class Hands {
  /** Most palms kept of one person: the own two, and two of whoever stands close by. */
  public static final int CAPACITY = 4;

  /** Points of a palm: wrist, knuckles of index, middle, ring and little finger, thumb twice. */
  public static final int POINTS = 7;

  /** Palms in use. */
  public int count;

  /** centre x, centre y, side of the square around palm i at 3 i. */
  public final float[] palms = new float[3 * CAPACITY];

  /** Score of palm i, 0..1. */
  public final float[] scores = new float[CAPACITY];

  /** x, y of the points of palm i at {@code 2 * POINTS * i}. */
  public final float[] points = new float[2 * POINTS * CAPACITY];

  /** Nobody's hands. */
  public Hands() {}

  /** Empties it. */
  public void clear() {
    count = 0;
  }
}
