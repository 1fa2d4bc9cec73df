package io.walkout.cart.joint;

import io.walkout.store.Product;
import java.util.ArrayList;
import java.util.List;

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
 * @param proofs the take first, then put-backs that left some of them
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
    List<Proof> proofs) {
  /** Most proofs kept of one piece; the oldest but the take is dropped. */
  private static final int MOST_PROOFS = 8;

  double unitGrams() {
    return grams / taken;
  }

  double unitSigmaGrams() {
    return sigmaGrams / taken;
  }

  /** The same with fewer units, and why. */
  Piece less(int units, Proof why) {
    List<Proof> more = new ArrayList<>(proofs);
    if (more.size() == MOST_PROOFS) {
      more.remove(1);
    }
    more.add(why);
    return new Piece(
        serial,
        product,
        quantity - units,
        taken,
        grams,
        sigmaGrams,
        countFromMass,
        logCount,
        List.copyOf(more));
  }

  /** The same, its number as likely as known now. */
  Piece recounted(double log) {
    return new Piece(
        serial, product, quantity, taken, grams, sigmaGrams, countFromMass, log, proofs);
  }

  /** Another number of units taken; only while none has gone back. */
  Piece numbering(int units, double log) {
    return new Piece(serial, product, units, units, grams, sigmaGrams, countFromMass, log, proofs);
  }
}
