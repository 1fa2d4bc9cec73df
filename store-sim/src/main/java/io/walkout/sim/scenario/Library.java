package io.walkout.sim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The scenarios that come with the simulator, each a file beside this module's classes. */
public final class Library {
  private static final String FOLDER = "/io/walkout/sim/scenarios/";

  /** Names the files, in the order to show them: a folder in a jar can't be listed. */
  private static final String INDEX = "index.txt";

  private static final int MOST_PEOPLE = 200;

  /** Mean seconds between two people of a mixture: so that some eight are in the shop at once. */
  private static final double MIX_EVERY_SECONDS = 6;

  private static final Map<String, Scenario> ALL = load();

  private Library() {}

  private static Map<String, Scenario> load() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    for (String name : text(INDEX).lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String file = name + ".yaml";
      Scenario scenario = ScenarioReader.parse(text(file), Path.of(file));
      if (!scenario.name().equals(name) || all.put(name, scenario) != null) {
        throw new IllegalStateException(
            file + " is called " + scenario.name() + ", or listed twice");
      }
    }
    return all;
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Library.class.getResourceAsStream(FOLDER + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The names, in the order to show them. */
  public static List<String> names() {
    return new ArrayList<>(ALL.keySet());
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException on a name that is none; the message lists those that are
   */
  public static Scenario find(String name) {
    Scenario found = ALL.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no scenario '" + name + "'; there are " + String.join(", ", ALL.keySet()));
    }
    return found;
  }

  /** A mixture of people who shop at random; see {@code Scenarios.mix}. */
  public static Scenario mix(int people, double confusingShare, String store) {
    if (people < 1 || people > MOST_PEOPLE || !(confusingShare >= 0 && confusingShare <= 1)) {
      throw new IllegalArgumentException(
          "a mixture has 1 to "
              + MOST_PEOPLE
              + " people and a share from 0 to 1 of confusing actions, not "
              + people
              + " and "
              + confusingShare);
    }
    Mixture mixture =
        new Mixture(
            Amount.of(people),
            MIX_EVERY_SECONDS,
            Mixture.STOPS,
            confusingShare,
            List.of(Confusion.values()));
    return new Scenario(
        String.format(Locale.ROOT, "mix-%d-%.0f", people, 100 * confusingShare),
        people + " people shop at random",
        List.of("mixture"),
        Shops.find(store, Path.of("."), 0)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no store '" + store + "'; expected " + Shops.expected())),
        List.of(),
        (shop, dice) -> new Play(mixture.plans(shop, dice, 0, 1)));
  }
}
