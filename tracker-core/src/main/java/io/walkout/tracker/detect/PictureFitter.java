package io.walkout.tracker.detect;

import java.nio.ByteBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Brings pictures to another size, with OpenCV, into a buffer of its own. Single-threaded. */
final class PictureFitter implements AutoCloseable {
  private ByteBuffer fitted = ByteBuffer.allocateDirect(0);

  /**
   * The picture in the wanted size, valid until the next call.
   *
   * @param bgr direct, packed, from position 0
   */
  ByteBuffer fit(ByteBuffer bgr, int width, int height, int toWidth, int toHeight) {
    int bytes = 3 * toWidth * toHeight;
    if (fitted.capacity() != bytes) {
      OpenCvNatives.load();
      fitted = ByteBuffer.allocateDirect(bytes);
    }
    Mat from = new Mat(height, width, CvType.CV_8UC3, bgr);
    Mat to = new Mat(toHeight, toWidth, CvType.CV_8UC3, fitted);
    int how = toWidth < width ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
    Imgproc.resize(from, to, new Size(toWidth, toHeight), 0, 0, how);
    from.release();
    to.release();
    return fitted;
  }

  @Override
  public void close() {
    fitted = ByteBuffer.allocateDirect(0);
  }
}
