package io.walkout.sim.scenario;

import io.walkout.sim.people.Arrival;
import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.people.Traits;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.FacingSpace;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stocking;
import io.walkout.store.ProductCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plans of a script for one seed: chooses facings, draws what is left to chance, and
 * gives each visit a plan of its own.
 *
 * @param stock units on named facings
 * @param stockLines where each of them is written
 * @param masses true masses of the products of named facings
 */
record Casting(
    Path file,
    List<FacingRule> facings,
    Map<String, Integer> stock,
    Map<String, Integer> stockLines,
    Map<String, TrueMass> masses,
    List<PersonScript> people,
    Optional<Mixture> mixture)
    implements Scenario.Script {
  /**
   * What the product of a named facing truly weighs.
   *
   * @param factor as a multiple of what the catalogue says
   * @param line where it is written
   */
  record TrueMass(double factor, int line) {}

  /** Lighter than any goods that a shop sells singly, and heavier than anybody lifts. */
  private static final double LEAST_GRAMS = 0.1;

  private static final double MOST_GRAMS = 50_000;

  /** Heights of children who walk by themselves: 3 to 9 years. */
  private static final Amount CHILD_METRES = new Amount(0.95, 1.35);

  /** How close behind the one before them the members of a party pass the door. */
  private static final Amount PARTY_SECONDS = new Amount(1.2, 2.2);

  private static final Amount NEXT_SECONDS = new Amount(2, 6);

  /** How close on somebody's heels one slips through a door that closes behind them. */
  private static final Amount HEELS_SECONDS = new Amount(0.7, 1.1);

  /** Nobody hangs about at a door for longer, to slip in behind somebody; chosen. */
  private static final double MOST_HEELS_SECONDS = 30;

  private static final double FIRST_SECONDS = 1;

  @Override
  public Play play(SimStore plain, Dice dice) {
    FacingChooser chooser = new FacingChooser(plain, file, facings);
    Map<String, Integer> chosen = facings.isEmpty() ? Map.of() : chooser.choose(dice);
    Map<Integer, ProductCode> doubled = chooser.doubled(chosen);
    SimStore shop = doubled.isEmpty() ? plain : plain.holding(doubled);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int next = 0;
    for (PersonScript person : people) {
      numbers.put(person.name(), next);
      next += person.visits().size();
    }
    Cast cast = new Cast(shop, chosen, numbers);
    List<Plan> plans = new ArrayList<>();
    List<List<Lines.Place>> lines = new ArrayList<>();
    Map<String, String> credentials = new HashMap<>();
    double last = FIRST_SECONDS;
    String lastParty = "";
    Map<String, Double> starts = new HashMap<>();
    for (PersonScript person : people) {
      double start = start(person, plans.isEmpty(), last, lastParty, starts, dice);
      if (person.behind().isEmpty()) {
        last = start;
        starts.put(person.name(), start);
      }
      lastParty = person.party();
      add(person, start, cast, credentials, dice, plans, lines);
    }
    mixture.ifPresent(
        m -> plans.addAll(m.plans(shop, dice, plans.size(), people.isEmpty() ? 1 : 2)));
    return new Play(doubled, plans, stocking(shop, chosen), new Lines(file, true, lines));
  }

  private double start(
      PersonScript person,
      boolean first,
      double last,
      String lastParty,
      Map<String, Double> starts,
      Dice dice) {
    Amount given = person.start();
    if (!person.behind().isEmpty()) {
      return behind(person, given == null ? Double.NaN : given.draw(dice), starts, dice);
    }
    if (given != null) {
      return given.draw(dice);
    }
    if (first) {
      return FIRST_SECONDS;
    }
    boolean together = !person.party().isEmpty() && person.party().equals(lastParty);
    return last + (together ? PARTY_SECONDS : NEXT_SECONDS).draw(dice);
  }

  /** How long after the one before them somebody slips in; whoever is early waits for them. */
  private double behind(PersonScript person, double given, Map<String, Double> starts, Dice dice) {
    double ahead = starts.getOrDefault(person.behind(), startOf(person.behind()));
    double late = Double.isNaN(ahead) || Double.isNaN(given) ? 0 : given - ahead;
    if (Math.abs(late) > MOST_HEELS_SECONDS) {
      throw new ScenarioException(
          file,
          person.visits().getFirst().line(),
          person.path() + ".do[0].enter",
          String.format(
              Locale.ROOT,
              "%s, who starts at %.1f s, enters behind %s, who starts at %.1f s",
              person.name(),
              given,
              person.behind(),
              ahead),
          "starts at most 30 s apart, or no start of their own");
    }
    return late > HEELS_SECONDS.low() ? late : HEELS_SECONDS.draw(dice);
  }

  /** When somebody who comes later in the script starts, if it says so; else NaN. */
  private double startOf(String name) {
    for (PersonScript person : people) {
      Amount start = person.start();
      if (person.name().equals(name) && start != null && person.behind().isEmpty()) {
        return (start.low() + start.high()) / 2;
      }
    }
    return Double.NaN;
  }

  private static void add(
      PersonScript person,
      double start,
      Cast cast,
      Map<String, String> credentials,
      Dice dice,
      List<Plan> plans,
      List<List<Lines.Place>> lines) {
    Traits traits = traits(person, cast, dice);
    String account = account(person, plans.size(), credentials);
    for (int v = 0; v < person.visits().size(); v++) {
      PersonScript.Visit visit = person.visits().get(v);
      List<Intent> intents = new ArrayList<>();
      List<Lines.Place> places = new ArrayList<>();
      places.add(new Lines.Place(v == 0 ? person.line() : visit.line(), person.path()));
      for (Step step : visit.steps()) {
        if (step.chance() < 1 && !dice.chance(step.chance())) {
          continue;
        }
        for (Intent intent : step.deed().make(cast, dice)) {
          intents.add(intent);
          places.add(new Lines.Place(step.line(), step.field()));
        }
      }
      String shown = visit.credential() == null ? account : visit.credential();
      int behind = v > 0 || person.behind().isEmpty() ? Arrival.NONE : cast.person(person.behind());
      plans.add(
          new Plan(
              person.name(),
              new Arrival(
                  v == 0 ? start : visit.after().draw(dice),
                  behind >= 0 ? null : shownOrNull(shown),
                  person.party(),
                  behind,
                  v == 0 ? Arrival.NONE : plans.size() - 1),
              traits,
              intents));
      lines.add(places);
    }
  }

  private static @Nullable String shownOrNull(@Nullable String credential) {
    return credential == null || credential.isEmpty() ? null : credential;
  }

  /** Who belongs to a party shows its credential: that of its first member. */
  private static String account(PersonScript person, int number, Map<String, String> credentials) {
    String given = person.credential();
    String own =
        given != null
            ? given
            : (person.kind() == Traits.Kind.STAFF ? "simulated-staff-" : "simulated-account-")
                + (number + 1);
    if (person.party().isEmpty()) {
      return own;
    }
    return given == null ? credentials.computeIfAbsent(person.party(), k -> own) : own;
  }

  private static Traits traits(PersonScript person, Cast cast, Dice dice) {
    Amount height = person.heightMetres();
    if (height == null && person.kind() == Traits.Kind.CHILD) {
      height = CHILD_METRES;
    }
    return new Traits(
        person.kind(),
        height == null ? Double.NaN : height.draw(dice),
        person.looksLike().isEmpty() ? Arrival.NONE : cast.person(person.looksLike()),
        person.pram(),
        person.bag());
  }

  private Stocking stocking(SimStore shop, Map<String, Integer> chosen) {
    Map<Integer, Integer> units = new HashMap<>();
    for (Map.Entry<String, Integer> ordered : stock.entrySet()) {
      int facing = chosen.getOrDefault(ordered.getKey(), -1);
      int most = new FacingSpace(shop, facing).most();
      if (ordered.getValue() > most) {
        throw new ScenarioException(
            file,
            stockLines.getOrDefault(ordered.getKey(), 0),
            "stock." + ordered.getKey(),
            ordered.getValue() + " units",
            "at most the " + most + " that have room there");
      }
      units.put(facing, ordered.getValue());
    }
    Map<ProductCode, Double> factors = new HashMap<>();
    masses.forEach(
        (name, mass) -> {
          int facing = chosen.getOrDefault(name, 0);
          double grams = mass.factor() * shop.article(facing).massGrams();
          if (!(grams >= LEAST_GRAMS && grams <= MOST_GRAMS)) {
            throw new ScenarioException(
                file,
                mass.line(),
                "true-mass." + name,
                String.format(
                    Locale.ROOT,
                    "%s times the catalogue's %.1f g, which is %.1f g",
                    mass.factor(),
                    shop.article(facing).massGrams(),
                    grams),
                "a true mass from 0.1 to 50,000 g");
          }
          factors.put(shop.facings().get(facing).product(), mass.factor());
        });
    return new Stocking(units, factors);
  }
}
