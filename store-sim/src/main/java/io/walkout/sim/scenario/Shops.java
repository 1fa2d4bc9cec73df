package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The shops that a scenario can name. */
final class Shops {
  private static final Map<String, Supplier<SimStore>> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("corner", StorePlan::corner);
    KNOWN.put("big", StorePlan::big);
  }

  private Shops() {}

  /** What {@link #find} takes, for people. */
  static String expected() {
    return "one of " + String.join(", ", KNOWN.keySet()) + ", or the path of a store.yaml";
  }

  /**
   * A shop by its name, or by the path of a store file.
   *
   * @param name its name, or a path that ends in {@code .yaml} or {@code .yml}
   * @param beside the file that names it: paths are relative to its folder
   */
  static Optional<Supplier<SimStore>> find(String name, Path beside) {
    Supplier<SimStore> known = KNOWN.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return Optional.empty();
    }
    Path file = beside.resolveSibling(name);
    return Optional.of(() -> SimStore.of(StoreFile.read(file)));
  }
}
