package io.walkout.models;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Finds the palms of people whose boxes are known. One instance serves one thread at a time; any
 * camera's pictures may be given in any order.
 */
public interface HandDetector extends AutoCloseable {
  /**
   * Looks at one person.
   *
   * @param bgr direct buffer of {@code 3 * width * height} bytes from position 0: BGR, rows packed;
   *     not kept, not changed
   * @param width pixels per row
   * @param height rows
   * @param people boxes in pixels of this picture
   * @param i which of them
   * @param out emptied, then filled with palms in pixels of this picture, best score first; left
   *     empty if the net's answer cannot be used
   */
  void find(ByteBuffer bgr, int width, int height, Detections people, int i, Hands out);

  @Override
  void close();
}
