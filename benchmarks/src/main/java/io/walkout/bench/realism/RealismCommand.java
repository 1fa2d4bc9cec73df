package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.ingest.recording.Recording;
import io.walkout.node.cli.Errors;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout realism REAL.rec --out DIR}: a report that puts a real recording beside
 * simulations of the same visit in the same store.
 */
@Command(
    name = "walkout realism",
    description =
        "Put a real recording beside simulations of the same visit in the same store: noise, steps"
            + " and pictures, measured by the same code.",
    mixinStandardHelpOptions = true)
public final class RealismCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "REAL.rec", description = "The recording, with truth.json.")
  private Path recording;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the report goes; it holds pictures of the recording.")
  private Path out;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many simulations (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public RealismCommand() {}

  /** Runs the command and exits: 0 on success, 2 on wrong usage or unusable input, 1 on failure. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(run(args));
  }

  /** Runs the command; its exit code. */
  public static int run(String... args) {
    return Errors.handle(new CommandLine(new RealismCommand())).execute(args);
  }

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || seeds > 100) {
      throw new UserError("--seeds is a number from 1 to 100, not " + seeds);
    }
    Recording real = Recording.open(recording);
    PrintWriter print = spec.commandLine().getOut();
    Path scratch = Files.createTempDirectory("walkout-realism");
    try {
      Side truly = RealSide.read(recording, real, scratch.resolve("replay"));
      Measured measured = truly.measureSensors();
      List<Measured> simulated = new ArrayList<>();
      for (long seed = 1; seed <= seeds; seed++) {
        simulated.add(SimulatedSide.sensors(real, seed).measureSensors());
      }
      print(Comparison.of(measured, simulated), print);
      Files.createDirectories(out);
      RealismJson.write(
          new RealismReport(
              real.name(),
              "",
              List.of(1L),
              Comparison.of(measured, simulated),
              RealismReport.curves(measured, simulated),
              List.of(),
              List.of()),
          out.resolve("realism.json"));
    } finally {
      Scratch.remove(scratch);
    }
    print.flush();
    return 0;
  }

  private static void print(Comparison comparison, PrintWriter out) {
    for (Comparison.Row row : comparison.rows()) {
      out.printf(
          Locale.ROOT,
          "%-95s %10.3f %10.3f  (%.3f to %.3f)  x%.2f %s%n",
          row.figure(),
          row.real(),
          row.simulated(),
          row.lowest(),
          row.highest(),
          row.ratio(),
          row.verdict());
    }
  }
}
