package io.walkout.bench.scorecard;

import io.walkout.node.report.TextFile;
import io.walkout.node.report.UserError;
import io.walkout.sim.fault.FaultRefused;
import io.walkout.sim.scenario.Behaviours;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a suite: one of those built in, or a user's file. The language is described in
 * docs/using/scorecard.md. Every refusal names file, line and field.
 */
final class SuiteFile {
  /** The suite whose scripts are no part of the program. */
  static final String BEHAVIOURS = "behaviours";

  /** The suites that come with the program. */
  static final List<String> BUILT_IN =
      List.of("ci", "full", "pictures", "mixtures", "faults", BEHAVIOURS);

  static final int MOST_SEEDS = 1000;
  private static final long MOST_SEED = 1L << 40;
  private static final List<String> ROOT_KEYS =
      List.of("suite", "description", "seeds", "first-seed", "level", "store", "rows");
  private static final List<String> ROW_KEYS =
      List.of(
          "scenarios",
          "except",
          "faults",
          "autocheckout",
          "seeds",
          "first-seed",
          "level",
          "store",
          "behaviours");

  private final String file;
  private final @Nullable Path folder;

  private SuiteFile(String file, @Nullable Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Reads a suite by its name or its path.
   *
   * @throws UserError if there is none, or it can't be used
   * @throws SuiteAbsent if it is built in and what it plays is not on this machine
   */
  static SuitePlan read(String nameOrPath) throws IOException {
    if (BUILT_IN.contains(nameOrPath)) {
      return builtIn(nameOrPath);
    }
    Path path = Path.of(nameOrPath);
    if (!Files.isRegularFile(path)) {
      throw new UserError(
          "--suite: there is no suite and no file '"
              + nameOrPath
              + "'; built in are "
              + String.join(", ", BUILT_IN));
    }
    String fileName = String.valueOf(path.getFileName());
    return parse(
        path.toString(),
        folderOf(path),
        fileName.replaceFirst("\\.ya?ml$", ""),
        TextFile.read(path, "a suite"));
  }

  /** The folder of a file, relative to the working directory wherever it lies beneath that. */
  private static @Nullable Path folderOf(Path file) {
    Path here = Path.of("").toAbsolutePath().normalize();
    Path whole = file.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : file.normalize()).getParent();
  }

