package io.walkout.tracker.calibrate;

import io.walkout.tracker.detect.OpenCvNatives;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CharucoDetector;
import org.opencv.objdetect.CharucoParameters;
import org.opencv.objdetect.DetectorParameters;
import org.opencv.objdetect.Objdetect;

/** Finds a board in pictures, by OpenCV. Single-threaded. */
public final class BoardFinder {
  /** Fewer corners of a board say little. */
  private static final int LEAST_CORNERS = 4;

  private final CharucoDetector detector;

  /** For one board. */
  public BoardFinder(Board board) {
    OpenCvNatives.load();
    DetectorParameters how = new DetectorParameters();
    how.set_cornerRefinementMethod(Objdetect.CORNER_REFINE_SUBPIX);
    // Markers of a ceiling camera's picture are small: from 0.8 % of its width on.
    how.set_minMarkerPerimeterRate(0.02);
    CharucoParameters charuco = new CharucoParameters();
    charuco.set_minMarkers(1);
    detector = new CharucoDetector(board.charuco(), charuco, how);
  }

  /**
   * The board in a picture, or empty if it isn't there, or too little of it.
   *
   * @param name the picture's
   * @param bgr direct, packed, from position 0
   */
  public Optional<BoardView> find(String name, ByteBuffer bgr, int width, int height) {
    Mat colour = new Mat(height, width, CvType.CV_8UC3, bgr);
    Mat grey = new Mat();
    Mat corners = new Mat();
    Mat ids = new Mat();
    try {
      Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
      detector.detectBoard(grey, corners, ids);
      int n = (int) ids.total();
      if (n < LEAST_CORNERS) {
        return Optional.empty();
      }
      int[] found = new int[n];
      ids.get(0, 0, found);
      float[] at = new float[2 * n];
      corners.get(0, 0, at);
      double[] pixels = new double[2 * n];
      for (int i = 0; i < at.length; i++) {
        pixels[i] = at[i] + 0.5; // OpenCV's pixel i has its middle at i, ours covers i to i + 1
      }
      return Optional.of(new BoardView(name, found, pixels));
    } finally {
      colour.release();
      grey.release();
      corners.release();
      ids.release();
    }
  }
}
