package io.walkout.ingest.recording;

import io.walkout.store.CameraId;
import java.nio.file.Path;

/**
 * One camera's ordinary video file and when each of its frames was captured.
 *
 * @param camera the camera, as in the store's layout
 * @param file the video
 * @param captureNanos capture time of each frame, in the order the file plays them; a frame beyond
 *     the table has no known time
 */
public record VideoStream(CameraId camera, Path file, long[] captureNanos) {
  /** Copies the array. */
  public VideoStream {
    captureNanos = captureNanos.clone();
  }

  /** A copy of the capture times. */
  @Override
  public long[] captureNanos() {
    return captureNanos.clone();
  }
}