  private static SuitePlan builtIn(String name) throws IOException {
    try (InputStream in = SuiteFile.class.getResourceAsStream(name + ".yaml")) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      Path folder = name.equals(BEHAVIOURS) ? behaviours() : null;
      return parse("suite " + name, folder, name, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static Path behaviours() {
    return BehaviourFiles.sharedFolder()
        .orElseThrow(
            () ->
                new SuiteAbsent(
                    "suite "
                        + BEHAVIOURS
                        + " skipped: no "
                        + BehaviourFiles.SHARED
                        + " above the working directory (or in WALKOUT_SHARED)"));
  }

  /** Reads a suite from text; {@code folder} is what the paths in it are relative to. */
  static SuitePlan parse(String file, @Nullable Path folder, String name, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
    try {
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> new UserError(file + ": is empty; expected a suite"));
      return new SuiteFile(file, folder).suite(name, root);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new UserError(file + ", line " + line + ": broken YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      String why = String.valueOf(e.getMessage()).replace('\n', ' ');
      throw new UserError(file + ": broken YAML: " + why, e);
    }
  }

  private SuitePlan suite(String name, Node node) {
    SuiteFields root = new SuiteFields(file, node, ROOT_KEYS);
    Defaults defaults = defaults(root, new Defaults(1, 1, Level.SENSOR, null));
    List<SuitePlan.Seeded> rows = new ArrayList<>();
    Set<SuiteCase> seen = new LinkedHashSet<>();
    for (Node row : root.list("rows")) {
      for (SuitePlan.Seeded seeded : rows(row, defaults)) {
        for (int s = 0; s < seeded.seeds(); s++) {
          if (!seen.add(new SuiteCase(seeded.row(), seeded.firstSeed() + s))) {
            throw SuiteFields.refusal(
                file,
                row,
                "'" + seeded.row().label() + "' is in the suite already, with the same seed");
          }
          if (seen.size() > Suite.MOST_CASES) {
            throw SuiteFields.refusal(
                file, row, "expected at most " + Suite.MOST_CASES + " cases in all");
          }
        }
        rows.add(seeded);
      }
    }
    return new SuitePlan(
        Objects.requireNonNull(root.text("suite", name)),
        Objects.requireNonNull(root.text("description", "")),
        folder,
        rows);
  }

  /** What a row has unless it says otherwise. */
  private record Defaults(int seeds, long firstSeed, Level level, @Nullable String store) {}

  private Defaults defaults(SuiteFields fields, Defaults above) {
    String store = fields.text("store", null);
    return new Defaults(
        (int) fields.whole("seeds", 1, MOST_SEEDS, above.seeds()),
        fields.whole("first-seed", 0, MOST_SEED, above.firstSeed()),
        level(fields, above.level()),
        store == null ? above.store() : store(fields, store));
  }

  private List<SuitePlan.Seeded> rows(Node node, Defaults above) {
    SuiteFields fields = new SuiteFields(file, node, ROW_KEYS);
    Defaults own = defaults(fields, above);
    String notes = fields.text("behaviours", null);
    Naming naming = notes == null ? word -> Library.named(word, folder) : lists(fields, own, notes);
    Map<String, ScalarNode> scenarios = scenarios(fields, "scenarios", naming);
    if (scenarios.isEmpty()) {
      throw SuiteFields.refusal(file, node, "scenarios is missing; expected names, tags or all");
    }
    scenarios.keySet().removeAll(scenarios(fields, "except", naming).keySet());
    List<Variant> variants = variants(fields, own);
    List<SuitePlan.Seeded> rows = new ArrayList<>();
    scenarios.forEach(
        (scenario, at) -> {
          for (Variant v : variants) {
            Row row =
                new Row(scenario, own.level(), v.faults(), v.autocheckout(), own.store(), notes);
            check(new SuiteCase(row, own.firstSeed()), at, v.at());
            rows.add(new SuitePlan.Seeded(row, own.firstSeed(), own.seeds()));
          }
        });
    return rows;
  }

  /** What a scenario is run with, and where the file says so. */
  private record Variant(List<String> faults, @Nullable String autocheckout, @Nullable Node at) {}

  private List<Variant> variants(SuiteFields fields, Defaults own) {
    List<Variant> variants = new ArrayList<>();
    for (ScalarNode text : fields.texts("faults")) {
      variants.add(new Variant(checked(text, () -> faults(text.getValue())), null, text));
    }
    boolean plain = variants.isEmpty() && own.level() == Level.SENSOR && own.store() == null;
    for (ScalarNode text : fields.texts("autocheckout")) {
      if (!plain) {
        throw fields.refusal(
            "autocheckout",
            "such a case has no faults, no pictures and no store of its own; make it a row of its"
                + " own");
      }
      checked(text, () -> Quirks.parse(text.getValue()));
      variants.add(new Variant(List.of(), text.getValue(), text));
    }
    return variants.isEmpty() ? List.of(new Variant(List.of(), null, null)) : variants;
  }

  /**
   * Goes through a row's first seed in thought; what can't be is refused with the line it is on.
   */
  private void check(SuiteCase which, Node scenario, @Nullable Node fault) {
    try {
      DryRun.of(which, folder);
    } catch (FaultRefused e) {
      throw refusal(fault == null ? scenario : fault, e);
    } catch (IllegalArgumentException e) {
      throw refusal(scenario, e);
    }
  }

  /** What the words of a row stand for. */
  private interface Naming {
    List<String> named(String word);
  }

  private Naming lists(SuiteFields fields, Defaults own, String notes) {
    if (own.store() == null) {
      throw fields.refusal("behaviours", "expected a store too: the shop of those people");
    }
    try {
      Behaviours behaviours = BehaviourFiles.read(notes, folder);
      return word -> BehaviourFiles.named(word, behaviours);
    } catch (IllegalArgumentException e) {
      throw fields.refusal("behaviours", String.valueOf(e.getMessage()).replace("\n", "; "));
    }
  }

  private Map<String, ScalarNode> scenarios(SuiteFields fields, String key, Naming naming) {
    Map<String, ScalarNode> names = new LinkedHashMap<>();
    for (ScalarNode text : fields.texts(key)) {
      checked(text, () -> naming.named(text.getValue()))
          .forEach(name -> names.putIfAbsent(name, text));
    }
    return names;
  }

  /** Several faults at once are joined by +; {@code none} is a sound shop. */
  static List<String> faults(String text) {
    if (text.equals("none")) {
      return List.of();
    }
    List<String> faults = Arrays.stream(text.split("\\+", -1)).map(String::strip).toList();
    faults.forEach(Library::checkFault);
    return faults;
  }

  private Level level(SuiteFields fields, Level otherwise) {
    String word = fields.text("level", otherwise.word());
    for (Level level : Level.values()) {
      if (level.word().equals(String.valueOf(word).toLowerCase(Locale.ROOT))) {
        return level;
      }
    }
    throw fields.refusal("level", "expected sensor or picture, found '" + word + "'");
  }

  private String store(SuiteFields fields, String store) {
    try {
      return Library.store(store, folder);
    } catch (IllegalArgumentException e) {
      throw fields.refusal("store", String.valueOf(e.getMessage()));
    }
  }

  private interface Read<T> {
    T read();
  }

  private <T> T checked(Node at, Read<T> read) {
    try {
      return read.read();
    } catch (IllegalArgumentException e) {
      throw refusal(at, e);
    }
  }

  private UserError refusal(Node at, IllegalArgumentException why) {
    return SuiteFields.refusal(file, at, String.valueOf(why.getMessage()).replace("\n", "; "));
  }
}
