package io.walkout.node;

import io.walkout.node.cli.CalibrateCommand;
import io.walkout.node.cli.CheckCommand;
import io.walkout.node.cli.DemoCommand;
import io.walkout.node.cli.Errors;
import io.walkout.node.cli.ImportCommand;
import io.walkout.node.cli.ModelsCommand;
import io.walkout.node.cli.ReplayCommand;
import io.walkout.node.cli.ReviewCommand;
import io.walkout.node.cli.ScoreCommand;
import io.walkout.node.cli.SimulateCommand;
import io.walkout.node.cli.TrackCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program: {@code ./walkout COMMAND}. */
@Command(
    name = "walkout",
    description =
        "Shops without a till: ceiling cameras and shelf load cells in, the right receipt out.",
    mixinStandardHelpOptions = true,
    version = "walkout 0.1.0",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "Measuring it:",
      "  scorecard  Run a suite of simulated cases and score it.",
      "  realism    Put real recordings side by side with simulated ones.",
      "  tracking   Run the trackers on public sequences, beside published ones.",
      "  nets       Judge person detectors and looks on a video with truth.",
      "  shelves    Measure the shelf tracker alone on simulated visits.",
      "  week       Run a simulated week and watch the memory.",
      "  bench      Run the JMH benchmarks."
    },
    subcommands = {
      DemoCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      ReviewCommand.class,
      ScoreCommand.class,
      SimulateCommand.class,
      CheckCommand.class,
      CalibrateCommand.class,
      TrackCommand.class,
      ModelsCommand.class
    })
public final class Walkout {
  private static final Logger DJL = Logger.getLogger("ai.djl"); // held, or its level is lost

  private Walkout() {}

  /** Runs a command and exits: 0 on success, 2 on wrong usage or unusable input, 1 on failure. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING); // libraries speak up only about trouble
    DJL.setLevel(Level.SEVERE); // it warns of every machine without a GPU
    System.exit(run(args));
  }

  /** Runs a command; its exit code. */
  public static int run(String... args) {
    return Errors.handle(new CommandLine(new Walkout())).execute(args);
  }
}
