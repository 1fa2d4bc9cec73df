package io.walkout.store.people;

import java.util.Arrays;

/**
 * Everyone on the floor at one moment, as plain arrays. Reusable; single-threaded. Person {@code i}
 * stands at {@link #x}, {@link #y} (metres, floor plan); joint {@code j} is at {@code i *
 * Joint.COUNT + j} of the joint arrays (metres, store's frame), with NaN where it is not known.
 * Persons are in the order of their numbers.
 */
public final class People {
  /**
   * Most people on the floor at once; what is beyond is counted by the tracker and not followed.
   */
  public static final int CAPACITY = 64;

  /** The moment this describes. */
  public long captureNanos;

  /** People in use. */
  public int count;

  /** Number of each person ({@link io.walkout.store.PersonId}). */
  public final long[] personId = new long[CAPACITY];

  /** Where each stands. */
  public final double[] x = new double[CAPACITY];

  /** Where each stands. */
  public final double[] y = new double[CAPACITY];

  /** Standard deviation of x and of y. */
  public final double[] sigmaMetres = new double[CAPACITY];

  /**
   * Capture time of the last observation behind x and y; older than {@link #captureNanos} for one
   * who is hidden.
   */
  public final long[] seenNanos = new long[CAPACITY];

  /** x of each joint. */
  public final double[] jointX = new double[CAPACITY * Joint.COUNT];

  /** y of each joint. */
  public final double[] jointY = new double[CAPACITY * Joint.COUNT];

  /** z of each joint. */
  public final double[] jointZ = new double[CAPACITY * Joint.COUNT];

  /** Standard deviation of each joint along each axis, metres; NaN where the joint is not known. */
  public final double[] jointSigma = new double[CAPACITY * Joint.COUNT];

  /** Empties it for a new moment. */
  public void clear(long nanos) {
    captureNanos = nanos;
    count = 0;
  }

  /** Adds a person without joints; the index, or -1 if full. */
  public int add(long id, double xMetres, double yMetres, double sigma, long seen) {
    if (count == CAPACITY) {
      return -1;
    }
    int i = count++;
    personId[i] = id;
    x[i] = xMetres;
    y[i] = yMetres;
    sigmaMetres[i] = sigma;
    seenNanos[i] = seen;
    int from = i * Joint.COUNT;
    Arrays.fill(jointX, from, from + Joint.COUNT, Double.NaN);
    Arrays.fill(jointY, from, from + Joint.COUNT, Double.NaN);
    Arrays.fill(jointZ, from, from + Joint.COUNT, Double.NaN);
    Arrays.fill(jointSigma, from, from + Joint.COUNT, Double.NaN);
    return i;
  }

  /** Sets one joint of person {@code i}. */
  public void joint(
      int i, Joint joint, double xMetres, double yMetres, double zMetres, double sigma) {
    int k = i * Joint.COUNT + joint.ordinal();
    jointX[k] = xMetres;
    jointY[k] = yMetres;
    jointZ[k] = zMetres;
    jointSigma[k] = sigma;
  }

  /** Index of a person, or -1. */
  public int indexOf(long id) {
    for (int i = 0; i < count; i++) {
      if (personId[i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** Takes over another's content. */
  public void copyFrom(People o) {
    captureNanos = o.captureNanos;
    count = o.count;
    System.arraycopy(o.personId, 0, personId, 0, count);
    System.arraycopy(o.x, 0, x, 0, count);
    System.arraycopy(o.y, 0, y, 0, count);
    System.arraycopy(o.sigmaMetres, 0, sigmaMetres, 0, count);
    System.arraycopy(o.seenNanos, 0, seenNanos, 0, count);
    int n = count * Joint.COUNT;
    System.arraycopy(o.jointX, 0, jointX, 0, n);
    System.arraycopy(o.jointY, 0, jointY, 0, n);
    System.arraycopy(o.jointZ, 0, jointZ, 0, n);
    System.arraycopy(o.jointSigma, 0, jointSigma, 0, n);
  }
}
