package io.walkout.sim;

import io.walkout.sim.scenario.Library;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;

/** Scenarios by name: the library, files of one's own, and mixtures. Safe for any thread. */
public final class Scenarios {
  private Scenarios() {}

  /** The names of all scenarios of the library, in the order to show them. */
  public static List<String> names() {
    return Library.names();
  }

  /**
   * One line that says what happens in a scenario.
   *
   * @throws IllegalArgumentException on a name that is no scenario's; the message lists those that
   *     are
   */
  public static String describe(String name) {
    return find(name).description();
  }

  /** What a scenario is an example of; as {@link #describe} otherwise. */
  public static List<String> tags(String name) {
    return find(name).tags();
  }

  /**
   * A scenario of the library, or of a file.
   *
   * @param nameOrPath a name of {@link #names}, or the path of a scenario's file, which ends in
   *     {@code .yaml} or {@code .yml}
   * @throws io.walkout.sim.scenario.ScenarioException with everything that is wrong with the file
   * @throws IllegalArgumentException on a name that is no scenario's
   */
  public static Scenario find(String nameOrPath) {
    if (nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml")) {
      return ScenarioReader.read(Path.of(nameOrPath));
    }
    return Library.find(nameOrPath);
  }

  /**
   * People who shop at random.
   *
   * @param people how many, 1 to 200
   * @param confusingShare share of their stops at which they do something confusing, 0 to 1
   * @param store {@code corner}, {@code big}, {@code hall} or the path of a store file
   * @throws IllegalArgumentException on numbers out of range or a store that is not known
   */
  public static Scenario mix(int people, double confusingShare, String store) {
    return Library.mix(people, confusingShare, store);
  }
}
