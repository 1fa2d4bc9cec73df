package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of one take in somebody's hands, pockets or bag.
 *
 * @param serial of the change they were taken by
 * @param product what they are
 * @param quantity units still there
 * @param taken units taken
 * @param grams what all the units taken weighed together
 * @param sigmaGrams standard deviation of that
 * @param countFromMass whether their number rests on the product's mass, and not on a thing weighed
 *     before
 * @param logCount logarithm of the probability of their number given the product, as known when it
 *     was last weighed
 * @param proofs their own take first; then put-backs that left some of them, and the takes of other
 *     units of the product that were put back, as it can't be known which ones were
 * @param carrier who may carry them for whom they are charged to, or null
 */
record Piece(
    long serial,
    Product product,
    int quantity,
    int taken,
    double grams,
    double sigmaGrams,
    boolean countFromMass,
    double logCount,
    List<Proof> proofs,
    @Nullable PersonId carrier) {
  /** Most proofs kept of one piece; the oldest but the take is dropped. */
  private static final int MOST_PROOFS = 8;

  double unitGrams() {
    return grams / taken;
  }

  double unitSigmaGrams() {
    return sigmaGrams / taken;
  }

  /** The same with fewer units. */
  Piece less(int units) {
    return new Piece(
        serial,
        product,
        quantity - units,
        taken,
        grams,
        sigmaGrams,
        countFromMass,
        logCount,
        proofs,
        carrier);
  }

  /** The same, with what else was felt of units like these. */
  Piece noting(List<Proof> others) {
    List<Proof> more = new ArrayList<>(proofs);
    more.addAll(others);
    while (more.size() > MOST_PROOFS) {
      more.remove(1);
    }
    return new Piece(
        serial,
        product,
        quantity,
        taken,
        grams,
        sigmaGrams,
        countFromMass,
        logCount,
        List.copyOf(more),
        carrier);
  }

  /** So many of the units. */
  Piece units(int units) {
    return new Piece(
        serial, product, units, taken, grams, sigmaGrams, countFromMass, logCount, proofs, carrier);
  }

  /** The same, its number as likely as known now. */
  Piece recounted(double log) {
    return new Piece(
        serial, product, quantity, taken, grams, sigmaGrams, countFromMass, log, proofs, carrier);
  }

  /** The same, perhaps carried by somebody else. */
  Piece carriedBy(PersonId person) {
    return new Piece(
        serial,
        product,
        quantity,
        taken,
        grams,
        sigmaGrams,
        countFromMass,
        logCount,
        proofs,
        person);
  }
}
