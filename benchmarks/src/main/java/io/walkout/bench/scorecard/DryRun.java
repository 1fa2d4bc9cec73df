package io.walkout.bench.scorecard;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.ingest.storefile.StoreFileException;
import io.walkout.sim.Scenarios;
import io.walkout.sim.fault.Faults;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.scenario.Play;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a case in thought, so that what can't be is refused before hours are spent on it:
 * the shop is set up, the faults are bound to it and the scenario is rehearsed, and nobody walks.
 */
final class DryRun {
  private DryRun() {}

  /**
   * Goes through a case.
   *
   * @param folder what the row's paths are relative to; null for the working directory
   * @throws io.walkout.sim.fault.FaultRefused on a fault that the shop can't have
   * @throws IllegalArgumentException on a scenario or a store that can't be; it says why
   */
  static void of(SuiteCase which, @Nullable Path folder) {
    Row row = which.row();
    Scenario scenario = scenario(row, folder);
    SimStore plain = scenario.shop().get();
    Play play = scenario.script().play(plain, new Dice(which.seed(), "script"));
    SimStore shop = play.in(plain);
    List<String> wrong = new ArrayList<>(scenario.faults());
    wrong.addAll(row.faults());
    ShopFaults _ = Faults.parse(wrong).in(shop, which.seed());
    play.rehearse(shop, new Stock(shop, which.seed(), play.stocking()));
  }

  private static Scenario scenario(Row row, @Nullable Path folder) {
    SimStore own = row.store() == null ? null : shop(Library.located(row.store(), folder));
    if (row.behaviours() != null) {
      if (own == null) {
        throw new IllegalArgumentException("behaviours need a store: the shop of those people");
      }
      return BehaviourFiles.read(row.behaviours(), folder).scenario(row.scenario(), own);
    }
    Scenario scenario = Scenarios.find(Library.located(row.scenario(), folder));
    return own == null ? scenario : scenario.in(() -> own);
  }

  private static SimStore shop(String nameOrPath) {
    if (NamedShops.names().contains(nameOrPath)) {
      return NamedShops.named(nameOrPath);
    }
    Path path = Path.of(nameOrPath);
    try {
      Store read = StoreFile.read(Files.isDirectory(path) ? path.resolve("store.yaml") : path);
      return SimStore.of(read);
    } catch (StoreFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
