package io.walkout.sim;

import io.walkout.store.CameraId;
import java.io.IOException;
import java.nio.file.Path;

/** Where the videos of a simulated shop go. */
public interface VideoSink {
  /** Makes the cameras of a shop, once it is set up. */
  interface Cameras {
    /** Makes them. */
    Watcher watch(Stage stage, VideoSink sink) throws IOException;
  }

  /** Where a camera's video is to be written, as MP4; asked for once the recording has begun. */
  Path place(CameraId camera) throws IOException;

  /** Where the true boxes of people in a camera's pictures are to be written, as text. */
  Path boxesPlace(CameraId camera) throws IOException;

  /**
   * A camera's video lies finished at its place.
   *
   * @param captureNanos when each frame says that it was captured, rising
   * @param arrivalNanos when each frame arrived, never falling
   */
  void recorded(CameraId camera, long[] captureNanos, long[] arrivalNanos) throws IOException;
}
