package io.walkout.cart.evidence;

import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A claim about what was moved: so many units of a product came off a shelf, or onto it.
 *
 * @param kind {@link Kind#TAKE} or {@link Kind#PUT_BACK}
 * @param product which
 * @param units how many, at least one
 * @param weighed what one of these very units weighed before, or null if they were never felt
 */
public record Goods(Kind kind, Product product, int units, @Nullable Weighed weighed) {
  /** Units of a product that were never felt before. */
  public static Goods of(Kind kind, Product product, int units) {
    return new Goods(kind, product, units, null);
  }

  /**
   * The mass of one unit, as felt before.
   *
   * @param unitGrams its mass, positive
   * @param unitSigmaGrams standard deviation of that
   */
  public record Weighed(double unitGrams, double unitSigmaGrams) {}
}
