package io.walkout.models;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Finds people in the pictures of one camera. A detector that learns from what it saw (a background
 * model) sees each picture of its camera once, in order of capture; one instance serves one camera
 * and one thread at a time.
 */
public interface PersonDetector extends AutoCloseable {
  /**
   * Finds people in a picture.
   *
   * @param bgr direct buffer of {@code 3 * width * height} bytes from position 0: BGR, rows packed;
   *     not kept, not changed
   * @param width pixels per row
   * @param height rows
   * @param captureNanos when it was taken, never before the previous call's
   * @param out emptied, then filled with boxes in pixels of this picture, best score first
   */
  void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out);

  @Override
  void close();
}
