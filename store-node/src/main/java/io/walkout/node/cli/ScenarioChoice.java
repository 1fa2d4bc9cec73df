package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.UserError;
import io.walkout.sim.Scenarios;
import io.walkout.sim.scenario.Behaviours;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.scenario.ScenarioException;
import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to happen, and in which shop. */
final class ScenarioChoice {
  private static final int MOST_PEOPLE = 200;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "What happens: a name of --list, or the path of a scenario's file.")
  private @Nullable String scenario;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where it happens: ${COMPLETION-CANDIDATES}, the path of a store.yaml, or a recording"
              + " whose store to use (default: what the scenario says).",
      completionCandidates = Shops.class)
  private @Nullable String store;

  @Option(
      names = "--mix",
      paramLabel = "SHARE",
      description =
          "Instead of a SCENARIO: people who shop at random and do something confusing at this share"
              + " of their stops, such as 0.3 or 30%%.")
  private @Nullable String mix;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "How many people --mix has (default: 8).")
  private @Nullable Integer people;

  @Option(
      names = "--behaviours",
      paramLabel = "FILE.json",
      description =
          "A file of labelled acts of real shoppers; SCENARIO names one of its lists. Needs --store"
              + " with their shop.")
  private @Nullable Path behaviours;

  /** For picocli. */
  ScenarioChoice() {}

  /** The names of shops, for the help text. */
  private static final class Shops implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NamedShops.names().iterator();
    }
  }

  /** The names there are to choose from, each with a line that says what happens. */
  Map<String, String> list() throws IOException {
    Map<String, String> described = new LinkedHashMap<>();
    if (behaviours != null) {
      Behaviours file = Behaviours.read(behaviours);
      if (store != null) {
        SimStore shop = shop(store).get();
        file.scenarios(shop).forEach(s -> described.put(s.name(), s.description()));
        file.refusals(shop).forEach((name, why) -> described.put(name, "can't be there: " + why));
      } else {
        file.names().forEach(name -> described.put(name, "as it was noted"));
      }
    } else {
      Scenarios.names().forEach(name -> described.put(name, Scenarios.describe(name)));
    }
    return described;
  }

  /** What was chosen. */
  Scenario scenario() throws IOException {
    if (people != null && mix == null) {
      throw new UserError("--people says how many people --mix has; give --mix SHARE too");
    }
    if (mix != null) {
      return mixture(mix);
    }
    if (scenario == null) {
      throw new UserError("simulate needs a SCENARIO, or --mix; --list names the scenarios");
    }
    String name = Objects.requireNonNull(scenario);
    Path file = behaviours;
    String where = store;
    if (file != null) {
      if (where == null) {
        throw new UserError("--behaviours needs --store: the shop those people were in");
      }
      return called(name, () -> Behaviours.read(file).scenario(name, shop(where).get()));
    }
    Scenario found = called(name, () -> Scenarios.find(name));
    return where == null ? found : found.in(shop(where));
  }

  /** Finds a scenario; a name that is none's is the user's to mend. */
  private static Scenario called(String name, Finding finding) throws IOException {
    try {
      return finding.find();
    } catch (ScenarioException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new UserError(Objects.requireNonNullElse(e.getMessage(), name), e);
    }
  }

  private interface Finding {
    Scenario find() throws IOException;
  }

  private Scenario mixture(String share) throws IOException {
    if (scenario != null || behaviours != null) {
      throw new UserError("--mix takes the place of a SCENARIO; give one of the two");
    }
    int many = people == null ? 8 : people;
    if (many < 1 || many > MOST_PEOPLE) {
      throw new UserError("--people: expected 1 to " + MOST_PEOPLE + ", found " + many);
    }
    Scenario mixture = Scenarios.mix(many, share(share), "corner");
    return store == null ? mixture : mixture.in(shop(store));
  }

  private static double share(String text) {
    boolean percent = text.endsWith("%");
    try {
      double share = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      share = percent ? share / 100 : share;
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw new UserError("--mix: expected a share such as 0.3 or 30%, found '" + text + "'", e);
    }
    throw new UserError("--mix: expected a share from 0 to 1 (0% to 100%), found '" + text + "'");
  }

  private static Supplier<SimStore> shop(String name) throws IOException {
    if (NamedShops.names().contains(name)) {
      return () -> NamedShops.named(name);
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new UserError(
          "--store: expected "
              + String.join(", ", NamedShops.names())
              + ", a store.yaml, or a recording; there is no "
              + name);
    }
    Store read = StoreFile.read(Files.isDirectory(path) ? path.resolve("store.yaml") : path);
    return () -> SimStore.of(read);
  }
}
