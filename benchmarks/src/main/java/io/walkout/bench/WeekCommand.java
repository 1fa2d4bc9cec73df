package io.walkout.bench;

import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./walkout week}: whether memory stays level over a simulated week. */
@Command(
    name = "week",
    description =
        "Run the deciders through a simulated week of a busy store, and print what is left on the"
            + " heap each evening. Fails if it grows.")
public final class WeekCommand extends Verbose implements Callable<Integer> {
  private static final int MOST_DAYS = 31;
  private static final int MOST_HOURS = 24;

  /** Above the second evening's: by then every product was taken. Room for measuring, no more. */
  private static final double SHARE = 0.1;

  private static final double MEGABYTE = 1 << 20;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many days (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "10",
      description = "Hours in which the store is busy each day (default: ${DEFAULT-VALUE}).")
  private int hours;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public WeekCommand() {}

  @Override
  public Integer call() {
    if (days < 2 || days > MOST_DAYS) {
      throw new UserError("--days is a number from 2 to " + MOST_DAYS + ", not " + days);
    }
    if (hours < 1 || hours > MOST_HOURS) {
      throw new UserError("--hours is a number from 1 to " + MOST_HOURS + ", not " + hours);
    }
    PrintWriter out = spec.commandLine().getOut();
    Week week = new Week();
    long second = 0;
    long most = 0;
    for (int d = 1; d <= days; d++) {
      Week.Day day = week.day(hours * 3600);
      second = d == 2 ? day.liveBytes() : second;
      most = d > 2 ? Math.max(most, day.liveBytes()) : most;
      out.printf(
          "day %d: %d visits so far, %.1f MB live, %s%n",
          d, day.visits(), day.liveBytes() / MEGABYTE, day.kept());
      out.flush();
    }
    boolean grows = most > second * (1 + SHARE);
    out.println(grows ? "memory grows" : "memory stays level");
    return grows ? 1 : 0;
  }
}
