package io.walkout.bench.scorecard;

import io.walkout.sim.Scenarios;
import io.walkout.sim.fault.Faults;
import io.walkout.sim.world.NamedShops;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What suites may name: the simulator's scenarios, their tags, and its faults. */
final class Library {
  private static final String TAG = "tag:";

  private Library() {}

  static List<String> scenarios() {
    return Scenarios.names();
  }

  /**
   * The scenarios that a suite's word stands for: {@code all}, {@code tag:NAME}, a name, or the
   * path of a scenario's file, which keeps the name that {@link #written} gives it.
   *
   * @param folder what paths are relative to; null for the working directory
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static List<String> named(String word, @Nullable Path folder) {
    if (word.equals("all")) {
      return scenarios();
    }
    if (word.startsWith(TAG)) {
      String tag = word.substring(TAG.length());
      List<String> tagged = scenarios().stream().filter(s -> tags(s).contains(tag)).toList();
      if (tagged.isEmpty()) {
        throw new IllegalArgumentException(
            "no scenario has the tag '" + tag + "'; there are " + String.join(", ", tags()));
      }
      return tagged;
    }
    if (isFile(word)) {
      String name = written(word, folder);
      var _ = Scenarios.find(located(name, folder));
      return List.of(name);
    }
    if (!scenarios().contains(word)) {
      throw new IllegalArgumentException(
          "no scenario is called '" + word + "'; there are " + String.join(", ", scenarios()));
    }
    return List.of(word);
  }

  /** Tags of a scenario, in order; none of one that is not here any more. */
  static List<String> tags(String scenario) {
    return scenarios().contains(scenario) ? Scenarios.tags(scenario) : List.of();
  }

  private static Set<String> tags() {
    Set<String> all = new TreeSet<>();
    scenarios().forEach(s -> all.addAll(tags(s)));
    return all;
  }

  /**
   * A path as the suite writes it, relative to the suite's folder where it lies beneath that: the
   * same in every checkout.
   */
  private static String written(String word, @Nullable Path folder) {
    Path path = Path.of(word).normalize();
    if (path.isAbsolute() && folder != null) {
      Path from = folder.toAbsolutePath().normalize();
      return (path.startsWith(from) ? from.relativize(path) : path).toString();
    }
    return path.toString();
  }

  /**
   * Where a row's scenario or store is found from the working directory: a path is that of the
   * suite's folder, any other name is itself.
   */
  static String located(String name, @Nullable Path folder) {
    boolean named = NamedShops.names().contains(name) || scenarios().contains(name);
    return (named || folder == null) ? name : folder.resolve(name).normalize().toString();
  }

  /**
   * A shop that was named in the working directory, as a row names it: its path from the suite's
   * folder.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static String storeFrom(String word, @Nullable Path folder) {
    String store = store(word, null);
    return folder == null || NamedShops.names().contains(store)
        ? store
        : whole(folder.toString()).relativize(whole(store)).toString();
  }

  /** Whether two names, each of its folder, are one scenario. */
  static boolean isSame(String a, @Nullable Path folderOfA, String b, @Nullable Path folderOfB) {
    return (isFile(a) && isFile(b))
        ? whole(located(a, folderOfA)).equals(whole(located(b, folderOfB)))
        : a.equals(b);
  }

  private static Path whole(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static boolean isFile(String word) {
    return word.endsWith(".yaml") || word.endsWith(".yml");
  }

  /**
   * Throws if there is no such fault.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static void checkFault(String text) {
    var _ = Faults.parse(List.of(text));
  }

  /**
   * Where a suite's scenarios happen: a shop of the simulator by its name, a store file, or a
   * recording whose store to use; a path keeps the name that {@link #written} gives it.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static String store(String word, @Nullable Path folder) {
    if (NamedShops.names().contains(word)) {
      return word;
    }
    String name = written(word, folder);
    if (!Files.exists(Path.of(located(name, folder)))) {
      throw new IllegalArgumentException(
          "expected a store.yaml, a recording or one of "
              + String.join(", ", NamedShops.names())
              + ", found '"
              + word
              + "'");
    }
    return name;
  }
}
