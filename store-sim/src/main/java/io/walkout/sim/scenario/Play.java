package io.walkout.sim.scenario;

import io.walkout.sim.people.Plan;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.sim.world.Stocking;
import io.walkout.store.ProductCode;
import java.util.List;
import java.util.Map;

/**
 * What one seed makes of a scenario.
 *
 * @param doubled facings that hold another product than the shop's plan says, as shops double their
 *     best sellers: the product, by the facing's number; the plan that is told says so, too
 * @param plans one for each visit of each person, in the order of the script
 * @param stocking what differs from a shop that is filled by chance
 * @param lines where each intent of each plan stands in the scenario's file
 */
public record Play(
    Map<Integer, ProductCode> doubled, List<Plan> plans, Stocking stocking, Lines lines) {
  /** Copies the list and the map. */
  public Play {
    doubled = Map.copyOf(doubled);
    plans = List.copyOf(plans);
  }

  /** Plans without a file: nobody to tell about a line. */
  public Play(List<Plan> plans) {
    this(Map.of(), plans, Stocking.BY_CHANCE, Lines.NONE);
  }

  /** The shop that it is played in: as given but for the doubled facings. */
  public SimStore in(SimStore shop) {
    return doubled.isEmpty() ? shop : shop.holding(doubled);
  }

  /**
   * Goes through everything in thought, before anything runs.
   *
   * @param shop as of {@link #in}
   * @throws ScenarioException if it can't be done: somebody puts back what they never took, waits
   *     for somebody who never comes, walks into a gondola, ...
   */
  public void rehearse(SimStore shop, Stock stock) {
    new Rehearsal(this, shop, stock).run();
  }
}
