package io.walkout.sim.scenario;

import io.walkout.ingest.storefile.YamlMap;
import io.walkout.sim.people.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one person of a script. */
final class PersonReader {
  private static final double LONGEST_SECONDS = 3600;

  /** What the bodies of the simulator can be. */
  private static final double SHORTEST_METRES = 0.8;

  private static final double TALLEST_METRES = 2.1;

  private final Set<String> people;
  private final StepReader steps;

  PersonReader(Set<String> facings, Set<String> people) {
    this.people = people;
    steps = new StepReader(facings, people);
  }

  PersonScript read(YamlMap map) {
    String name = map.text("name").orElse("");
    Traits.Kind kind =
        map.has("kind")
            ? map.choice("kind", Traits.Kind.class).orElse(Traits.Kind.ADULT)
            : Traits.Kind.ADULT;
    Amount start = map.has("start") ? Args.amount(map, "start", 0, LONGEST_SECONDS) : null;
    Amount height =
        map.has("height") ? Args.amount(map, "height", SHORTEST_METRES, TALLEST_METRES) : null;
    String credential = credential(map);
    String party = map.has("party") ? map.text("party").orElse("") : "";
    String looksLike = other(map, "looks-like", name);
    boolean pram = yes(map, "pram");
    boolean bag = yes(map, "bag");
    List<PersonScript.Visit> visits = new ArrayList<>();
    String behind = visits(map, name, visits);
    map.finish();
    return new PersonScript(
        name,
        map.line(),
        map.path(),
        kind,
        start,
        credential,
        party,
        behind,
        height,
        looksLike,
        pram,
        bag,
        visits);
  }

  /** Reads the visits; gives the name of whom the first one slips in behind. */
  private String visits(YamlMap map, String name, List<PersonScript.Visit> visits) {
    String behind = "";
    List<YamlMap> all = map.mapsOrWords("do");
    if (all.isEmpty()) {
      map.wrong(
          "do",
          map.isList("do") ? "an empty list" : "nothing",
          "a list of what " + (name.isEmpty() ? "they" : name) + " does");
    }
    List<Step> open = new ArrayList<>();
    int line = all.isEmpty() ? map.line("do") : all.getFirst().line();
    PersonScript.Visit now = new PersonScript.Visit(line, Amount.of(0), null, open);
    boolean inside = true;
    for (int i = 0; i < all.size(); i++) {
      YamlMap step = all.get(i);
      Optional<String> verb = StepReader.verbOf(step);
      if (verb.isEmpty()) {
        continue;
      }
      switch (verb.get()) {
        case "enter" -> {
          if (i > 0) {
            StepReader.misplaced(step, "enter", "it as the first step; 're-enter' comes later");
          }
          behind = enterBehind(step, name);
        }
        case "exit" -> {
          if (!inside) {
            StepReader.misplaced(step, "exit", "'re-enter' first: they have left before");
          }
          inside = false;
          visits.add(now);
        }
        case "re-enter" -> {
          if (inside) {
            StepReader.misplaced(step, "re-enter", "'exit' first: nobody is in two places at once");
          }
          inside = true;
          open = new ArrayList<>();
          now = reEnter(step, open);
        }
        default -> {
          if (!inside) {
            StepReader.misplaced(
                step, verb.get(), "'re-enter' before it: they left the shop a step before");
          }
          steps.read(step, verb.get(), name).ifPresent(open::add);
        }
      }
      step.finish();
    }
    if (inside) {
      visits.add(now);
    }
    return behind;
  }

  private String enterBehind(YamlMap step, String name) {
    if (!step.isMap("enter")) {
      return "";
    }
    YamlMap args = step.map("enter").orElseThrow();
    String behind = other(args, "behind", name);
    args.finish();
    return behind;
  }

  private PersonScript.Visit reEnter(YamlMap step, List<Step> steps) {
    Amount after = new Amount(5, 15);
    String credential = null;
    if (step.isMap("re-enter")) {
      YamlMap args = step.map("re-enter").orElseThrow();
      after = args.has("after") ? Args.amount(args, "after", 1, LONGEST_SECONDS) : after;
      credential = credential(args);
      args.finish();
    }
    return new PersonScript.Visit(step.line("re-enter"), after, credential, steps);
  }

  private static @Nullable String credential(YamlMap map) {
    if (!map.has("credential")) {
      return null;
    }
    String text = map.text("credential").orElse("none");
    return text.toLowerCase(Locale.ROOT).equals("none") ? "" : text;
  }

  /** The name of somebody else than whom it is said of. */
  private String other(YamlMap map, String key, String self) {
    if (!map.has(key)) {
      return "";
    }
    String name = map.text(key).orElse("");
    if (name.equals(self)) {
      map.wrong(key, Args.themselves(self), "another person");
    }
    if (!people.contains(name)) {
      map.wrong(key, "no person called '" + name + "'", "one of " + String.join(", ", people));
    }
    return name;
  }

  private static boolean yes(YamlMap map, String key) {
    if (!map.has(key)) {
      return false;
    }
    String text = map.text(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      map.wrong(key, "'" + text + "'", "true or false");
    }
    return text.equals("true");
  }
}
