package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ShelfId;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A thing on a shelf out of plan: a product put back at a wrong place, or somebody's own thing.
 *
 * @param serial of the change that left it there
 * @param shelf where
 * @param product what, or null for a thing that is not for sale
 * @param quantity units of it
 * @param unitGrams mass of one as felt when it came
 * @param unitSigmaGrams standard deviation of that
 * @param felt what the plates felt when it came
 * @param centreMetres where along the shelf
 * @param spreadMetres standard deviation of that
 * @param owner who left it there, or null for somebody unseen
 * @param touches serials of the changes that it may have come, been taken or been moved by
 */
record Stray(
    long serial,
    ShelfId shelf,
    @Nullable Product product,
    int quantity,
    double unitGrams,
    double unitSigmaGrams,
    ShelfChange felt,
    double centreMetres,
    double spreadMetres,
    @Nullable PersonId owner,
    List<Long> touches) {
  /** Most changes remembered of one thing. Chosen: as many as of a basket. */
  private static final int MOST_TOUCHES = 32;

  /** The same after a change that it may have been taken or moved by. */
  Stray touched(long change) {
    List<Long> more = new ArrayList<>(touches);
    if (more.size() == MOST_TOUCHES) {
      more.removeFirst();
    }
    more.add(change);
    return new Stray(
        serial,
        shelf,
        product,
        quantity,
        unitGrams,
        unitSigmaGrams,
        felt,
        centreMetres,
        spreadMetres,
        owner,
        List.copyOf(more));
  }

  Stray less(int units) {
    return new Stray(
        serial,
        shelf,
        product,
        quantity - units,
        unitGrams,
        unitSigmaGrams,
        felt,
        centreMetres,
        spreadMetres,
        owner,
        touches);
  }

  /** Whether two worlds that differ in this alone go on alike. */
  boolean isLike(Stray o) {
    return shelf.equals(o.shelf)
        && quantity == o.quantity
        && Objects.equals(product, o.product)
        && Math.abs(centreMetres - o.centreMetres) < 0.05
        && (product != null || serial == o.serial);
  }
}
