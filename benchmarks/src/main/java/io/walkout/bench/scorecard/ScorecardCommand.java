package io.walkout.bench.scorecard;

import io.walkout.bench.baseline.ContestCommand;
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
    synopsisSubcommandLabel = "[compare|certainty|autocheckout|baseline]",
    subcommands = {
      CompareCommand.class,
      CertaintyCommand.class,
      AutoCheckoutCommand.class,
      ContestCommand.class
    })
public final class ScorecardCommand extends Verbose implements Callable<Integer> {
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description =
          "ci, full, pictures, mixtures, faults, behaviours, or a suite file of your own.")
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
      names = "--store",
      paramLabel = "STORE",
      description = "Where every scenario happens, in place of the suite's: as for simulate.")
  private @Nullable String store;

  @Option(
      names = "--method",
      paramLabel = "walkout|contest|both",
      description =
          "Whose receipts: the program's, those of the published method of the contest's winner, or"
              + " both side by side on the same recordings (default: walkout).")
  private Method method = Method.WALKOUT;

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

  private final @Nullable CaseRunner runner;

  /** For picocli. */
  public ScorecardCommand() {
    this(null);
  }

  /** Runs cases in another way; null for {@link CaseRun#run}. */
  ScorecardCommand(@Nullable CaseRunner runner) {
    this.runner = runner;
  }

  /** How a case is run; {@link CaseRun#run} but for tests. */
  interface CaseRunner {
    /** Runs it, its paths relative to the folder, in an empty directory. */
    CaseRun.Ran run(SuiteCase which, @Nullable Path folder, Path scratch) throws Exception;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Suite chosen;
    try {
      chosen = chosen();
    } catch (SuiteAbsent e) {
      spec.commandLine().getErr().println(e.getMessage());
      spec.commandLine().getErr().flush();
      return 0;
    }
    if (method == Method.CONTEST && expect != null) {
      throw new UserError("--expect holds the program's figures; leave --method contest out");
    }
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
      CaseRunner running = runner == null ? (w, f, s) -> CaseRun.run(w, f, s, method) : runner;
      SuiteRun.Runner here = (which, scratch) -> running.run(which, chosen.folder(), scratch);
      ran = SuiteRun.run(chosen, threads, here, progress);
    }
    List<CaseResult> results = repeatable(ran.results(), chosen);
    Scorecard card = Scorecard.of(chosen.name(), chosen.description(), method, results);
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

  private List<CaseResult> repeatable(List<CaseResult> results, Suite of) {
    return method == Method.CONTEST
        ? results.stream().map(c -> c.repeatedBy(c.of().contestCommand(of.folder()))).toList()
        : results;
  }

  /** Whether the command line leaves rows of the suite out. */
  private boolean isNarrowed() {
    return !scenarios.isEmpty() || !faults.isEmpty() || store != null;
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
        boolean isRow = plan.rows().stream().anyMatch(r -> r.row().scenario().equals(word));
        List<String> named = isRow ? List.of(word) : Library.named(word, null);
        if (plan.rows().stream().noneMatch(row -> plan.isChosen(row.row().scenario(), named))) {
          throw new IllegalArgumentException(
              "expected scenarios of the suite " + plan.name() + ", found '" + word + "'");
        }
        only.addAll(named);
      }
      option = "--fault";
      faults.forEach(word -> instead.add(SuiteFile.faults(word)));
      option = store == null ? "--suite" : "--store";
      Suite chosen =
          plan.chosen(new SuitePlan.Choice(seeds, firstSeed, level, only, instead, store));
      checkPoses(chosen);
      if (!instead.isEmpty() || store != null) {
        option = instead.isEmpty() ? "--store" : "--fault";
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

  private void checkPoses(Suite chosen) {
    if (method == Method.CONTEST) {
      for (SuiteCase c : chosen.cases()) {
        if (c.row().level() == Level.PICTURE) {
          throw new UserError(
              "--method contest needs poses, and "
                  + c.row().label()
                  + " has pictures; give --level sensor");
        }
      }
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
