package io.walkout.ingest.storefile;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Policy;
import io.walkout.store.ReviewThreshold;
import io.walkout.store.Zone;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the store file itself: everything but the catalogue and the planogram it names. */
final class StoreYamlReader {
  /**
   * What the store file says; a part is empty where it has errors.
   *
   * @param layout empty if any part of it has errors
   * @param catalogueFile where the catalogue lies, if it says so
   * @param planogramFile where the planogram lies, if it says so
   */
  record Parts(
      Optional<String> name,
      Optional<ZoneId> zone,
      Optional<Currency> currency,
      Optional<Layout> layout,
      Optional<Policy> policy,
      Optional<Path> catalogueFile,
      Optional<Path> planogramFile) {}

  private final Path file;
  private final YamlMap root;
  private final Findings findings;

  StoreYamlReader(Path file, YamlMap root, Findings findings) {
    this.file = file;
    this.root = root;
    this.findings = findings;
  }

  /** Reads every part, reporting what is wrong with each. */
  Parts read() {
    Optional<String> name = root.text("name");
    Optional<ZoneId> zone = zone();
    Optional<Currency> currency = currency();
    units();
    Optional<Layout> layout = layout();
    Optional<Policy> policy = policy();
    Parts parts =
        new Parts(name, zone, currency, layout, policy, sibling("catalogue"), sibling("planogram"));
    root.finish();
    return parts;
  }

  private Optional<ZoneId> zone() {
    Optional<String> text = root.text("timezone");
    try {
      return text.map(ZoneId::of);
    } catch (DateTimeException e) {
      String id = text.orElseThrow();
      root.wrong(
          "timezone",
          quote(id) + Nearest.hint(id, new TreeSet<>(ZoneId.getAvailableZoneIds())),
          "a time zone such as Europe/Berlin");
      return Optional.empty();
    }
  }

