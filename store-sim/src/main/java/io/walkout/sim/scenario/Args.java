package io.walkout.sim.scenario;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.ingest.storefile.Nearest;
import io.walkout.ingest.storefile.YamlMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The arguments of one step of a script: {@code verb: value}, where the value stands for the verb's
 * first argument, or {@code verb: {key: value, ...}}. Reports what is missing or wrong, and then
 * gives something harmless, so that reading goes on.
 */
final class Args {
  private final YamlMap step;
  private final YamlMap map;
  private final boolean isMap;
  private final String first;
  private final String verb;
  private final Set<String> facings;
  private final Set<String> people;
  private final String self;

  Args(
      YamlMap step,
      String verb,
      String first,
      Set<String> facings,
      Set<String> people,
      String self) {
    this.step = step;
    this.verb = verb;
    this.first = first;
    this.facings = facings;
    this.people = people;
    this.self = self;
    this.isMap = step.isMap(verb) && !isAmount(step, verb);
    this.map = isMap ? step.map(verb).orElse(step) : step;
  }

  /** {@code verb: {between: [1, 2]}} is a value, not arguments. */
  private static boolean isAmount(YamlMap step, String verb) {
    return step.map(verb).map(m -> m.keys().equals(List.of("between"))).orElse(false);
  }

  void finish() {
    if (isMap) {
      map.finish();
    }
  }

  boolean has(String key) {
    return isMap ? map.has(key) : key.equals(first) && step.has(verb);
  }

  private String key(String key) {
    return isMap ? key : verb;
  }

  void wrong(String key, String found, String expected) {
    map.wrong(key(key), found, expected);
  }

  private Optional<String> text(String key, String expected) {
    if (!has(key)) {
      step.wrong(verb, "no '" + key + "'", expected);
      return Optional.empty();
    }
    return map.text(key(key));
  }

  /** A facing's name. */
  String facing(String key) {
    return one(key, facings, "facing", "facings");
  }

  String facing(String key, String fallback) {
    return has(key) ? facing(key) : fallback;
  }

  /** A person's name. */
  String person(String key) {
    return one(key, people, "person", "people");
  }

  /** The name of somebody else than who does this. */
  String otherPerson(String key) {
    String name = person(key);
    if (!name.isEmpty() && name.equals(self)) {
      wrong(key, themselves(self), "another person");
    }
    return name;
  }

  /** What is found where somebody names themselves. */
  static String themselves(String self) {
    return quote(self) + ", which is that person themselves";
  }

  List<String> people(String key) {
    List<String> named = new ArrayList<>();
    for (String name : has(key) ? map.texts(key(key)) : List.<String>of()) {
      if (people.contains(name)) {
        named.add(name);
      } else {
        wrong(key, "no person called " + quote(name) + Nearest.hint(name, people), list(people));
      }
    }
    if (named.isEmpty()) {
      step.wrong(verb, "nobody", "one or more of " + list(people));
    }
    return named;
  }

  private String one(String key, Collection<String> known, String what, String section) {
    Optional<String> name = text(key, "a " + what + ": " + list(known));
    if (name.isPresent() && !known.contains(name.get())) {
      wrong(
          key,
          "no " + what + " called " + quote(name.get()) + Nearest.hint(name.get(), known),
          known.isEmpty() ? "a name from '" + section + "'" : list(known));
    }
    return name.orElse("");
  }

  private static String list(Collection<String> known) {
    return known.isEmpty() ? "none are named" : "one of " + String.join(", ", known);
  }

  /** A word. */
  String word(String key, String expected) {
    return text(key, expected).orElse("");
  }

  String word(String key, List<String> known, String fallback) {
    if (!has(key)) {
      return fallback;
    }
    String word = map.text(key(key)).orElse(fallback);
    if (!known.contains(word)) {
      wrong(key, quote(word) + Nearest.hint(word, known), "one of " + String.join(", ", known));
      return fallback;
    }
    return word;
  }

  boolean yes(String key, boolean fallback) {
    return word(key, List.of("true", "false"), fallback ? "true" : "false").equals("true");
  }

  /** A place on the floor. */
  Optional<double[]> place(String key) {
    return map.isList(key(key)) ? map.numbers(key(key), 2) : Optional.empty();
  }

  boolean isPlace(String key) {
    return map.isList(key(key));
  }

  Amount amount(String key, double low, double high, double least, double most) {
    return has(key) ? amount(map, key(key), least, most) : new Amount(low, high);
  }

  Amount needed(String key, double least, double most) {
    if (!has(key)) {
      step.wrong(verb, "no '" + key + "'", "a number, or {between: [least, most]}");
      return Amount.of(least);
    }
    return amount(map, key(key), least, most);
  }

  int whole(String key, int fallback, int least, int most) {
    return has(key) ? map.whole(key(key), least, most).orElse(least) : fallback;
  }

  /** A number or {@code {between: [a, b]}} under a key of a map; reported if out of range. */
  static Amount amount(YamlMap map, String key, double least, double most) {
    Amount amount = Amount.of(least);
    if (map.isMap(key)) {
      YamlMap inner = map.map(key).orElseThrow();
      double[] range = inner.numbers("between", 2).orElse(new double[] {least, least});
      inner.finish();
      amount = new Amount(range[0], range[1]);
    } else {
      OptionalDouble number =
          map.number(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
      amount = Amount.of(number.orElse(least));
    }
    if (!(amount.low() >= least && amount.high() <= most && amount.low() <= amount.high())) {
      map.wrong(
          key,
          amount.low() == amount.high() ? "" + amount.low() : amount.low() + " to " + amount.high(),
          "from " + least + " to " + most + (map.isMap(key) ? ", the lesser one first" : ""));
      return Amount.of(least);
    }
    return amount;
  }
}
