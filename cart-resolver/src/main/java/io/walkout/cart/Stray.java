package io.walkout.cart;

import io.walkout.store.Product;
import io.walkout.store.ShelfId;
import org.jspecify.annotations.Nullable;

/**
 * A thing on a shelf out of plan: a product put back at a wrong place, or somebody's own thing.
 *
 * @param shelf where
 * @param product what, or null for a thing that is not for sale
 * @param quantity units of it
 * @param unitGrams mass of one as felt when it was put there
 * @param unitSigmaGrams standard deviation of that
 * @param centreMetres where along the shelf
 * @param spreadMetres standard deviation of that
 */
record Stray(
    ShelfId shelf,
    @Nullable Product product,
    int quantity,
    double unitGrams,
    double unitSigmaGrams,
    double centreMetres,
    double spreadMetres) {

  Stray less(int units) {
    return new Stray(
        shelf, product, quantity - units, unitGrams, unitSigmaGrams, centreMetres, spreadMetres);
  }
}