  private Optional<Currency> currency() {
    Optional<String> text = root.text("currency");
    try {
      Optional<Currency> currency = text.map(Currency::getInstance);
      if (currency.isPresent() && currency.get().getDefaultFractionDigits() >= 0) {
        return currency;
      }
      if (currency.isPresent()) {
        root.wrong("currency", quote(text.orElse("")), "a currency that shops use");
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      root.wrong("currency", quote(text.orElse("")), "an ISO 4217 code such as EUR");
      return Optional.empty();
    }
  }

  private void units() {
    Optional<String> text = root.text("units");
    if (text.isPresent() && !text.get().equals("metres")) {
      String factor =
          switch (text.get().toLowerCase(Locale.ROOT)) {
            case "inches", "inch", "in" -> ": multiply every length by 0.0254";
            case "feet", "foot", "ft" -> ": multiply every length by 0.3048";
            case "centimetres", "centimeters", "cm" -> ": multiply every length by 0.01";
            case "millimetres", "millimeters", "mm" -> ": multiply every length by 0.001";
            case "meters", "m" -> " (this spelling)";
            default -> "";
          };
      root.wrong("units", quote(text.get()), "metres" + factor);
    }
  }

  private Optional<Layout> layout() {
    int before = findings.errorCount();
    Optional<FloorPolygon> floor = root.polygon("floor");
    List<Gondola> gondolas = new ArrayList<>();
    List<YamlMap> gondolaMaps = root.maps("gondolas");
    for (YamlMap map : gondolaMaps) {
      FixtureReader.gondola(map).ifPresent(gondolas::add);
    }
    List<YamlMap> cameraMaps = root.maps("cameras");
    List<Camera> cameras = all(cameraMaps, CameraReader::camera);
    List<YamlMap> doorMaps = root.maps("doors");
    List<Door> doors = all(doorMaps, StoreYamlReader::door);
    List<YamlMap> zoneMaps = root.maps("zones");
    List<Zone> zones = all(zoneMaps, StoreYamlReader::zone);
    onceEach(gondolaMaps, gondolas, "number", Gondola::number);
    onceEach(cameraMaps, cameras, "id", Camera::id);
    onceEach(doorMaps, doors, "id", Door::id);
    onceEach(zoneMaps, zones, "name", Zone::name);
    if (floor.isEmpty() || findings.errorCount() > before) {
      return Optional.empty();
    }
    Layout layout = new Layout(floor.get(), gondolas, cameras, doors, zones);
    new LayoutChecks(root, gondolaMaps, cameraMaps, doorMaps).check(layout);
    return Optional.of(layout);
  }

  private static <T> List<T> all(List<YamlMap> maps, Function<YamlMap, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    for (YamlMap map : maps) {
      read.apply(map).ifPresent(all::add);
    }
    return all;
  }

  /** Only where every element could be read is it known which line a value comes from. */
  private static <T> void onceEach(
      List<YamlMap> maps, List<T> values, String key, Function<T, Object> name) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < values.size() && maps.size() == values.size(); i++) {
      Object value = name.apply(values.get(i));
      if (!seen.add(value)) {
        maps.get(i).wrong(key, quote(value.toString()) + " again", "each " + key + " once");
      }
    }
  }

  private static Optional<Door> door(YamlMap map) {
    Optional<String> id = map.text("id");
    Optional<Door.Use> use = map.choice("use", Door.Use.class);
    Optional<FloorSegment> threshold = Optional.empty();
    if (map.has("threshold")) {
      YamlMap line = map.map("threshold").orElseThrow();
      Optional<double[]> from = line.numbers("from", 2);
      Optional<double[]> to = line.numbers("to", 2);
      line.finish();
      if (from.isPresent() && to.isPresent()) {
        threshold =
            Optional.of(
                new FloorSegment(
                    new FloorPoint(from.get()[0], from.get()[1]),
                    new FloorPoint(to.get()[0], to.get()[1])));
      }
    } else {
      map.wrong("threshold", "nothing", "a line {from: [x, y], to: [x, y]}");
    }
    map.finish();
    if (id.isEmpty() || use.isEmpty() || threshold.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Door(new DoorId(id.get()), use.get(), threshold.get()));
  }

  private static Optional<Zone> zone(YamlMap map) {
    Optional<String> name = map.text("name");
    Optional<Zone.Kind> kind = map.choice("kind", Zone.Kind.class);
    Optional<FloorPolygon> area = map.polygon("area");
    map.finish();
    if (name.isEmpty() || kind.isEmpty() || area.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Zone(name.get(), kind.get(), area.get()));
  }

  private Optional<Policy> policy() {
    if (!root.has("policy")) {
      return Optional.of(Policy.DEFAULT);
    }
    YamlMap map = root.map("policy").orElseThrow();
    Optional<ReviewThreshold> reviewBelow = ThresholdYaml.read(map);
    Optional<Long> lateness = nanos(map, "maxLatenessSeconds", Policy.DEFAULT.maxLatenessNanos());
    Optional<Long> silent = nanos(map, "silentAfterSeconds", Policy.DEFAULT.silentAfterNanos());
    Optional<Policy.HandOver> handOver =
        map.has("handOver")
            ? map.choice("handOver", Policy.HandOver.class)
            : Optional.of(Policy.DEFAULT.handOver());
    List<String> staff = staff(map);
    map.finish();
    if (reviewBelow.isEmpty() || lateness.isEmpty() || silent.isEmpty() || handOver.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(reviewBelow.get(), lateness.get(), silent.get(), handOver.get(), staff));
  }

  /** What is wrong is told without a credential: they are never logged. */
  private static List<String> staff(YamlMap map) {
    String key = "staffCredentials";
    if (map.has(key) && !map.isList(key)) {
      map.wrong(key, "no list", "a list of credentials such as [staff-7f3a]");
      return List.of();
    }
    List<String> staff = map.texts(key);
    if (new HashSet<>(staff).size() < staff.size()) {
      map.wrong(key, "a credential a second time", "each credential once");
    }
    return staff;
  }

  private static Optional<Long> nanos(YamlMap map, String key, long fallback) {
    if (!map.has(key)) {
      return Optional.of(fallback);
    }
    if (map.number(key).isEmpty()) {
      return Optional.empty();
    }
    String text = map.text(key).orElse("");
    try {
      long nanos = new BigDecimal(text).movePointRight(9).longValueExact();
      if (nanos > 0) {
        return Optional.of(nanos);
      }
    } catch (ArithmeticException e) {
      // More than nine decimals, or longer than 292 years: said below.
    }
    map.wrong(key, quote(text), "seconds above 0 and below " + Long.MAX_VALUE / EventTime.SECOND);
    return Optional.empty();
  }

  private Optional<Path> sibling(String key) {
    Optional<String> text = root.text(key);
    try {
      return text.map(t -> file.resolveSibling(t));
    } catch (java.nio.file.InvalidPathException e) {
      root.wrong(key, quote(text.orElse("")), "the name of a CSV file");
      return Optional.empty();
    }
  }
}
