package io.walkout.models;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Tells how somebody looks, as a vector that is near for the same person and far for another. What
 * it returns lives in memory for one visit and is never written anywhere. One instance serves one
 * thread at a time.
 */
public interface Embedder extends AutoCloseable {
  /** Numbers in a vector. */
  int length();

  /**
   * Looks at one person.
   *
   * @param bgr direct buffer of {@code 3 * width * height} bytes from position 0: BGR, rows packed;
   *     not kept, not changed
   * @param width pixels per row
   * @param height rows
   * @param people boxes in pixels of this picture
   * @param i which of them
   * @param vector receives {@link #length} numbers of unit length together
   * @return false, leaving {@code vector} alone, if nothing can be said
   */
  boolean embed(ByteBuffer bgr, int width, int height, Detections people, int i, float[] vector);

  @Override
  void close();
}
