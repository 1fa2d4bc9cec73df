package io.walkout.tracker.detect;

import java.nio.ByteBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Reduces pictures by area averaging, with OpenCV, without copying them first. Single-threaded. */
final class PictureReducer implements AutoCloseable {
  private final WorkSize size;
  private final Mat reduced;

  PictureReducer(WorkSize size) {
    OpenCvNatives.load();
    this.size = size;
    this.reduced = new Mat();
  }

  /**
   * Reduces a picture.
   *
   * @param bgr direct, packed, {@code 3 * width * height} bytes from position 0
   * @param to receives packed BGR of the work size
   */
  void reduce(ByteBuffer bgr, int width, int height, byte[] to) {
    Mat whole = new Mat(height, width, CvType.CV_8UC3, bgr);
    Imgproc.resize(whole, reduced, new Size(size.width(), size.height()), 0, 0, Imgproc.INTER_AREA);
    whole.release();
    reduced.get(0, 0, to);
  }

  @Override
  public void close() {
    reduced.release();
  }
}
