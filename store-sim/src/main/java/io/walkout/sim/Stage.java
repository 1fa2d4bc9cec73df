package io.walkout.sim;

import io.walkout.sim.fault.Faults;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.people.Scene;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;

/**
 * A simulated shop with all that is in it, for those who watch. It changes from step to step.
 *
 * @param caseName the case's name
 * @param seed the simulation's seed
 * @param shop the shop as it truly is
 * @param stock where every unit is
 * @param scene everyone on the floor
 * @param faults what is wrong with the sensors; never with the shop
 */
public record Stage(
    String caseName, long seed, SimStore shop, Stock stock, Scene scene, ShopFaults faults) {
  /** A shop in which nothing is wrong. */
  public Stage(String caseName, long seed, SimStore shop, Stock stock, Scene scene) {
    this(caseName, seed, shop, stock, scene, Faults.NONE.in(shop, seed));
  }
}
