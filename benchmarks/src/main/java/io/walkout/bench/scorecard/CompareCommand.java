package io.walkout.bench.scorecard;

import io.walkout.node.cli.Verbose;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout scorecard compare A.json B.json}: what got better and what got worse. */
@Command(
    name = "compare",
    description = "Say what got better and what got worse; writes comparison.json and .html.")
public final class CompareCommand extends Verbose implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A.json", description = "The scorecard before.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B.json", description = "The scorecard after.")
  private Path after;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the reports go (default: scorecard).")
  private Path out = Path.of("scorecard");

  @Option(names = "--fail-on-fall", description = "Exit with 1 if any case got worse.")
  private boolean failOnFall;

  @Option(names = "--json", description = "Print comparison.json instead of the tables.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CompareCommand() {}

  @Override
  public Integer call() throws IOException {
    for (String name : List.of("comparison.json", "comparison.html")) {
      OutputFile.expect("--out", out.resolve(name), List.of(before, after));
    }
    Comparison comparison =
        Comparison.of(
            before.toString(),
            ScorecardFile.read(before),
            after.toString(),
            ScorecardFile.read(after));
    if (comparison.pairs().isEmpty()) {
      throw new UserError(before + " and " + after + " have no case in common");
    }
    String text = ScorecardFile.text(ComparisonText.json(comparison));
    Files.createDirectories(out);
    ScorecardFile.write(out.resolve("comparison.json"), text);
    ScorecardFile.write(out.resolve("comparison.html"), ComparisonPage.html(comparison));
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.print(text);
    } else {
      ComparisonText.print(comparison, print);
      print.println();
      print.println("Reports in " + out.resolve("comparison.html") + " and comparison.json");
    }
    print.flush();
    boolean isFall = !comparison.pairs(Comparison.Verdict.WORSE).isEmpty();
    return failOnFall && isFall ? 1 : 0;
  }
}
