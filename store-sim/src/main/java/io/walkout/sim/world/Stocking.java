package io.walkout.sim.world;

import io.walkout.store.ProductCode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs from how a shop is filled by chance.
 *
 * @param units how many units stand on a facing when the shop opens, by the facing's number;
 *     facings that are not named are filled by chance
 * @param massFactors what a product truly weighs, as a multiple of what it would by chance, by
 *     product; the catalogue does not know of it
 */
public record Stocking(Map<Integer, Integer> units, Map<ProductCode, Double> massFactors) {
  /** A shop that is filled by chance alone. */
  public static final Stocking BY_CHANCE = new Stocking(Map.of(), Map.of());

  /** Copies the maps. */
  public Stocking {
    units = Map.copyOf(new TreeMap<>(units));
    massFactors = Map.copyOf(massFactors);
  }

  /** How many units a facing has by order, or -1 for chance. */
  int units(int facing) {
    return units.getOrDefault(facing, -1);
  }

  double massFactor(ProductCode code) {
    return massFactors.getOrDefault(code, 1.0);
  }
}
