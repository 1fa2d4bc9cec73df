package io.walkout.sim;

import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The library of scenarios, by name. */
public final class Scenarios {
  private static final List<Scenario> ALL =
      List.of(
          corner(
              "demo",
              "three people: one takes two of a product, one puts one back and keeps another, one"
                  + " takes nothing",
              Scenarios::demo),
          corner("alone", "one person takes one unit", Scenarios::alone),
          corner("take-two", "one person takes two units of a product at once", Scenarios::takeTwo),
          corner(
              "put-back",
              "one person takes two products and puts one back where it was",
              Scenarios::putBack),
          corner(
              "misplaced",
              "one person leaves a product on another's facing; a second person takes it from there",
              Scenarios::misplaced),
          corner(
              "neighbours",
              "two people side by side take goods of one mass from adjacent facings at nearly one time",
              Scenarios::neighbours),
          corner(
              "nothing",
              "two people touch and lean on shelves and take nothing",
              Scenarios::nothing),
          corner("crowd", "eight people shop at random", (s, d) -> mixed(s, d, 8, 14)),
          corner(
              "random",
              "one to four people, a random mixture of everything",
              (s, d) -> mixed(s, d, 1 + d.below(4), 8)),
          new Scenario(
              "aisle",
              "ten people shop at random in a shop of 306 plates",
              StorePlan::big,
              (s, d) -> mixed(s, d, 10, 9)),
          new Scenario(
              "busy",
              "forty people shop at random in a shop of 306 plates, some ten at a time",
              StorePlan::big,
              (s, d) -> mixed(s, d, 40, 3.5)));

  private Scenarios() {}

  private static Scenario corner(String name, String description, Scenario.Script script) {
    return new Scenario(name, description, StorePlan::corner, script);
  }

  /** The names of all scenarios, in the order to show them. */
  public static List<String> names() {
    return ALL.stream().map(Scenario::name).toList();
  }

  /**
   * One line that says what happens in a scenario.
   *
   * @throws IllegalArgumentException on a name that is no scenario's; the message lists those that
   *     are
   */
  public static String describe(String name) {
    return find(name).description();
  }

  static Scenario find(String name) {
    return ALL.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no scenario '"
                        + name
                        + "'; there are "
                        + names().stream().collect(Collectors.joining(", "))));
  }

  private static List<Plan> demo(SimStore shop, Dice dice) {
    FacingPicker pick = new FacingPicker(shop, dice);
    int two = pick.any();
    int back = pick.any();
    int kept = pick.any();
    int looked = pick.any();
    return List.of(
        plan(1, 1, new Intent.Look(two, 3), new Intent.Take(two, 2, false)),
        plan(
            2,
            7,
            new Intent.Take(back, 1, true),
            new Intent.Look(back, 4),
            new Intent.PutBack(back, back),
            new Intent.Look(kept, 3),
            new Intent.Take(kept, 1, true)),
        plan(3, 24, new Intent.Look(looked, 6), new Intent.Touch(looked, 0.8)));
  }

  private static List<Plan> alone(SimStore shop, Dice dice) {
    int f = new FacingPicker(shop, dice).any();
    return List.of(plan(1, 1, new Intent.Look(f, 1.5), new Intent.Take(f, 1, true)));
  }

  private static List<Plan> takeTwo(SimStore shop, Dice dice) {
    int f = new FacingPicker(shop, dice).any();
    return List.of(plan(1, 1, new Intent.Look(f, 1), new Intent.Take(f, 2, true)));
  }

  private static List<Plan> putBack(SimStore shop, Dice dice) {
    FacingPicker pick = new FacingPicker(shop, dice);
    int back = pick.any();
    int kept = pick.any();
    return List.of(
        plan(
            1,
            1,
            new Intent.Take(back, 1, true),
            new Intent.Look(back, 2.5),
            new Intent.PutBack(back, back),
            new Intent.Take(kept, 1, true)));
  }

  private static List<Plan> misplaced(SimStore shop, Dice dice) {
    FacingPicker pick = new FacingPicker(shop, dice);
    int from = pick.any();
    int to = pick.any();
    int other = pick.any();
    return List.of(
        plan(1, 1, new Intent.Take(from, 1, true), new Intent.PutBack(from, to)),
        plan(
            2,
            6,
            new Intent.Take(other, 1, true),
            new Intent.Until(45),
            new Intent.Look(to, 1),
            new Intent.TakeStray(to)));
  }

  private static List<Plan> neighbours(SimStore shop, Dice dice) {
    int f = new FacingPicker(shop, dice).withTwinNextDoor();
    return List.of(
        plan(1, 1, new Intent.Look(f, 1), new Intent.Until(18), new Intent.Take(f, 1, true)),
        plan(
            2,
            3,
            new Intent.Look(f + 1, 1),
            new Intent.Until(18 + dice.between(0, 0.5)),
            new Intent.Take(f + 1, 1, true)));
  }

  private static List<Plan> nothing(SimStore shop, Dice dice) {
    FacingPicker pick = new FacingPicker(shop, dice);
    int a = pick.any();
    int b = pick.any();
    return List.of(
        plan(1, 1, new Intent.Touch(a, 1.5), new Intent.Lean(a, 3), new Intent.Touch(b, 0.5)),
        plan(2, 7, new Intent.Look(b, 3), new Intent.Lean(b, 2)));
  }

  private static List<Plan> mixed(SimStore shop, Dice dice, int people, double everySeconds) {
    List<Plan> plans = new ArrayList<>();
    double start = 1;
    for (int i = 0; i < people; i++) {
      plans.add(
          new Plan(
              start,
              credential(i + 1),
              RandomShopping.intents(new FacingPicker(shop, dice), shop, dice)));
      start += dice.between(0.3, 1.7) * everySeconds;
    }
    return plans;
  }

  private static Plan plan(int number, double start, Intent... intents) {
    return new Plan(start, credential(number), List.of(intents));
  }

  private static String credential(int number) {
    return "simulated-account-" + number;
  }
}
