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
   * path of a scenario's file.
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
      String path = folder == null ? word : folder.resolve(word).toString();
      var _ = Scenarios.find(path);
      return List.of(path);
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
   * recording whose store to use.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static String store(String word, @Nullable Path folder) {
    if (NamedShops.names().contains(word)) {
      return word;
    }
    Path path = folder == null ? Path.of(word) : folder.resolve(word);
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          "expected a store.yaml, a recording or one of "
              + String.join(", ", NamedShops.names())
              + ", found '"
              + word
              + "'");
    }
    return path.toString();
  }
}
