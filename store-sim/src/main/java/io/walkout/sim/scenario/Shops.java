package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.ingest.storefile.StoreFileException;
import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The shops that a scenario can name. */
final class Shops {
  private Shops() {}

  /** What {@link #find} takes, for people. */
  static String expected() {
    return "one of " + String.join(", ", NamedShops.names()) + ", or the path of a store.yaml";
  }

  /**
   * A shop by its name, or by the path of a store file.
   *
   * @param name its name, or a path that ends in {@code .yaml} or {@code .yml}
   * @param beside the file that names it: paths are relative to its folder
   * @param line where that file names it; 0 where it is not named by a file
   */
  static Optional<Supplier<SimStore>> find(String name, Path beside, int line) {
    if (NamedShops.names().contains(name)) {
      return Optional.of(() -> NamedShops.named(name));
    }
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return Optional.empty();
    }
    Path file = beside.resolveSibling(name);
    return Optional.of(
        () -> {
          if (line > 0 && !Files.isRegularFile(file)) {
            throw new ScenarioException(beside, line, "store", "no such file: " + file, expected());
          }
          return read(file);
        });
  }

  private static SimStore read(Path file) {
    try {
      return SimStore.of(StoreFile.read(file));
    } catch (StoreFileException e) {
      throw new ScenarioException(e.problems());
    } catch (IllegalArgumentException e) {
      String found = String.valueOf(e.getMessage());
      throw new ScenarioException(file, 0, "", found, "a store that people can walk in");
    }
  }
}
