package io.walkout.sim.scenario;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.ingest.storefile.Nearest;
import io.walkout.ingest.storefile.YamlMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a script asks of its facings. */
final class FacingRules {
  private static final List<String> HEIGHTS = List.of("lowest", "low", "middle", "high", "highest");

  private FacingRules() {}

  /**
   * Reads one.
   *
   * @param map all of them
   * @param name which one
   * @param before those read already: others can be named only before they are used
   */
  static FacingRule read(YamlMap map, String name, List<FacingRule> before) {
    int line = map.line(name);
    if (!map.isMap(name)) {
      String word = map.text(name).orElse("any");
      if (!word.equals("any")) {
        map.wrong(name, quote(word), "'any', or rules such as {height: lowest}");
      }
      return FacingRule.any(name, line);
    }
    YamlMap rule = map.map(name).orElseThrow();
    String nextTo = other(rule, "next-to", before);
    String sameMass = other(rule, "same-mass-as", before);
    String nearMass = other(rule, "nearly-same-mass-as", before);
    if (rule.has("next-door")) {
      String twin = sameMass == null ? nearMass : sameMass;
      if (twin == null) {
        rule.wrong("next-door", "nobody to be next to", "it beside same-mass-as");
      }
      if (rule.text("next-door").orElse("").equals("true")) {
        nextTo = twin;
      }
    }
    FacingRule read =
        new FacingRule(
            name,
            line,
            rule.has("product") ? rule.text("product").orElse("") : null,
            number(rule, "gondola"),
            number(rule, "shelf"),
            number(rule, "plate"),
            height(rule),
            nextTo,
            sameMass,
            nearMass,
            other(rule, "near", before),
            other(rule, "far-from", before),
            others(rule, "clear-of", before),
            holdsUnits(rule) ? null : other(rule, "holds", before),
            holdsUnits(rule) ? number(rule, "holds") : 0,
            rule.has("heavier-than") ? rule.number("heavier-than").orElse(0.0) : 0);
    rule.finish();
    return read;
  }

  /** {@code holds: 4} is a number of units, {@code holds: a} the product of another facing. */
  private static boolean holdsUnits(YamlMap rule) {
    return !rule.has("holds") || rule.text("holds").orElse("1").matches("[-+.0-9]+");
  }

  private static int number(YamlMap rule, String key) {
    return rule.has(key) ? rule.whole(key, 1, 1000).orElse(0) : 0;
  }

  private static @Nullable String height(YamlMap rule) {
    if (!rule.has("height")) {
      return null;
    }
    String height = rule.text("height").orElse("low");
    if (!HEIGHTS.contains(height)) {
      rule.wrong("height", quote(height), "one of " + String.join(", ", HEIGHTS));
    }
    return height;
  }

  private static List<String> others(YamlMap rule, String key, List<FacingRule> before) {
    List<String> names = before.stream().map(FacingRule::name).toList();
    List<String> named = rule.texts(key);
    for (String name : named) {
      if (!names.contains(name)) {
        rule.wrong(key, "no facing called " + quote(name) + " before it", "some of " + names);
      }
    }
    return named.stream().filter(names::contains).toList();
  }

  private static @Nullable String other(YamlMap rule, String key, List<FacingRule> before) {
    if (!rule.has(key)) {
      return null;
    }
    List<String> names = before.stream().map(FacingRule::name).toList();
    String name = rule.text(key).orElse("");
    if (!names.contains(name)) {
      rule.wrong(
          key,
          "no facing called " + quote(name) + " before it" + Nearest.hint(name, names),
          names.isEmpty() ? "a facing that is named above" : "one of " + String.join(", ", names));
      return null;
    }
    return name;
  }
}
