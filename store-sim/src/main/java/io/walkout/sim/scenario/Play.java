package io.walkout.sim.scenario;

import io.walkout.sim.people.Plan;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.sim.world.Stocking;
import java.util.List;

/**
 * What one seed makes of a scenario.
 *
 * @param plans one for each visit of each person, in the order of the script
 * @param stocking what differs from a shop that is filled by chance
 * @param lines where each intent of each plan stands in the scenario's file
 */
public record Play(List<Plan> plans, Stocking stocking, Lines lines) {
  /** Copies the list. */
  public Play {
    plans = List.copyOf(plans);
  }

  /** Plans without a file: nobody to tell about a line. */
  public Play(List<Plan> plans) {
    this(plans, Stocking.BY_CHANCE, Lines.NONE);
  }

  /**
   * Goes through everything in thought, before anything runs.
   *
   * @throws ScenarioException if it can't be done: somebody puts back what they never took, waits
   *     for somebody who never comes, walks into a gondola, ...
   */
  public void rehearse(SimStore shop, Stock stock) {
    new Rehearsal(this, shop, stock).run();
  }
}
