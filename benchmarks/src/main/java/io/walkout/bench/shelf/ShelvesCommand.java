package io.walkout.bench.shelf;

import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./walkout shelves SCENARIO...}: how well the shelf tracker finds each deed by itself. */
@Command(
    name = "shelves",
    description = "Measure the shelf tracker alone, or other detectors, on simulated visits.")
public final class ShelvesCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "Names of the library, or scenario files.")
  private List<String> scenarios = List.of();

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first seed (default: ${DEFAULT-VALUE}).")
  private long firstSeed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(names = "--fault", paramLabel = "FAULT", description = "A fault of the simulator.")
  private List<String> faults = List.of();

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      defaultValue = "TRACKER",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Detector detector = Detector.TRACKER;

  @Option(
      names = "--wiring",
      paramLabel = "VISITS",
      description =
          "Instead: lay each kind of wrong wiring over days of so many visits, and say what of it"
              + " is found and what is accused wrongly; --seeds days.")
  private int visits;

  /** For picocli. */
  public ShelvesCommand() {}

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || seeds > 10_000 || visits < 0) {
      throw new UserError("--seeds is a number from 1 to 10000, --wiring one of visits");
    }
    check();
    if (visits > 0) {
      for (String scenario : scenarios) {
        WiringSuite.print(System.out, scenario, firstSeed, seeds, visits);
      }
    } else {
      ShelfSuite.print(System.out, firstSeed, seeds, scenarios, faults, detector);
    }
    return 0;
  }

  /** Before anything is printed: one visit of each scenario, with the faults. */
  private void check() throws IOException {
    if (visits > 0 && !faults.isEmpty()) {
      throw new UserError("--wiring lays its own faults; leave --fault out");
    }
    for (String scenario : scenarios) {
      try {
        ShelfCase.of(scenario, firstSeed, faults);
      } catch (IllegalArgumentException e) {
        throw new UserError(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
