package io.walkout.models;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;

/**
 * Finds the joints of people whose boxes are known. One instance serves one thread at a time; any
 * camera's pictures may be given in any order.
 */
public interface PoseEstimator extends AutoCloseable {
  /**
   * Looks at one person and writes the pose into {@link Detections#joints} of box {@code i}, in
   * pixels of this picture. Leaves all NaN if the net's answer cannot be used.
   *
   * @param bgr direct buffer of {@code 3 * width * height} bytes from position 0: BGR, rows packed;
   *     not kept, not changed
   * @param width pixels per row
   * @param height rows
   * @param people boxes in pixels of this picture
   * @param i which of them
   */
  void estimate(ByteBuffer bgr, int width, int height, Detections people, int i);

  @Override
  void close();
}
