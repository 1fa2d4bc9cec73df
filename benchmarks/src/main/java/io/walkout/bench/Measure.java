package io.walkout.bench;

import io.walkout.bench.nets.NetsCommand;
import io.walkout.bench.realism.RealismCommand;
import io.walkout.bench.scorecard.ScorecardCommand;
import io.walkout.bench.shelf.ShelvesCommand;
import io.walkout.bench.tracking.TrackingCommand;
import io.walkout.node.cli.Errors;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * The commands that measure the program and are no part of it; the launcher starts them as it
 * starts those of the program.
 */
@Command(
    name = "walkout",
    description = "Measures Walkout.",
    mixinStandardHelpOptions = true,
    version = "walkout 0.1.0",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ScorecardCommand.class,
      RealismCommand.class,
      TrackingCommand.class,
      ShelvesCommand.class,
      NetsCommand.class,
      WeekCommand.class
    })
public final class Measure {
  private Measure() {}

  /** Runs a command and exits: 0 on success, 2 on wrong usage or unusable input, 1 on failure. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING); // libraries speak up only about trouble
    System.exit(run(args));
  }

  /** Runs a command; its exit code. */
  public static int run(String... args) {
    return Errors.handle(new CommandLine(new Measure())).execute(args);
  }
}
