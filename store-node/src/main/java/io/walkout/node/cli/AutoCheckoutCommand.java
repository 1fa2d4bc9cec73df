package io.walkout.node.cli;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.ingest.autocheckout.ImportReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout import autocheckout DIR --out X.rec}: a case of the AutoCheckout competition.
 */
@Command(
    name = "autocheckout",
    description = "Import a case directory of the AutoCheckout competition.")
public final class AutoCheckoutCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "The case: plain or gzipped JSON lines, videos, store_meta.")
  private Path directory;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "X.rec",
      description = "The recording to write.")
  private Path out;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public AutoCheckoutCommand() {}

  @Override
  public Integer call() throws IOException {
    ImportReport report = AutoCheckoutImport.run(directory, out);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.pretty(report));
      print.flush();
      return 0;
    }
    report.problems().forEach(problem -> print.println("note: " + problem));
    report.notes().forEach(print::println);
    report.counts().forEach((what, n) -> print.printf(Locale.ROOT, "%-32s %d%n", what, n));
    print.println(report.caseName() + " imported into " + out);
    print.flush();
    return 0;
  }
}
