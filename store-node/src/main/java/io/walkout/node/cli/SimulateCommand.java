package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.UserError;
import io.walkout.sim.Outcome;
import io.walkout.sim.Scenarios;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.video.Level;
import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout simulate SCENARIO --seed N --out X.rec}: a simulated recording with truth. */
@Command(name = "simulate", description = "Write a simulated recording with truth.")
public final class SimulateCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "What happens; --list names them.")
  private @Nullable String scenario;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same bytes (default: 1).")
  private long seed;

  @Option(names = "--out", paramLabel = "X.rec", description = "The recording to write.")
  private @Nullable Path out;

  @Option(
      names = "--level",
      paramLabel = "sensor|picture",
      defaultValue = "sensor",
      description =
          "sensor: plates, doors and poses; picture: plates, doors and the cameras' videos (default:"
              + " sensor).")
  private Level level;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "Something that is wrong, e.g. PlateDrift or CameraStall:from=10,for=5; repeatable.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where it happens, in place of the scenario's shop: a store.yaml, or a shop's name.")
  private @Nullable String store;

  @Option(names = "--list", description = "Name the scenarios.")
  private boolean list;

  @Option(names = "--json", description = "Print what was simulated, or the scenarios, as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    if (list) {
      printScenarios(print);
    } else if (scenario == null || out == null) {
      throw new UserError("simulate needs a SCENARIO and --out X.rec; --list names the scenarios");
    } else {
      Outcome outcome = simulate(scenario, out);
      print.println(
          json ? SimulationText.json(outcome) : SimulationText.of(outcome) + ", in " + out);
    }
    print.flush();
    return 0;
  }

  private Outcome simulate(String name, Path recording) throws IOException {
    try {
      Scenario found = Scenarios.find(name);
      return Simulation.run(
          store == null ? found : found.in(shop(store)),
          seed,
          recording,
          level.of(SimulationOptions.NONE.withFaults(faults)));
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static Supplier<SimStore> shop(String name) {
    if (NamedShops.names().contains(name)) {
      return () -> NamedShops.named(name);
    }
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      throw new UserError(
          "--store: expected a store.yaml or one of "
              + String.join(", ", NamedShops.names())
              + ", found '"
              + name
              + "'");
    }
    SimStore shop = SimStore.of(StoreFile.read(Path.of(name)));
    return () -> shop;
  }

  private void printScenarios(PrintWriter print) throws IOException {
    if (json) {
      Map<String, String> scenarios = new LinkedHashMap<>();
      Scenarios.names().forEach(name -> scenarios.put(name, Scenarios.describe(name)));
      print.println(Json.pretty(scenarios));
    } else {
      Scenarios.names().forEach(name -> print.printf("%-14s %s%n", name, Scenarios.describe(name)));
    }
  }
}
