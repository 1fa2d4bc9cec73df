package io.walkout.bench.scorecard;

import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./walkout scorecard --suite SUITE}: runs a suite of simulated cases and scores it. */
@Command(
    name = "scorecard",
    description =
        "Run a suite of simulated cases and score it; writes scorecard.json and scorecard.html.",
    synopsisSubcommandLabel = "[compare|autocheckout]",
    subcommands = {CompareCommand.class, AutoCheckoutCommand.class})
public final class ScorecardCommand extends Verbose implements Callable<Integer> {
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description = "ci, full, pictures, or a suite file of your own.")
  private @Nullable String suite;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the reports go (default: scorecard).")
  private Path out = Path.of("scorecard");

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Seeds a row, in place of the suite's.")
  private @Nullable Integer seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      description = "First seed of each row, in place of the suite's.")
  private @Nullable Long firstSeed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Cases at a time (default: one for each core). Changes nothing but the speed.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--level",
      paramLabel = "sensor|picture",
      description = "What the pipeline is given, in place of the suite's.")
  private @Nullable Level level;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Only this scenario of the suite, or all of a tag (tag:NAME); repeatable.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "Run every scenario with this fault in place of the suite's own; repeatable, each its own"
              + " row. Several at once: A+B. A sound shop: none.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "Fail if any case falls below what this file expects of it.")
  private @Nullable Path expect;

  @Option(
      names = "--update-expectations",
      description = "Write what came out into the file of --expect.")
  private boolean update;

  @Option(names = "--json", description = "Print scorecard.json instead of the tables.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final CaseRunner runner;

  /** For picocli. */
  public ScorecardCommand() {
    this(CaseRun::run);
  }

  /** Runs cases in another way. */
  ScorecardCommand(CaseRunner runner) {
    this.runner = runner;
  }

  /** How a case is run; {@link CaseRun#run} but for tests. */
  interface CaseRunner {
    /** Runs it, its paths relative to the folder, in an empty directory. */
    CaseRun.Ran run(SuiteCase which, @Nullable Path folder, Path scratch) throws Exception;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Suite chosen = chosen();
    if (update && expect == null) {
      throw new UserError("--update-expectations: say which file with --expect FILE");
    }
    boolean isKept = !update || (isNarrowed() && expect != null && Files.exists(expect));
    Expectations expected = expect != null && isKept ? Expectations.read(expect) : null;
    PrintWriter print = spec.commandLine().getOut();
    Files.createDirectories(out);
    SuiteRun.Ran ran;
    try (CaseProgress progress =
        new CaseProgress(chosen.name(), chosen.cases().size(), spec.commandLine().getErr())) {
      SuiteRun.Runner here = (which, scratch) -> runner.run(which, chosen.folder(), scratch);
      ran = SuiteRun.run(chosen, threads, here, progress);
    }
    Scorecard card = Scorecard.of(chosen.name(), chosen.description(), ran.results());
    String text = write(card, ran);
    if (json) {
      print.print(text);
    } else {
      ScorecardText.print(card, print);
      print.println();
      print.println("Reports in " + out.resolve("scorecard.html") + " and scorecard.json");
    }
    print.flush();
    int code = expect == null ? 0 : judge(card, expect, expected, print);
    print.flush();
    return card.overall().failed() > 0 ? 1 : code;
  }

  /** Whether the command line leaves rows of the suite out. */
  private boolean isNarrowed() {
    return !scenarios.isEmpty() || !faults.isEmpty();
  }

  private Suite chosen() throws IOException {
    if (suite == null) {
      throw new UserError(
          "scorecard needs --suite: one of "
              + String.join(", ", SuiteFile.BUILT_IN)
              + ", or a suite file of your own");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UserError("--threads: expected 1 to " + MOST_THREADS + ", found " + threads);
    }
    if (seeds != null && (seeds < 1 || seeds > SuiteFile.MOST_SEEDS)) {
      throw new UserError("--seeds: expected 1 to " + SuiteFile.MOST_SEEDS + ", found " + seeds);
    }
    if (firstSeed != null && firstSeed < 0) {
      throw new UserError("--first-seed: expected at least 0, found " + firstSeed);
    }
    SuitePlan plan = SuiteFile.read(suite);
    List<String> only = new ArrayList<>();
    List<List<String>> instead = new ArrayList<>();
    String option = "--scenario";
    try {
      for (String word : scenarios) {
        List<String> named = Library.named(word, null);
        if (plan.rows().stream().noneMatch(row -> plan.isChosen(row.row().scenario(), named))) {
          throw new IllegalArgumentException(
              "expected scenarios of the suite " + plan.name() + ", found '" + word + "'");
        }
        only.addAll(named);
      }
      option = "--fault";
      faults.forEach(word -> instead.add(SuiteFile.faults(word)));
      option = "--suite";
      Suite chosen = plan.chosen(new SuitePlan.Choice(seeds, firstSeed, level, only, instead));
      if (!instead.isEmpty()) {
        option = "--fault";
        Set<Row> seen = new HashSet<>();
        chosen.cases().stream()
            .filter(c -> seen.add(c.row()))
            .forEach(c -> DryRun.of(c, chosen.folder()));
      }
      return chosen;
    } catch (IllegalArgumentException e) {
      throw new UserError(option + ": " + e.getMessage(), e);
    }
  }

  private String write(Scorecard card, SuiteRun.Ran ran) throws IOException {
    ScorecardFile.Run run =
        new ScorecardFile.Run(
            ran.elapsedSeconds(),
            ran.simulatedSeconds(),
            ran.simulatedSeconds() / Math.max(1e-9, ran.elapsedSeconds()),
            threads,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().toString());
    String text = ScorecardFile.text(ScorecardFile.json(card, run));
    ScorecardFile.write(out.resolve("scorecard.json"), text);
    ScorecardFile.write(out.resolve("scorecard.html"), ScorecardPage.html(card));
    return text;
  }

  private int judge(Scorecard card, Path file, @Nullable Expectations expected, PrintWriter print)
      throws IOException {
    PrintWriter err = json ? spec.commandLine().getErr() : print;
    if (update && card.overall().failed() > 0) {
      err.println(
          file
              + " stays as it is: "
              + card.overall().failed()
              + " cases crashed, and a crash is never expected");
      return 1;
    }
    if (update) {
      Expectations kept = expected == null ? Expectations.NONE : expected;
      kept.with(card, !isNarrowed()).write(file);
      err.println("Expectations of " + card.cases().size() + " cases written to " + file);
      return 0;
    }
    ExpectationsVerdict verdict =
        (expected == null ? Expectations.NONE : expected).judge(card, scenarios.isEmpty());
    verdict.print(file, err);
    err.flush();
    return verdict.isFall() ? 1 : 0;
  }
}
