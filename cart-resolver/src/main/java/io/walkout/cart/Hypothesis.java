package io.walkout.cart;

import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One full reading of a shelf change: what, how many, by whom, and out of or into what.
 *
 * @param kind what was done
 * @param person by whom; null for somebody unseen, or for nobody
 * @param product with what; null for {@link Kind#NOTHING}
 * @param quantity units, 0 for nothing
 * @param source where the product is thought to come from
 * @param owner whose cart loses the units put back; null unless {@link Source#HELD}
 * @param stray the thing that stood there out of plan; null unless {@link Source#STRAY}
 * @param weight its posterior weight, not normalised
 */
record Hypothesis(
    Kind kind,
    @Nullable PersonId person,
    @Nullable Product product,
    int quantity,
    Source source,
    @Nullable OpenCart owner,
    @Nullable Stray stray,
    double weight) {

  /** Where the units of a hypothesis come from, or what else moved the plates. */
  enum Source {
    /** The product has a facing on this shelf. */
    PLANNED,
    /** The product is in the catalogue, but not planned on this shelf. */
    ELSEWHERE,
    /** A thing that was put there out of plan: a misplaced unit, or somebody's bag. */
    STRAY,
    /** Put back from a cart. */
    HELD,
    /**
     * Put on its own shelf, out of nobody's cart: staff filling up, or a take that was not felt.
     */
    RESTOCK,
    /** A thing that is no product: a bag, a phone, a cup. */
    FOREIGN,
    /** A press, a lean, a bump, drift. */
    WHIM
  }

  /** A take by nobody yet. */
  static Hypothesis take(
      Product product, int quantity, Source source, @Nullable Stray stray, double weight) {
    return new Hypothesis(Kind.TAKE, null, product, quantity, source, null, stray, weight);
  }

  /** A put-back by nobody yet, out of the owner's cart or of none. */
  static Hypothesis putBack(
      Product product, int quantity, Source source, @Nullable OpenCart owner, double weight) {
    return new Hypothesis(Kind.PUT_BACK, null, product, quantity, source, owner, null, weight);
  }

  /** Neither: no product moved. */
  static Hypothesis nothing(Source source, @Nullable Stray stray, double weight) {
    return new Hypothesis(Kind.NOTHING, null, null, 0, source, null, stray, weight);
  }

  /** The same, done by somebody, at {@code ratio} of the weight. */
  Hypothesis by(@Nullable PersonId who, double ratio) {
    return new Hypothesis(kind, who, product, quantity, source, owner, stray, weight * ratio);
  }

  boolean readsLike(Hypothesis o) {
    return kind == o.kind
        && quantity == o.quantity
        && Objects.equals(person, o.person)
        && Objects.equals(product, o.product);
  }
}
