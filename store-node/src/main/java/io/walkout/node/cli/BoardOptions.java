package io.walkout.node.cli;

import io.walkout.tracker.calibrate.Board;
import picocli.CommandLine.Option;

/** Which board is, or is to be, printed. */
final class BoardOptions {
  private static final double MM = 1000;

  @Option(
      names = "--squares",
      paramLabel = "WxH",
      description = "Squares across and down (default: 7x5).")
  private String squares = "7x5";

  @Option(
      names = "--square",
      paramLabel = "MM",
      description = "Edge of a square as printed, millimetres (default: 36).")
  private double square = MM * Board.A4.squareMetres();

  @Option(
      names = "--marker",
      paramLabel = "MM",
      description = "Edge of a marker, millimetres (default: three quarters of a square).")
  private double marker = Double.NaN;

  @Option(
      names = "--dictionary",
      paramLabel = "NAME",
      description = "Of the markers: ${COMPLETION-CANDIDATES} (default: DICT_4X4_50).")
  private Board.Markers dictionary = Board.Markers.DICT_4X4_50;

  /** For picocli. */
  BoardOptions() {}

  Board board() {
    int[] size = Sizes.parse("--squares", squares);
    double edge = Double.isNaN(marker) ? 0.75 * square : marker;
    return new Board(size[0], size[1], square / MM, edge / MM, dictionary);
  }
}
