package io.walkout.bench.baseline;

import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout scorecard baseline X.rec --out OUT}: the receipts that the published method of
 * the contest's winner gives, in the form of our own.
 */
@Command(
    name = "baseline",
    description =
        "Run the published method of the AutoCheckout contest's winner on a recording; writes"
            + " receipts.json for './walkout score'.")
public final class ContestCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "X.rec", description = "The recording; needs plates and poses.")
  private Path recording;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Where receipts.json and events.jsonl go.")
  private Path out;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ContestCommand() {}

  @Override
  public Integer call() {
    int receipts;
    try {
      receipts = ContestRun.run(recording, out);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().println(receipts + " receipts in " + out.resolve("receipts.json"));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
