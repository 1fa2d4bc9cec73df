package io.walkout.cart;

import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Cart;
import java.util.List;

/** What one take put into one cart, as long as any of it is there. */
final class Holding {
  /** The best guess of what it is. */
  final Product product;

  /** What it weighed on leaving the shelf, all units, positive. */
  final double grams;

  /** Standard deviation of that. */
  final double sigmaGrams;

  /** Units taken. Revised when later takes teach the product's mass. */
  int taken;

  /** Units still here. */
  int quantity;

  /** Probability that it is this product in this cart, whatever the count. */
  final double identityProbability;

  /** Probability of the count, given the identity. */
  double countProbability;

  /** Whether the count rests on the product's mass (and not on a thing weighed before). */
  final boolean countFromMass;

  /** What was measured. */
  final Cart.Evidence evidence;

  /** Every other reading of the take, likeliest first. */
  final List<Explanation> readings;

  Holding(Decision decision, Product product, Cart.Evidence evidence) {
    Hypothesis best = decision.best();
    this.product = product;
    this.grams = Math.abs(decision.assignment().change().deltaGrams());
    this.sigmaGrams = decision.assignment().change().sigmaGrams();
    this.taken = best.quantity();
    this.quantity = best.quantity();
    this.identityProbability = decision.identityProbability();
    this.countProbability =
        Math.min(1, decision.assignment().best().probability() / decision.identityProbability());
    this.countFromMass = best.source() == Hypothesis.Source.PLANNED;
    this.evidence = evidence;
    this.readings = decision.others();
  }

  double unitGrams() {
    return grams / taken;
  }

  double unitSigmaGrams() {
    return sigmaGrams / taken;
  }

  double probability() {
    return identityProbability * countProbability;
  }
}
