package io.walkout.tracker.calibrate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.objdetect.CharucoBoard;

/**
 * A board as a sheet to print: the board in the middle, around it what it is, a bar of 100 mm to
 * measure whether the printer kept to the scale, and a mark at the corner that its place on the
 * floor is measured from.
 */
public final class BoardSheet {
  /** Dots of a millimetre: 300 an inch, as printers have. */
  private static final double DOTS_PER_MM = 300 / 25.4;

  private static final double MARGIN_MM = 14;

  /** Wide enough for the words below a small board. */
  private static final double LEAST_WIDTH_MM = 150;

  /** A larger sheet would take a picture of more than 110 megapixels. */
  private static final double MOST_MM = 900;

  private BoardSheet() {}

  /** Width of the sheet in millimetres, margins included. */
  public static double widthMillimetres(Board board) {
    return Math.max(LEAST_WIDTH_MM, 1000 * board.widthMetres() + 2 * MARGIN_MM);
  }

  /** Height of the sheet in millimetres, margins included. */
  public static double heightMillimetres(Board board) {
    return 1000 * board.heightMetres() + 2 * MARGIN_MM;
  }

  /**
   * Draws the sheet, grey, at {@link #dotsPerMillimetre}.
   *
   * @throws CalibrationRefused if it is wider or higher than 0.9 m
   */
  public static BufferedImage draw(Board board) {
    double wide = widthMillimetres(board);
    double high = heightMillimetres(board);
    if (Math.max(wide, high) > MOST_MM) {
      throw new CalibrationRefused(
          String.format(
              Locale.ROOT,
              "a sheet of %.0f by %.0f mm; expected at most %.0f mm each way",
              wide,
              high,
              MOST_MM));
    }
    BufferedImage sheet = new BufferedImage(dots(wide), dots(high), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    double left = (wide - 1000 * board.widthMetres()) / 2;
    board(board, g, left, MARGIN_MM);
    words(board, g, left, MARGIN_MM + 1000 * board.heightMetres());
    g.dispose();
    return sheet;
  }

  /** Dots of a millimetre in what {@link #draw} gives. */
  public static double dotsPerMillimetre() {
    return DOTS_PER_MM;
  }

  private static void board(Board board, Graphics2D g, double leftMm, double topMm) {
    // A whole number of dots for each bit of a marker, then brought to the exact size.
    int each = 12 * (board.dictionary().bits() + 2);
    CharucoBoard pattern = board.charuco();
    Mat drawn = new Mat();
    Size size = new Size(each * board.squaresX(), each * board.squaresY());
    pattern.generateImage(size, drawn, 0, 1);
    byte[] print = new byte[(int) drawn.total()];
    drawn.get(0, 0, print);
    BufferedImage image =
        new BufferedImage(drawn.cols(), drawn.rows(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, drawn.cols(), drawn.rows(), print);
    drawn.release();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(
        image,
        dots(leftMm),
        dots(topMm),
        dots(leftMm + 1000 * board.widthMetres()),
        dots(topMm + 1000 * board.heightMetres()),
        0,
        0,
        image.getWidth(),
        image.getHeight(),
        null);
  }

  private static void words(Board board, Graphics2D g, double leftMm, double bottomMm) {
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.DARK_GRAY);
    g.setStroke(new BasicStroke(dots(0.3)));
    // The corner that a board on the floor is measured from: two short lines outside of it.
    g.drawLine(dots(leftMm - 6), dots(bottomMm), dots(leftMm - 1), dots(bottomMm));
    g.drawLine(dots(leftMm), dots(bottomMm + 1), dots(leftMm), dots(bottomMm + 6));
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, dots(3)));
    g.drawString(
        "x, y of --floor-at; this edge points along its degrees",
        dots(leftMm + 2),
        dots(bottomMm + 5));
    double y = bottomMm + 10;
    g.drawLine(dots(leftMm), dots(y), dots(leftMm + 100), dots(y));
    g.drawLine(dots(leftMm), dots(y - 1.5), dots(leftMm), dots(y + 1.5));
    g.drawLine(dots(leftMm + 100), dots(y - 1.5), dots(leftMm + 100), dots(y + 1.5));
    g.drawString("100 mm", dots(leftMm + 102), dots(y + 1));
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, dots(2.6)));
    g.drawString(board.toString(), dots(leftMm), dots(MARGIN_MM - 4));
  }

  private static int dots(double millimetres) {
    return (int) Math.round(millimetres * DOTS_PER_MM);
  }
}
