package io.walkout.store.signal;

import io.walkout.store.people.Joint;
import java.util.Arrays;

/**
 * The 3D poses that another system saw at one moment. Reusable; single-threaded. Target {@code i}
 * has its name in {@link #targetIds} and joint {@code j} at {@code i * Joint.COUNT + j} of the
 * coordinate arrays: metres in the store's frame, NaN where not seen.
 */
public final class PoseSet {
  /** Most targets of one moment; further ones are dropped and counted by the reader. */
  public static final int CAPACITY = 64;

  /** Targets in use. */
  public int count;

  /** The other system's identities, kept as text: real ones exceed 64 bits. */
  public final String[] targetIds = new String[CAPACITY];

  /** x of each joint. */
  public final float[] x = new float[CAPACITY * Joint.COUNT];

  /** y of each joint. */
  public final float[] y = new float[CAPACITY * Joint.COUNT];

  /** z of each joint. */
  public final float[] z = new float[CAPACITY * Joint.COUNT];

  /** Score of each joint, 0..1; NaN where not seen. */
  public final float[] score = new float[CAPACITY * Joint.COUNT];

  /** Makes an empty set. */
  public PoseSet() {
    Arrays.fill(targetIds, "");
  }

  /** Empties it. */
  public void clear() {
    count = 0;
  }

  /** Adds a target with no joints yet; its index, or -1 if full. */
  public int add(String targetId) {
    if (count == CAPACITY) {
      return -1;
    }
    int i = count++;
    targetIds[i] = targetId;
    int from = i * Joint.COUNT;
    Arrays.fill(x, from, from + Joint.COUNT, Float.NaN);
    Arrays.fill(y, from, from + Joint.COUNT, Float.NaN);
    Arrays.fill(z, from, from + Joint.COUNT, Float.NaN);
    Arrays.fill(score, from, from + Joint.COUNT, Float.NaN);
    return i;
  }

  /** Sets one joint of target {@code i}. */
  public void joint(
      int i, Joint joint, float xMetres, float yMetres, float zMetres, float jointScore) {
    int k = i * Joint.COUNT + joint.ordinal();
    x[k] = xMetres;
    y[k] = yMetres;
    z[k] = zMetres;
    score[k] = jointScore;
  }

  /** Takes over another's content. */
  public void copyFrom(PoseSet o) {
    count = o.count;
    System.arraycopy(o.targetIds, 0, targetIds, 0, count);
    int n = count * Joint.COUNT;
    System.arraycopy(o.x, 0, x, 0, n);
    System.arraycopy(o.y, 0, y, 0, n);
    System.arraycopy(o.z, 0, z, 0, n);
    System.arraycopy(o.score, 0, score, 0, n);
  }
}
