package io.walkout.bench.scorecard;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import io.walkout.sim.autocheckout.AutoCheckoutCase;
import io.walkout.sim.autocheckout.CaseQuirks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout scorecard autocheckout SCENARIO --quirks Q --seed N --out X.rec}: a simulated
 * recording that went by way of a case directory of the AutoCheckout competition, with its quirks.
 */
@Command(
    name = "autocheckout",
    description = "Simulate into a case directory with its quirks, and import that.")
public final class AutoCheckoutCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "SCENARIO", description = "What happens.")
  private String scenario;

  @Option(
      names = "--quirks",
      paramLabel = "QUIRKS",
      defaultValue = "plain",
      description = "One or more of: " + Quirks.SYNTAX + " (default: plain).")
  private String quirks;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same bytes (default: 1).")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "X.rec",
      description = "The recording to write.")
  private Path out;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public AutoCheckoutCommand() {}

  @Override
  public Integer call() throws IOException {
    CaseQuirks parsed;
    try {
      parsed = Quirks.parse(quirks);
      if (Library.named(scenario, null).size() != 1) {
        throw new UserError("SCENARIO: expected one, found '" + scenario + "'");
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
    Path absolute = out.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent == null || absolute.getFileName() == null) {
      throw new UserError("--out: expected a directory to make, found '" + out + "'");
    }
    Files.createDirectories(parent);
    Path directory = Files.createTempDirectory(parent, ".autocheckout-case");
    try {
      AutoCheckoutCase.write(scenario, seed, directory, parsed);
      AutoCheckoutImport.run(directory, out);
    } finally {
      Scratch.remove(directory);
    }
    spec.commandLine()
        .getOut()
        .println(scenario + ", seed " + seed + ", " + quirks + ", in " + out);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
