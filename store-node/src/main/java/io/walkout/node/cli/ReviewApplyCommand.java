package io.walkout.node.cli;

import io.walkout.billing.Review;
import io.walkout.billing.Reviews;
import io.walkout.node.review.ReviewRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout review apply OUT --answers FILE}: decides lines that were in review. */
@Command(
    name = "apply",
    description =
        "Apply a reviewer's answers, all or none: charges what they say, and brings receipts.json"
            + " and reviews.json up to date. The same answers again change nothing.")
public final class ReviewApplyCommand extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "The directory that a replay left its results in.")
  private Path out;

  @Option(
      names = "--answers",
      required = true,
      paramLabel = "FILE",
      description = "The answers, as docs/operating/reviews.md gives them.")
  private Path answers;

  @Option(names = "--json", description = "Print what came of it as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ReviewApplyCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    try (ReviewRun run = ReviewRun.open(out)) {
      Reviews.Applied applied = run.apply(answers);
      long open = run.reviews().stream().filter(Review::isOpen).count();
      if (json) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("decided", applied.decided());
        told.put("asBefore", applied.asBefore());
        told.put("visitsCharged", applied.visitsCharged());
        told.put("open", open);
        print.println(Json.pretty(told));
      } else {
        print.println(
            applied.decided()
                + " decided, "
                + applied.asBefore()
                + " known already, "
                + open
                + " still open; receipts in "
                + out.resolve("receipts.json"));
      }
    }
    print.flush();
    return 0;
  }
}
