package io.walkout.sim.scenario;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.ingest.storefile.Nearest;
import io.walkout.ingest.storefile.YamlMap;
import io.walkout.sim.people.Intent;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a script: one verb each. */
final class StepReader {
  private static final double LONGEST_SECONDS = 3600;
  private static final int MOST_UNITS = 40;

  /** The heaviest bag that anyone sets on a shelf. */
  private static final double HEAVIEST_GRAMS = 15_000;

  /** Hands keep a moment to one step of the simulation. */
  private static final double STEP_SECONDS = 1 / 60.0;

  private static final List<String> HANDS = List.of("left", "right", "either");

  /** Reads the arguments of one verb. */
  private interface Verb {
    Step.Deed read(Args args);
  }

  private record Entry(String first, Verb verb) {}

  private static final Map<String, Entry> VERBS = new LinkedHashMap<>();

  private static void verb(String name, String first, Verb verb) {
    VERBS.put(name, new Entry(first, verb));
  }

  static {
    verb("walk", "to", StepReader::walk);
    verb("look", "at", a -> facingFor(a, 1, 3, Intent.Look::new));
    verb("take", "from", StepReader::take);
    verb("take-stray", "from", a -> at(a.facing("from"), Intent.TakeStray::new));
    verb("reach-across", "person", StepReader::reachAcross);
    verb("put-back", "what", StepReader::putBack);
    verb("hold", "seconds", StepReader::pause);
    verb("wait", "seconds", StepReader::pause);
    verb("wait-until", "seconds", StepReader::until);
    verb("wait-for", "person", StepReader::waitFor);
    verb("together", "with", StepReader::together);
    verb("mark", "name", StepReader::mark);
    verb("swap-hands", "", a -> (c, d) -> List.of(new Intent.SwapHands()));
    verb("hand-over", "what", StepReader::handOver);
    verb("receive", "from", StepReader::receive);
    verb("pocket", "what", a -> at(a.facing("what"), Intent.Pocket::new));
    verb("touch", "at", a -> facingFor(a, 0.4, 1.5, Intent.Touch::new));
    verb("lean", "at", a -> facingFor(a, 1, 3, Intent.Lean::new));
    verb("crouch", "at", a -> facingFor(a, 2, 5, Intent.Crouch::new));
    verb("set-bag", "on", StepReader::setBag);
    verb("fetch-bag", "", a -> (c, d) -> List.of(new Intent.FetchBag()));
    verb("follow", "person", StepReader::follow);
    verb("restock", "on", StepReader::restock);
    verb("leave-without-buying", "", a -> (c, d) -> List.of(new Intent.PutAllBack()));
  }

  /** What begins and ends a visit; read by {@link PersonReader}. */
  static final List<String> DOORS = List.of("enter", "exit", "re-enter");

  private final Set<String> facings;
  private final Set<String> people;

  StepReader(Set<String> facings, Set<String> people) {
    this.facings = facings;
    this.people = people;
  }

  /** The verbs of the language, doors included. */
  static List<String> verbs() {
    List<String> all = new ArrayList<>(DOORS);
    all.addAll(VERBS.keySet());
    return all;
  }

  /** The one verb of a step; reported if there is none or more than one. */
  static Optional<String> verbOf(YamlMap step) {
    List<String> keys = new ArrayList<>(step.keys());
    keys.remove("chance");
    if (keys.size() != 1) {
      String found = keys.isEmpty() ? "no verb" : "the keys " + String.join(", ", keys);
      step.wrong(keys.isEmpty() ? "" : keys.getLast(), found, "one verb for each step");
      return Optional.empty();
    }
    String verb = keys.getFirst();
    if (!VERBS.containsKey(verb) && !DOORS.contains(verb)) {
      step.wrong(
          verb,
          "an unknown verb" + Nearest.hint(verb, verbs()),
          "one of " + String.join(", ", verbs()));
      return Optional.empty();
    }
    step.has(verb);
    return Optional.of(verb);
  }

  /**
   * Reads a step.
   *
   * @param self who does it
   */
  Optional<Step> read(YamlMap step, String verb, String self) {
    Entry entry = VERBS.get(verb);
    if (entry == null) {
      return Optional.empty();
    }
    Args args = new Args(step, verb, entry.first(), facings, people, self);
    Step.Deed deed = entry.verb().read(args);
    args.finish();
    double chance = step.has("chance") ? Args.amount(step, "chance", 0, 1).low() : 1;
    return Optional.of(new Step(step.line(verb), step.path() + "." + verb, chance, deed));
  }

  private interface AtFacing {
    Intent make(int facing);
  }

  private interface FacingSeconds {
    Intent make(int facing, double seconds);
  }

  private static Step.Deed at(String facing, AtFacing maker) {
    return (cast, dice) -> List.of(maker.make(cast.facing(facing)));
  }

