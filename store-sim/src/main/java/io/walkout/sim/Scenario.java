package io.walkout.sim;

import io.walkout.sim.people.Plan;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import java.util.List;
import java.util.function.Supplier;

/**
 * A scenario: a shop, and people with intentions.
 *
 * @param name as on the command line
 * @param description one line for people
 * @param shop where it happens
 * @param script who comes and does what
 */
record Scenario(String name, String description, Supplier<SimStore> shop, Script script) {
  /** Writes the plans of everyone, from the shop and the seed's dice. */
  interface Script {
    List<Plan> plans(SimStore shop, Dice dice);
  }
}
