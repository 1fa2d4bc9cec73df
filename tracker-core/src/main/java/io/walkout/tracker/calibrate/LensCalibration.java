package io.walkout.tracker.calibrate;

import io.walkout.tracker.detect.OpenCvNatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;
import org.opencv.core.Size;

/**
 * Finds a lens from views of a board, by OpenCV after Z. Zhang, "A flexible new technique for
 * camera calibration" (2000). Views that don't tell it are refused with what is missing.
 */
public final class LensCalibration {
  /** Fewer different views don't tell a lens. */
  private static final int LEAST_VIEWS = 8;

  /** The picture's border, all round, in shares of its size: there lenses bend most. */
  private static final double BORDER = 0.25;

  /** A board held squarely before the camera doesn't tell near from strong; so much is a slant. */
  private static final double SLANT_DEGREES = 15;

  private static final int LEAST_SLANTED = 3;

  /** Views whose own error is so many times the usual hold a blurred or bent board. */
  private static final double BAD_TIMES = 3;

  /** Beyond this the third radial term is worth its noise. */
  private static final double WORTH = 0.97;

  private LensCalibration() {}

  /**
   * Fits a lens.
   *
   * @param views of the board, all in pictures of one size
   * @throws CalibrationRefused if they don't tell it, saying what is missing
   */
  public static LensFit fit(List<BoardView> views, Board board, int width, int height) {
    List<BoardView> chosen = ViewChoice.choose(views, board, width, height);
    if (chosen.size() < LEAST_VIEWS) {
      throw new CalibrationRefused(
          "the board is seen in "
              + views.size()
              + " pictures, "
              + chosen.size()
              + " of them different enough from each other; expected at least "
              + LEAST_VIEWS
              + ": hold it nearer and farther, at all sides, slanted each way");
    }
    covered(chosen, width, height);
    Solved solved = solve(chosen, board, width, height);
    List<BoardView> good = withoutBad(chosen, solved);
    if (good.size() < chosen.size() && good.size() >= LEAST_VIEWS) {
      chosen = good;
      solved = solve(chosen, board, width, height);
    }
    slanted(solved);
    return solved.fit(chosen);
  }

  private static void covered(List<BoardView> views, int width, int height) {
    int[] seen = new int[4];
    for (BoardView view : views) {
      double[] p = view.pixels();
      for (int i = 0; i < view.count(); i++) {
        double u = p[2 * i] / width;
        double v = p[2 * i + 1] / height;
        seen[0] += u < BORDER ? 1 : 0;
        seen[1] += u > 1 - BORDER ? 1 : 0;
        seen[2] += v < BORDER ? 1 : 0;
        seen[3] += v > 1 - BORDER ? 1 : 0;
      }
    }
    String[] sides = {"left", "right", "upper", "lower"};
    List<String> missing = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      if (seen[s] < 10) {
        missing.add(sides[s]);
      }
    }
    if (!missing.isEmpty()) {
      throw new CalibrationRefused(
          "the board is never seen in the "
              + String.join(" and the ", missing)
              + " quarter of the picture, where the lens bends most; hold it there too");
    }
  }

  private static void slanted(Solved solved) {
    int slanted = 0;
    double most = 0;
    for (Mat turn : solved.turns) {
      double[] r = new double[3];
      turn.get(0, 0, r);
      Mat full = new Mat();
      Calib3d.Rodrigues(turn, full);
      double slant = Math.toDegrees(Math.acos(Math.min(1, Math.abs(full.get(2, 2)[0]))));
      full.release();
      most = Math.max(most, slant);
      slanted += slant >= SLANT_DEGREES ? 1 : 0;
    }
    if (slanted < LEAST_SLANTED) {
      throw new CalibrationRefused(
          String.format(
              Locale.ROOT,
              "the board faces the camera squarely in nearly all pictures (slanted by %.0f degrees"
                  + " at most); expected %d views slanted by %.0f degrees or more",
              most,
              LEAST_SLANTED,
              SLANT_DEGREES));
    }
  }

  private static List<BoardView> withoutBad(List<BoardView> views, Solved solved) {
    double[] rms = solved.viewRms.clone();
    java.util.Arrays.sort(rms);
    double limit = BAD_TIMES * rms[rms.length / 2];
    List<BoardView> good = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      if (solved.viewRms[i] <= limit) {
        good.add(views.get(i));
      }
    }
    return good;
  }

  /** What OpenCV found. */
  private record Solved(
      Lens lens, double rms, double[] deviations, double[] viewRms, List<Mat> turns) {
    LensFit fit(List<BoardView> views) {
      return new LensFit(
          lens,
          rms,
          deviations[0] / lens.fx(),
          Math.hypot(deviations[2], deviations[3]),
          viewRms,
          views);
    }
  }

  /** With the third radial term only where it makes the error smaller. */
  private static Solved solve(List<BoardView> views, Board board, int width, int height) {
    Solved plain = solve(views, board, width, height, Calib3d.CALIB_FIX_K3);
    Solved wide = solve(views, board, width, height, 0);
    return wide.rms < WORTH * plain.rms ? wide : plain;
  }

  private static Solved solve(
      List<BoardView> views, Board board, int width, int height, int flags) {
    OpenCvNatives.load();
    List<Mat> world = new ArrayList<>();
    List<Mat> pixels = new ArrayList<>();
    for (BoardView view : views) {
      int[] ids = view.ids();
      double[] at = view.pixels();
      Point3[] corners = new Point3[ids.length];
      Point[] seen = new Point[ids.length];
      for (int i = 0; i < ids.length; i++) {
        corners[i] = new Point3(board.cornerX(ids[i]), board.cornerDown(ids[i]), 0);
        seen[i] = new Point(at[2 * i], at[2 * i + 1]);
      }
      world.add(new MatOfPoint3f(corners));
      pixels.add(new MatOfPoint2f(seen));
    }
    Mat camera = new Mat();
    Mat distortion = new Mat();
    List<Mat> turns = new ArrayList<>();
    Mat deviations = new Mat();
    Mat perView = new Mat();
    double rms =
        Calib3d.calibrateCameraExtended(
            world,
            pixels,
            new Size(width, height),
            camera,
            distortion,
            turns,
            new ArrayList<>(),
            deviations,
            new Mat(),
            perView,
            flags);
    double[] d = new double[5];
    distortion.get(0, 0, d);
    double[] known = new double[(int) deviations.total()];
    deviations.get(0, 0, known);
    double[] errors = new double[(int) perView.total()];
    perView.get(0, 0, errors);
    Lens lens =
        new Lens(
            width,
            height,
            camera.get(0, 0)[0],
            camera.get(1, 1)[0],
            camera.get(0, 2)[0],
            camera.get(1, 2)[0],
            d);
    return new Solved(lens, rms, known, errors, turns);
  }
}
