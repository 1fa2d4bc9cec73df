package io.walkout.node.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate}: where cameras hang and how their lenses bend. */
@Command(
    name = "calibrate",
    description =
        "Find where a camera hangs and how its lens bends, and whether it has been moved since.",
    subcommands = {
      CalibrateBoard.class,
      CalibrateLens.class,
      CalibratePage.class,
      CalibratePoints.class,
      CalibrateCheck.class
    })
public final class CalibrateCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibrateCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected one of board, lens, page, points, check");
  }
}
