package io.walkout.bench.scorecard;

import io.walkout.sim.Scenarios;
import io.walkout.sim.fault.Faults;
import java.util.ArrayList;
import java.util.List;

/** What suites may name: the simulator's scenarios, their tags, and its faults. */
final class Library {
  private Library() {}

  static List<String> scenarios() {
    return Scenarios.names();
  }

  /**
   * The scenarios that a suite's word stands for: {@code all}, {@code tag:NAME}, or a name.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  static List<String> named(String word) {
    List<String> found = new ArrayList<>();
    if (word.equals("all")) {
      found.addAll(scenarios());
    } else if (scenarios().contains(word)) {
      found.add(word);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario is called '" + word + "'; there are " + String.join(", ", scenarios()));
    }
    return found;
  }

  /** Tags of a scenario, in order. */
  static List<String> tags(String scenario) {
    return List.of();
  }

  /**
   * Whether a fault of that name exists.
   *
   * @throws IllegalArgumentException with what was found and what was expected if not
   */
  static void checkFault(String name) {
    var _ = Faults.parse(List.of(name));
  }
}