  private static Step.Deed facingFor(Args a, double low, double high, FacingSeconds maker) {
    String facing = a.facing("at");
    Amount seconds = a.amount("seconds", low, high, 0, LONGEST_SECONDS);
    return (cast, dice) -> List.of(maker.make(cast.facing(facing), seconds.draw(dice)));
  }

  private static Step.Deed walk(Args a) {
    boolean straight = a.yes("straight", false);
    if (a.isPlace("to")) {
      double[] to = a.place("to").orElse(new double[] {0, 0});
      return (cast, dice) -> List.of(new Intent.Stroll(to[0], to[1], straight));
    }
    String facing = a.facing("to");
    return (cast, dice) -> {
      FloorPoint to = cast.before(facing);
      return List.of(new Intent.Stroll(to.x(), to.y(), straight));
    };
  }

  private static Step.Deed take(Args a) {
    String facing = a.facing("from");
    Amount count = a.amount("count", 1, 1, 1, MOST_UNITS);
    boolean atOnce = a.yes("at-once", true);
    Intent.Hand hand =
        Intent.Hand.valueOf(a.word("hand", HANDS, "either").toUpperCase(Locale.ROOT));
    return (cast, dice) ->
        List.of(new Intent.Take(cast.facing(facing), count.drawWhole(dice), atOnce, hand));
  }

  private static Step.Deed reachAcross(Args a) {
    String person = a.otherPerson("person");
    String facing = a.facing("take");
    Amount count = a.amount("count", 1, 1, 1, MOST_UNITS);
    return (cast, dice) ->
        List.of(
            new Intent.ReachAcross(
                cast.person(person), cast.facing(facing), count.drawWhole(dice)));
  }

  private static Step.Deed putBack(Args a) {
    String what = a.facing("what");
    String to = a.facing("to", what);
    Amount count = a.amount("count", 1, 1, 1, MOST_UNITS);
    return (cast, dice) -> {
      Intent one = new Intent.PutBack(cast.facing(what), cast.facing(to));
      return Collections.nCopies(count.drawWhole(dice), one);
    };
  }

  private static Step.Deed pause(Args a) {
    Amount seconds = a.needed("seconds", 0, LONGEST_SECONDS);
    return (cast, dice) -> List.of(new Intent.Pause(seconds.draw(dice)));
  }

  private static Step.Deed until(Args a) {
    Amount seconds = a.needed("seconds", 0, 10 * LONGEST_SECONDS);
    return (cast, dice) -> List.of(new Intent.Until(seconds.draw(dice)));
  }

  private static Step.Deed waitFor(Args a) {
    String person = a.person("person");
    String mark =
        a.has("mark")
            ? a.word("mark", "a mark of that person")
            : a.word(
                "until",
                List.of(Intent.WaitFor.ENTERED, Intent.WaitFor.LEFT),
                Intent.WaitFor.ENTERED);
    return (cast, dice) -> List.of(new Intent.WaitFor(cast.person(person), mark));
  }

  private static Step.Deed together(Args a) {
    List<String> with = a.people("with");
    Amount within = a.amount("within", 0, 0, 0, 60);
    return (cast, dice) ->
        List.of(
            new Intent.Together(
                with.stream().map(cast::person).sorted().distinct().toList(),
                within.high() == within.low()
                    ? dice.between(0, Math.max(within.high() - STEP_SECONDS, 1e-9))
                    : within.draw(dice)));
  }

  private static Step.Deed mark(Args a) {
    String name = a.word("name", "a name");
    return (cast, dice) -> List.of(new Intent.Mark(name));
  }

  private static Step.Deed handOver(Args a) {
    String what = a.facing("what");
    String to = a.person("to");
    return (cast, dice) -> List.of(new Intent.HandOver(cast.facing(what), cast.person(to)));
  }

  private static Step.Deed receive(Args a) {
    String from = a.person("from");
    return (cast, dice) -> List.of(new Intent.Receive(cast.person(from)));
  }

  private static Step.Deed setBag(Args a) {
    String on = a.facing("on");
    Amount grams = a.amount("grams", 800, 4000, 50, HEAVIEST_GRAMS);
    return (cast, dice) -> List.of(new Intent.SetBag(cast.facing(on), grams.draw(dice)));
  }

  private static Step.Deed follow(Args a) {
    String person = a.otherPerson("person");
    Amount seconds = a.amount("seconds", 8, 15, 0, LONGEST_SECONDS);
    return (cast, dice) -> List.of(new Intent.Follow(cast.person(person), seconds.draw(dice)));
  }

  private static Step.Deed restock(Args a) {
    String on = a.facing("on");
    Amount count = a.amount("count", 3, 6, 1, MOST_UNITS);
    return (cast, dice) -> List.of(new Intent.Restock(cast.facing(on), count.drawWhole(dice)));
  }

  /** Reports a verb of the doors where none may stand. */
  static void misplaced(YamlMap step, String verb, String expected) {
    step.wrong(verb, quote(verb) + " here", expected);
  }
}
