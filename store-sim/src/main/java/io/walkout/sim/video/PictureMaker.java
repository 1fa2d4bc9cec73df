package io.walkout.sim.video;

import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Draws what one camera sees. Called in the order of time, by one thread at a time. */
public interface PictureMaker {
  /**
   * Draws the shop as it is.
   *
   * @param seconds simulation time of the exposure, within the last step
   * @param share how far between the last two steps that is: 0 for the step before, 1 for the last
   * @param trueModel how the camera truly hangs
   * @param bgr receives the picture: direct, packed BGR rows from top to bottom, from position 0
   */
  void render(double seconds, double share, CameraModel trueModel, ByteBuffer bgr)
      throws IOException;

  /**
   * Notes where everybody is in the picture drawn last.
   *
   * @param frame its number in the video, from 0
   */
  void note(int frame);

  /** Writes what was noted. */
  void write(Path boxes) throws IOException;
}
