package io.walkout.store;

import org.jspecify.annotations.Nullable;

/**
 * A thing for sale.
 *
 * @param code as the catalogue spells it
 * @param name for people
 * @param massGrams mass of one unit by the catalogue; NaN where it has none
 * @param price of one unit, or null where the catalogue has none
 */
public record Product(ProductCode code, String name, double massGrams, @Nullable Money price) {
  /** Whether the catalogue gives a mass. It may still be wrong. */
  public boolean hasMass() {
    return massGrams > 0;
  }
}
