package io.walkout.bench.realism;

import io.walkout.ingest.recording.Recording;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    name = "realism",
    description =
        "Put a real recording beside simulations of the same visit in the same store: noise, steps"
            + " and pictures, measured by the same code.")
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

  @Option(names = "--json", description = "Print the figures and curves as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public RealismCommand() {}

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || seeds > 100) {
      throw new UserError("--seeds is a number from 1 to 100, not " + seeds);
    }
    Recording real = Recording.open(recording);
    PrintWriter print = spec.commandLine().getOut();
    Path scratch = Files.createTempDirectory("walkout-realism");
    try {
      String again = "./walkout realism " + recording + " --out " + out + " --seeds " + seeds;
      RealismReport report = new RealismRun(recording, real, scratch, this::say).run(seeds, again);
      Files.createDirectories(out);
      String numbers = RealismJson.text(report);
      Files.writeString(out.resolve("realism.json"), numbers);
      Files.writeString(out.resolve("realism.html"), RealismPage.html(report));
      if (json) {
        print.println(numbers);
      } else {
        RealismText.print(report, print);
        print.println();
        print.println("Written: " + out.resolve("realism.html") + " and realism.json.");
        print.println(
            "The page holds pictures of the recording: keep it where the footage is kept.");
      }
    } finally {
      Scratch.remove(scratch);
    }
    print.flush();
    return 0;
  }

  private void say(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
