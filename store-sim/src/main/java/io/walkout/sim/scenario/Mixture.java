package io.walkout.sim.scenario;

import io.walkout.sim.floor.FloorMap;
import io.walkout.sim.people.Arrival;
import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.people.Traits;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * People who shop at random. Each stops at some facings; at a stated share of the stops they do
 * something confusing, else they take one thing, or only look.
 *
 * @param people how many
 * @param everySeconds mean time from one to the next
 * @param stops at how many facings each one stops
 * @param confusing share of the stops
 * @param kinds what they then do, each as likely
 */
record Mixture(
    Amount people, double everySeconds, Amount stops, double confusing, List<Confusion> kinds) {
  /** At how many facings people stop, unless a scenario says otherwise. */
  static final Amount STOPS = new Amount(1, 4);

  /** Of the plain stops, so many end without a take; chosen. */
  private static final double ONLY_LOOKS = 0.1;

  private static final double STROLLS = 0.3;

  /** Of two takes at once: half a second, less a step of the simulation. */
  private static final double LIFTS_APART_SECONDS = 0.48;

  /** Nobody waits longer for somebody to take something with, or to hand something over. */
  private static final double PATIENCE_SECONDS = 40;

  /** Copies the list. */
  Mixture {
    kinds = List.copyOf(kinds);
  }

  /**
   * Draws everyone.
   *
   * @param first number of the first plan
   * @param startSeconds when the first one comes
   * @throws ScenarioException if the shop has no facing that anybody can reach
   */
  List<Plan> plans(SimStore shop, Dice dice, int first, double startSeconds) {
    if (shop.inReach().isEmpty()) {
      throw new ScenarioException(
          Path.of("random"),
          0,
          "store",
          shop.store().name() + ", where no facing can be reached from the floor",
          "a store where people can shop");
    }
    int count = people.drawWhole(dice);
    List<List<Intent>> intents = new ArrayList<>();
    List<List<Intent>> met = new ArrayList<>();
    List<List<Intent>> last = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      intents.add(new ArrayList<>());
      met.add(new ArrayList<>());
      last.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      Shopping own = new Shopping(shop, dice, intents.get(i));
      int many = stops.drawWhole(dice);
      for (int k = 0; k < many; k++) {
        Confusion kind = kinds.get(dice.below(kinds.size()));
        if (!dice.chance(confusing)) {
          own.plain();
        } else if (!kind.isForTwo()) {
          own.confuse(kind);
        } else if (i + 1 < count && last.get(i).isEmpty()) {
          // After all else for both, and with whom came before first: so nobody waits for somebody
          // who waits for them, and not for long.
          own.pair(kind, first + i, last.get(i), met.get(i + 1));
        } else {
          own.confuse(Confusion.SEVERAL);
        }
      }
      if (dice.chance(STROLLS)) {
        own.stroll();
      }
    }
    List<Plan> plans = new ArrayList<>();
    double start = startSeconds;
    for (int i = 0; i < count; i++) {
      intents.get(i).addAll(met.get(i));
      intents.get(i).addAll(last.get(i));
      String name = "shopper-" + (first + i + 1);
      plans.add(
          new Plan(
              name,
              Arrival.at(start, "simulated-account-" + (first + i + 1)),
              Traits.ADULT,
              intents.get(i)));
      start += dice.between(0.3, 1.7) * everySeconds;
    }
    return plans;
  }

  /** What one person does. */
  private static final class Shopping {
    private final SimStore shop;
    private final Dice dice;
    private final List<Intent> intents;
    private final List<Integer> facings;

    /** How many products there are to be had. */
    private final long products;

    private final Set<String> used = new TreeSet<>();

    Shopping(SimStore shop, Dice dice, List<Intent> intents) {
      this.shop = shop;
      facings = shop.inReach();
      products = facings.stream().map(f -> shop.facings().get(f).product()).distinct().count();
      this.dice = dice;
      this.intents = intents;
    }

    void plain() {
      int f = any();
      intents.add(new Intent.Look(f, dice.between(0.3, 4)));
      if (!dice.chance(ONLY_LOOKS)) {
        intents.add(new Intent.Take(f, 1, true));
      }
    }

    void confuse(Confusion kind) {
      int f = kind == Confusion.TWIN ? twin() : any();
      intents.add(new Intent.Look(f, dice.between(0.3, 4)));
      switch (kind) {
        case SEVERAL ->
            intents.add(new Intent.Take(f, 2 + (dice.chance(0.2) ? 1 : 0), dice.chance(0.4)));
        case PUT_BACK -> takeAndPut(f, f);
        case MISPLACE -> takeAndPut(f, any());
        case TOUCH -> intents.add(new Intent.Touch(f, dice.between(0.2, 2)));
        case LEAN -> intents.add(new Intent.Lean(f, dice.between(0.5, 4)));
        case POCKET -> {
          intents.add(new Intent.Take(f, 1, true));
          intents.add(new Intent.Pocket(f));
        }
        case SWAP_HANDS -> {
          intents.add(new Intent.Take(f, 1, true));
          intents.add(new Intent.SwapHands());
          intents.add(new Intent.Take(any(), 1, true));
          intents.add(new Intent.SwapHands());
        }
        case BAG -> {
          intents.add(new Intent.SetBag(f, dice.between(500, 4000)));
          intents.add(new Intent.Take(f, 1, true));
          intents.add(new Intent.Pause(dice.between(0, 4)));
          intents.add(new Intent.FetchBag());
        }
        case TWIN -> {
          takeAndPut(f, f);
          intents.add(new Intent.Take(next(f), 1, true));
        }
        case SIMULTANEOUS, HAND_OVER -> throw new IllegalArgumentException(kind + " is for two");
      }
    }

    private void takeAndPut(int from, int to) {
      intents.add(new Intent.Take(from, 1, true));
      intents.add(new Intent.Look(from, dice.between(0.5, 4)));
      intents.add(new Intent.PutBack(from, to));
    }

    void pair(Confusion kind, int me, List<Intent> mine, List<Intent> theirs) {
      if (kind == Confusion.HAND_OVER) {
        int f = any();
        mine.add(new Intent.Take(f, 1, true));
        mine.add(new Intent.HandOver(f, me + 1, PATIENCE_SECONDS));
        theirs.add(new Intent.Receive(me, PATIENCE_SECONDS));
        return;
      }
      int f = twin();
      List<Integer> both = List.of(me, me + 1);
      mine.add(new Intent.Look(f, 0.5));
      mine.add(new Intent.Together(both, dice.between(0, LIFTS_APART_SECONDS), PATIENCE_SECONDS));
      mine.add(new Intent.Take(f, 1, true));
      int g = next(f);
      theirs.add(new Intent.Look(g, 0.5));
      theirs.add(new Intent.Together(both, dice.between(0, LIFTS_APART_SECONDS), PATIENCE_SECONDS));
      theirs.add(new Intent.Take(g, 1, true));
    }

    void stroll() {
      FloorMap floor = shop.floor();
      FloorPoint to =
          floor.nearestFree(
              new FloorPoint(
                  dice.between(floor.minX(), floor.maxX()),
                  dice.between(floor.minY(), floor.maxY())));
      intents.add(new Intent.Stroll(to.x(), to.y()));
    }

    /** Any facing of a product that this person has not been at, while there are such. */
    private int any() {
      while (used.size() < products) {
        int f = facings.get(dice.below(facings.size()));
        if (used.add(shop.facings().get(f).product().value())) {
          return f;
        }
      }
      return facings.get(dice.below(facings.size()));
    }

    /** The facing after one; the first one after the last. */
    private int next(int facing) {
      return facings.get((facings.indexOf(facing) + 1) % facings.size());
    }

    /** A facing whose next one on the shelf holds another product of the same mass, if any. */
    private int twin() {
      List<Integer> twins = new ArrayList<>();
      for (int i = 0; i + 1 < facings.size(); i++) {
        int f = facings.get(i);
        int g = facings.get(i + 1);
        Facing a = shop.facings().get(f);
        Facing b = shop.facings().get(g);
        if (a.shelf().equals(b.shelf())
            && !a.product().equals(b.product())
            && shop.article(f).massGrams() == shop.article(g).massGrams()) {
          twins.add(f);
        }
      }
      return twins.isEmpty()
          ? facings.get(dice.below(Math.max(1, facings.size() - 1)))
          : twins.get(dice.below(twins.size()));
    }
  }
}
