package io.walkout.node.cli;

import io.walkout.billing.Review;
import io.walkout.node.review.ReviewRun;
import io.walkout.node.review.ReviewText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout review list OUT}: what waits for a decision. */
@Command(name = "list", description = "List the lines that wait for a decision.")
public final class ReviewListCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "The directory that a replay left its results in.")
  private Path out;

  @Option(names = "--all", description = "Also those that are decided.")
  private boolean all;

  @Option(names = "--json", description = "Print all of them as JSON, as reviews.json has them.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ReviewListCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    try (ReviewRun run = ReviewRun.open(out)) {
      if (json) {
        print.println(run.json());
      } else {
        List<Review> reviews = run.reviews();
        ReviewText.print(reviews, all, run.store().zone(), run.openCharges(), print);
      }
    }
    print.flush();
    return 0;
  }
}
