package io.walkout.tracker.floor;

/**
 * Who is on the floor at a moment: arrays that the tracker fills anew with each moment. Rows are in
 * the order in which people were first seen.
 */
public final class FloorPeople {
  /** Rows in use. */
  public int count;

  /** The person's number, from 1; never given twice. */
  public final long[] numbers;

  /** Place, metres. */
  public final double[] x;

  /** Place, metres. */
  public final double[] y;

  /** Velocity, metres a second. */
  public final double[] vx;

  /** Velocity, metres a second. */
  public final double[] vy;

  /** Height of the body as detectors see it, metres. */
  public final double[] height;

  /** Variances xx, xy, yy of the place, m2, at 3 i. */
  public final double[] variance;

  /** When a camera last saw the person. */
  public final long[] seenNanos;

  /** When the person was first seen. */
  public final long[] firstNanos;

  FloorPeople(int capacity) {
    numbers = new long[capacity];
    x = new double[capacity];
    y = new double[capacity];
    vx = new double[capacity];
    vy = new double[capacity];
    height = new double[capacity];
    variance = new double[3 * capacity];
    seenNanos = new long[capacity];
    firstNanos = new long[capacity];
  }
}
