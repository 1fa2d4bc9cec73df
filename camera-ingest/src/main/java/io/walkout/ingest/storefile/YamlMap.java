package io.walkout.ingest.storefile;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file, read key by key. Every value that is missing or of the wrong kind is
 * reported with its line and comes back empty, so that reading can go on to the next one.
 */
public final class YamlMap {
  /** Chosen: more of anything than a store has; pairs of them are compared. */
  static final int MAX_ELEMENTS = 2000;

  private final Path file;
  private final Findings findings;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * The root of a YAML text.
   *
   * @param file its name in messages
   * @param findings gets every problem
   * @return empty, after reporting why, if it is no YAML that can be read
   */
  public static Optional<YamlMap> parse(Path file, String text, Findings findings) {
    return YamlTree.parse(file, text, findings).map(node -> new YamlMap(file, findings, "", node));
  }

  /** As {@link #parse}, of a file of at most 16 MiB. */
  public static Optional<YamlMap> read(Path file, Findings findings) {
    return YamlTree.read(file, findings).map(node -> new YamlMap(file, findings, "", node));
  }

  private YamlMap(Path file, Findings findings, String path, ScalarNode word) {
    this.file = file;
    this.findings = findings;
    this.path = path;
    this.line = YamlTree.line(word);
    values.put(word.getValue(), new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN));
    keyLines.put(word.getValue(), line);
  }

  YamlMap(Path file, Findings findings, String path, Node node) {
    this.file = file;
    this.findings = findings;
    this.path = path;
    this.line = YamlTree.line(node);
    if (!(node instanceof MappingNode mapping)) {
      wrongAt(line, path, kindOf(node), "a mapping of keys to values");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      String name = key instanceof ScalarNode s ? s.getValue() : kindOf(key);
      keyLines.put(name, YamlTree.line(key));
      if (values.put(name, tuple.getValueNode()) != null) {
        wrongAt(YamlTree.line(key), join(name), "the key a second time", "each key once");
      }
    }
  }

  /** Reports the keys nobody asked for. Call last. */
  public void finish() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        wrongAt(
            line(key),
            join(key),
            "an unknown key" + Nearest.hint(key, known),
            "one of " + String.join(", ", known));
      }
    }
  }

  /** Whether a key is there and not null; from now on it is known. */
  public boolean has(String key) {
    known.add(key);
    return values.containsKey(key) && !isNull(values.get(key));
  }

  /** The line it begins on, from 1. */
  public int line() {
    return line;
  }

  /** The line a key is on; the map's own if it is absent. */
  public int line(String key) {
    return keyLines.getOrDefault(key, line);
  }

  /** The keys that lead here, with dots between; empty at the root. */
  public String path() {
    return path;
  }

  /** Reports what is wrong with the value of a key. */
  public void wrong(String key, String found, String expected) {
    wrongAt(line(key), join(key), found, expected);
  }

  void odd(String key, String found, String expected) {
    findings.warning(file, line(key), join(key), found, expected);
  }

  /** A text that is not blank; reported if missing. */
  public Optional<String> text(String key) {
    Optional<Node> node = take(key, "text");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get() instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      wrong(key, kindOf(node.get()), "text");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** A finite number; reported if missing. */
  public Optional<Double> number(String key) {
    return take(key, "a number").flatMap(n -> number(n, join(key)));
  }

  /** A finite number, {@code fallback} if the key is absent. */
  public Optional<Double> number(String key, double fallback) {
    return has(key) ? number(key) : Optional.of(fallback);
  }

  /** A whole number of at least {@code least}; reported if missing. */
  public Optional<Integer> whole(String key, int least, int most) {
    Optional<Double> value = number(key);
    if (value.isPresent()
        && !(value.get() == Math.rint(value.get())
            && value.get() >= least
            && value.get() <= most)) {
      wrong(key, Decimal.print(value.get()), "a whole number from " + least + " to " + most);
      return Optional.empty();
    }
    return value.map(Double::intValue);
  }

  /** A list of so many numbers; reported if missing. Lists within the list are joined. */
  public Optional<double[]> numbers(String key, int... counts) {
    String expected = String.join(" or ", Arrays.stream(counts).mapToObj(c -> c + "").toList());
    Optional<Node> node = take(key, "a list of " + expected + " numbers");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    List<Double> all = new ArrayList<>();
    if (!flatten(node.get(), join(key), all)) {
      return Optional.empty();
    }
    if (Arrays.stream(counts).noneMatch(c -> c == all.size())) {
      wrong(key, all.size() + " numbers", "a list of " + expected + " numbers");
      return Optional.empty();
    }
    return Optional.of(all.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Three numbers; reported if missing. */
  Optional<Vec3> vector(String key) {
    return numbers(key, 3).map(v -> new Vec3(v[0], v[1], v[2]));
  }

  /** A polygon that doesn't cross itself; reported if missing. */
  Optional<FloorPolygon> polygon(String key) {
    Optional<Node> node = take(key, "a list of corners [x, y]");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    return Polygons.read(this, key, nodes(node.get(), key));
  }

  /** One of an enum's names, in any case; reported if missing. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    Optional<String> text = text(key);
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (text.isPresent() && !names.contains(text.get().toUpperCase(Locale.ROOT))) {
      wrong(key, quote(text.get()), "one of " + String.join(", ", names));
      return Optional.empty();
    }
    return text.map(t -> Enum.valueOf(type, t.toUpperCase(Locale.ROOT)));
  }

  /** The mapping under a key, if it is there. */
  public Optional<YamlMap> map(String key) {
    return has(key)
        ? take(key, "a mapping").map(n -> new YamlMap(file, findings, join(key), n))
        : Optional.empty();
  }

  /** The mappings of a list; none if the key is absent. */
  public List<YamlMap> maps(String key) {
    if (!has(key)) {
      return List.of();
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node node : take(key, "a list").map(n -> nodes(n, key)).orElse(List.of())) {
      maps.add(new YamlMap(file, findings, join(key) + "[" + maps.size() + "]", node));
    }
    return maps;
  }

  /** The keys that are there, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Whether a key holds a mapping. */
  public boolean isMap(String key) {
    return has(key) && values.get(key) instanceof MappingNode;
  }

  /**
   * The elements of a list, each as a mapping: a text that stands alone is a mapping of that one
   * key to nothing.
   */
  public List<YamlMap> mapsOrWords(String key) {
    if (!has(key)) {
      return List.of();
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node node : take(key, "a list").map(n -> nodes(n, key)).orElse(List.of())) {
      String at = join(key) + "[" + maps.size() + "]";
      maps.add(
          node instanceof ScalarNode word
              ? new YamlMap(file, findings, at, word)
              : new YamlMap(file, findings, at, node));
    }
    return maps;
  }

  /** The texts of a list; a text that stands alone is a list of one. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (has(key) && !isList(key)) {
      text(key).ifPresent(texts::add);
      return texts;
    }
    if (!has(key)) {
      return texts;
    }
    for (Node node : take(key, "a list").map(n -> nodes(n, key)).orElse(List.of())) {
      if (isNull(node)) {
        wrong(key, "nothing as an element", "text");
      } else if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue());
      } else {
        wrong(key, kindOf(node), node instanceof ScalarNode ? "text that is not blank" : "text");
      }
    }
    return texts;
  }

  /** Whether a key holds a list. */
  public boolean isList(String key) {
    return has(key) && values.get(key) instanceof SequenceNode;
  }

  /** The numbers of one element of a list. */
  Optional<double[]> numbersOf(Node node, String field, int count) {
    List<Double> all = new ArrayList<>();
    if (!flatten(node, field, all)) {
      return Optional.empty();
    }
    if (all.size() != count) {
      wrongAt(YamlTree.line(node), field, all.size() + " numbers", count + " numbers");
      return Optional.empty();
    }
    return Optional.of(all.stream().mapToDouble(Double::doubleValue).toArray());
  }

  String join(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private List<Node> nodes(Node node, String key) {
    if (node instanceof SequenceNode sequence && sequence.getValue().size() <= MAX_ELEMENTS) {
      return sequence.getValue();
    }
    wrong(key, kindOf(node), "a list of at most " + MAX_ELEMENTS);
    return List.of();
  }

  private boolean flatten(Node node, String field, List<Double> into) {
    if (node instanceof SequenceNode sequence) {
      boolean good = true;
      for (Node element : sequence.getValue()) {
        good &= flatten(element, field, into);
      }
      return good;
    }
    Optional<Double> value = number(node, field);
    value.ifPresent(into::add);
    return value.isPresent();
  }

  private Optional<Double> number(Node node, String field) {
    if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
      var value = Decimal.parse(scalar.getValue());
      if (value.isPresent()) {
        return Optional.of(value.getAsDouble());
      }
    }
    wrongAt(YamlTree.line(node), field, kindOf(node), "a finite number such as 1.25");
    return Optional.empty();
  }

  private Optional<Node> take(String key, String expected) {
    if (!has(key)) {
      wrong(key, "nothing", expected);
      return Optional.empty();
    }
    return Optional.ofNullable(values.get(key));
  }

  private void wrongAt(int at, String field, String found, String expected) {
    findings.error(file, at, field, found, expected);
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  private static String kindOf(Node node) {
    return switch (node) {
      case MappingNode m -> "a mapping of " + m.getValue().size() + " keys";
      case SequenceNode s -> "a list of " + s.getValue().size();
      case ScalarNode s when s.getScalarStyle() != ScalarStyle.PLAIN ->
          "the text " + quote(s.getValue());
      case ScalarNode s -> quote(s.getValue());
      default -> "something else";
    };
  }
}
