package io.walkout.node.cli;

import io.walkout.tracker.calibrate.Board;
import io.walkout.tracker.calibrate.BoardSheet;
import io.walkout.tracker.calibrate.SheetFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate board --out board.pdf}: a board to print. */
@Command(name = "board", description = "Draw a ChArUco board to print, to scale.")
public final class CalibrateBoard extends Verbose implements Callable<Integer> {
  @Mixin private BoardOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to: .pdf, .png or .svg.")
  private Path out;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibrateBoard() {}

  @Override
  public Integer call() throws IOException {
    Board board = options.board();
    SheetFile.write(BoardSheet.draw(board), BoardSheet.dotsPerMillimetre(), out);
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        String.format(
            Locale.ROOT,
            "%s, a sheet of %.0f x %.0f mm, in %s: print it at 100 %%, measure the bar of 100 mm,"
                + " and glue it on something flat",
            board,
            BoardSheet.widthMillimetres(board),
            BoardSheet.heightMillimetres(board),
            out));
    print.flush();
    return 0;
  }
}
