package io.walkout.node.cli;

import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout score X.rec --receipts OUT/receipts.json}: scores receipts against the
 * recording's truth.
 */
@Command(name = "score", description = "Score receipts against the recording's truth.")
public final class ScoreCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "X.rec", description = "The recording, with truth.json.")
  private Path recording;

  @Option(
      names = "--receipts",
      required = true,
      paramLabel = "FILE",
      description = "The receipts to score.")
  private Path receipts;

  @Option(names = "--json", description = "Print the score as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ScoreCommand() {}

  @Override
  public Integer call() throws IOException {
    Score score = ScoreFile.score(recording, receipts);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.pretty(score));
    } else {
      ScoreText.print(score, print);
    }
    print.flush();
    return 0;
  }
}
