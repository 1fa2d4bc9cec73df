package io.walkout.tracker.calibrate;

import io.walkout.tracker.detect.OpenCvNatives;
import java.util.Locale;
import org.opencv.core.Size;
import org.opencv.objdetect.CharucoBoard;
import org.opencv.objdetect.Objdetect;

/**
 * A ChArUco board: a chessboard with a marker in each white square, so that every inner corner can
 * be told from every other, also where part of the board is hidden (S. Garrido-Jurado et al.,
 * "Automatic generation and detection of highly reliable fiducial markers under occlusion", 2014).
 * Corner {@code id} counts row by row from the top left of the board as printed.
 *
 * @param squaresX squares across
 * @param squaresY squares down
 * @param squareMetres edge of a square
 * @param markerMetres edge of a marker, black border included
 * @param dictionary the markers'
 */
public record Board(
    int squaresX, int squaresY, double squareMetres, double markerMetres, Markers dictionary) {
  /** Dictionaries of markers; fewer bits are read from farther off. */
  public enum Markers {
    /** 4 by 4 bits, 50 markers. */
    DICT_4X4_50(Objdetect.DICT_4X4_50, 4, 50),
    /** 4 by 4 bits, 250 markers. */
    DICT_4X4_250(Objdetect.DICT_4X4_250, 4, 250),
    /** 5 by 5 bits, 100 markers. */
    DICT_5X5_100(Objdetect.DICT_5X5_100, 5, 100),
    /** 6 by 6 bits, 250 markers. */
    DICT_6X6_250(Objdetect.DICT_6X6_250, 6, 250);

    private final int number;
    private final int bits;
    private final int markers;

    Markers(int number, int bits, int markers) {
      this.number = number;
      this.bits = bits;
      this.markers = markers;
    }

    /** Bits across a marker, without its border. */
    public int bits() {
      return bits;
    }
  }

  /** Fits a sheet of A4 with a margin: 252 by 180 mm. */
  public static final Board A4 = new Board(7, 5, 0.036, 0.027, Markers.DICT_4X4_50);

  private static final int MOST_SQUARES = 40;

  /** Throws {@link CalibrationRefused} on a board that can't be, saying why. */
  public Board {
    if (squaresX < 3 || squaresY < 3 || squaresX > MOST_SQUARES || squaresY > MOST_SQUARES) {
      throw new CalibrationRefused(
          "a board of "
              + squaresX
              + "x"
              + squaresY
              + " squares; expected 3 to "
              + MOST_SQUARES
              + " each way");
    }
    if (!(squareMetres > 0.003 && squareMetres < 1)
        || !(markerMetres > 0.4 * squareMetres && markerMetres < 0.95 * squareMetres)) {
      throw new CalibrationRefused(
          String.format(
              Locale.ROOT,
              "squares of %.1f mm with markers of %.1f mm; expected squares of 4 to 999 mm, and"
                  + " markers of 0.4 to 0.95 times that",
              1000 * squareMetres,
              1000 * markerMetres));
    }
    if (squaresX * squaresY / 2 > dictionary.markers) {
      throw new CalibrationRefused(
          "a board of "
              + squaresX
              + "x"
              + squaresY
              + " squares needs "
              + squaresX * squaresY / 2
              + " markers; "
              + dictionary
              + " has "
              + dictionary.markers);
    }
  }

  /** Inner corners. */
  public int corners() {
    return (squaresX - 1) * (squaresY - 1);
  }

  /** Where a corner lies: metres from the board's left edge. */
  public double cornerX(int id) {
    return (1 + id % (squaresX - 1)) * squareMetres;
  }

  /** Metres from the board's upper edge, downwards. */
  public double cornerDown(int id) {
    return (1 + id / (squaresX - 1)) * squareMetres;
  }

  /** Metres across. */
  public double widthMetres() {
    return squaresX * squareMetres;
  }

  /** Metres down. */
  public double heightMetres() {
    return squaresY * squareMetres;
  }

  CharucoBoard charuco() {
    OpenCvNatives.load();
    return new CharucoBoard(
        new Size(squaresX, squaresY),
        (float) squareMetres,
        (float) markerMetres,
        Objdetect.getPredefinedDictionary(dictionary.number));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%dx%d squares of %s mm, markers of %s mm, %s",
        squaresX,
        squaresY,
        millimetres(squareMetres),
        millimetres(markerMetres),
        dictionary);
  }

  private static String millimetres(double metres) {
    double tenths = Math.rint(metres * 1e4);
    return tenths % 10 == 0 ? String.valueOf((int) (tenths / 10)) : String.valueOf(tenths / 10);
  }
}
