package io.walkout.sim.scenario;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.ingest.storefile.Findings;
import io.walkout.ingest.storefile.YamlMap;
import io.walkout.sim.fault.FaultRefused;
import io.walkout.sim.fault.Faults;
import io.walkout.sim.world.SimStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a scenario's file. Everything that is wrong with what is written there is reported at once;
 * what depends on the shop is found when the scenario is cast.
 */
public final class ScenarioReader {
  /** More people than any shop of ours holds. */
  private static final int MOST_PEOPLE = 200;

  private final Path file;
  private final Findings findings = new Findings();

  private ScenarioReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws ScenarioException with everything that is wrong with it
   */
  public static Scenario read(Path file) {
    ScenarioReader reader = new ScenarioReader(file);
    return reader.finish(YamlMap.read(file, reader.findings));
  }

  /** As {@link #read}, of a text; {@code label} names it in messages. */
  public static Scenario parse(String text, Path label) {
    ScenarioReader reader = new ScenarioReader(label);
    return reader.finish(YamlMap.parse(label, text, reader.findings));
  }

  private Scenario finish(Optional<YamlMap> root) {
    Optional<Scenario> scenario = root.map(this::scenario);
    if (findings.errorCount() > 0 || scenario.isEmpty()) {
      throw new ScenarioException(findings.errors(file));
    }
    return scenario.get();
  }

  private Scenario scenario(YamlMap root) {
    String name = root.text("name").orElse("");
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      root.wrong("name", quote(name), "lower-case letters, digits and hyphens");
    }
    String description = root.text("description").orElse("");
    List<String> tags = root.texts("tags");
    String store = root.has("store") ? root.text("store").orElse("corner") : "corner";
    Optional<Supplier<SimStore>> shop = Shops.find(store, file, root.line("store"));
    if (shop.isEmpty()) {
      root.wrong("store", quote(store), Shops.expected());
    }
    List<FacingRule> rules = facings(root);
    Set<String> named = new LinkedHashSet<>(rules.stream().map(FacingRule::name).toList());
    Map<String, Integer> stock = new LinkedHashMap<>();
    Map<String, Integer> stockLines = new LinkedHashMap<>();
    Map<String, Casting.TrueMass> masses = new LinkedHashMap<>();
    perFacing(root, "stock", named)
        .ifPresent(
            m -> {
              for (String facing : m.keys()) {
                m.whole(facing, 0, 1000).ifPresent(v -> stock.put(facing, v));
                stockLines.put(facing, m.line(facing));
              }
            });
    perFacing(root, "true-mass", named)
        .ifPresent(
            m -> {
              for (String facing : m.keys()) {
                m.number(facing)
                    .ifPresent(v -> masses.put(facing, new Casting.TrueMass(v, m.line(facing))));
              }
            });
    List<PersonScript> people = people(root, named);
    Optional<Mixture> mixture = root.map("random").map(MixtureReader::read);
    List<String> faults = faults(root, shop);
    if (people.isEmpty() && mixture.isEmpty() && !root.has("people")) {
      root.wrong("people", "nobody", "'people', or 'random'");
    }
    root.finish();
    Casting casting = new Casting(file, rules, stock, stockLines, masses, people, mixture);
    return new Scenario(
        name,
        description,
        tags,
        shop.orElse(
            () -> {
              throw new IllegalStateException(store);
            }),
        faults,
        casting);
  }

  /** What is wrong on purpose, each as the faults' own parser and this shop take it. */
  private static List<String> faults(YamlMap root, Optional<Supplier<SimStore>> shop) {
    List<String> faults = root.texts("faults");
    for (String fault : faults) {
      try {
        Faults parsed = Faults.parse(List.of(fault));
        shop.ifPresent(s -> parsed.in(s.get(), 0));
      } catch (FaultRefused e) {
        root.wrong("faults", quote(fault) + " (" + e.getMessage() + ")", "a fault that there is");
      }
    }
    return faults;
  }

  private Optional<YamlMap> perFacing(YamlMap root, String key, Set<String> named) {
    Optional<YamlMap> map = root.map(key);
    map.ifPresent(
        m -> {
          for (String name : m.keys()) {
            if (!named.contains(name)) {
              m.wrong(name, "no facing called " + quote(name), "one of " + named);
            }
          }
        });
    return map;
  }

  private static List<FacingRule> facings(YamlMap root) {
    List<FacingRule> rules = new ArrayList<>();
    root.map("facings")
        .ifPresent(
            map -> {
              for (String name : map.keys()) {
                rules.add(FacingRules.read(map, name, rules));
              }
            });
    return rules;
  }

  private List<PersonScript> people(YamlMap root, Set<String> facings) {
    List<YamlMap> maps = root.maps("people");
    if (maps.size() > MOST_PEOPLE) {
      root.wrong("people", maps.size() + " people", "at most " + MOST_PEOPLE);
      return List.of();
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (YamlMap map : maps) {
      String name = map.text("name").orElse("");
      Integer before = lines.putIfAbsent(name, map.line("name"));
      if (before != null) {
        map.wrong(
            "name",
            "a second script for " + name + " beside that of line " + before,
            "one script a person: nobody is in two places at once; 're-enter' begins another"
                + " visit");
      }
    }
    PersonReader reader = new PersonReader(facings, lines.keySet());
    return maps.stream().map(reader::read).toList();
  }
}
