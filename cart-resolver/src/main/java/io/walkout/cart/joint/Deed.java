package io.walkout.cart.joint;

import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One thing done at a shelf, with everything said but by whom.
 *
 * @param kind what was done
 * @param product with what; null for {@link Kind#NOTHING}
 * @param quantity units, 0 for nothing
 * @param source where the units come from
 * @param spot where, and who was near
 * @param stray the thing out of plan that was taken or fetched, else null
 * @param owner index in the cluster of whose units are put back, or -1
 */
record Deed(
    Kind kind,
    @Nullable Product product,
    int quantity,
    Source source,
    Spot spot,
    @Nullable Stray stray,
    int owner) {

  static Deed take(Product product, int quantity, Source source, Spot spot, @Nullable Stray stray) {
    return new Deed(Kind.TAKE, product, quantity, source, spot, stray, -1);
  }

  static Deed putBack(Product product, int quantity, Source source, Spot spot, int owner) {
    return new Deed(Kind.PUT_BACK, product, quantity, source, spot, null, owner);
  }

  static Deed nothing(Source source, Spot spot, @Nullable Stray stray) {
    return new Deed(Kind.NOTHING, null, 0, source, spot, stray, -1);
  }
}
