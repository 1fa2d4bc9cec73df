package io.walkout.ingest.recording;

import io.walkout.store.CameraId;
import java.nio.file.Path;

/**
 * One camera's ordinary video file, and when each of its frames was captured and arrived.
 *
 * @param camera the camera, as in the store's layout
 * @param file the video
 * @param captureNanos capture time of each frame, in the order the file plays them; a frame beyond
 *     the table has no known time
 * @param arrivalNanos arrival time of each frame, never falling, as many as capture times
 */
public record VideoStream(CameraId camera, Path file, long[] captureNanos, long[] arrivalNanos) {
  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public VideoStream {
    if (captureNanos.length != arrivalNanos.length) {
      throw new IllegalArgumentException(
          "camera "
              + camera
              + ": "
              + captureNanos.length
              + " capture times but "
              + arrivalNanos.length
              + " arrival times");
    }
    captureNanos = captureNanos.clone();
    arrivalNanos = arrivalNanos.clone();
  }

  /** A copy of the capture times. */
  @Override
  public long[] captureNanos() {
    return captureNanos.clone();
  }

  /** A copy of the arrival times. */
  @Override
  public long[] arrivalNanos() {
    return arrivalNanos.clone();
  }
}
