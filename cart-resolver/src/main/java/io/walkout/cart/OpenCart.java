package io.walkout.cart;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cart of somebody whose visit is not settled yet. */
final class OpenCart {
  final PersonId person;
  @Nullable String targetId;
  long enteredNanos;
  long exitedNanos = Long.MAX_VALUE;
  @Nullable DoorId exitDoor;

  /** When this person went out, as far as the tracker saw it; who was only lost may be there. */
  long goneNanos = Long.MAX_VALUE;

  /** In the order of the takes. */
  final List<Holding> holdings = new ArrayList<>();

  /** Put-backs into the shelves that touched what is still here, the oldest first. */
  final List<PutBack> putBacks = new ArrayList<>();

  /** Probability that no other change was this person's doing with that product, unless 1. */
  final Map<ProductCode, Double> undoubted = new TreeMap<>();

  /** No line of this cart is more certain. */
  double mostCertain = 1;

  /** A line of a visit that was not seen to its end is right at best as often as a coin. Chosen. */
  private static final double INTERRUPTED = 0.5;

  OpenCart(PersonId person, long enteredNanos) {
    this.person = person;
    this.enteredNanos = enteredNanos;
  }

  /** A put-back out of this cart. */
  record PutBack(ProductCode product, double probability, Cart.Evidence evidence) {}

  boolean hasLeft() {
    return exitedNanos != Long.MAX_VALUE;
  }

  int quantity(ProductCode product) {
    int sum = 0;
    for (Holding h : holdings) {
      sum += h.product.code().equals(product) ? h.quantity : 0;
    }
    return sum;
  }

  /** Removes units, those taken last first. Throws {@link IllegalStateException} below zero. */
  void remove(ProductCode product, int units) {
    int left = units;
    for (int i = holdings.size() - 1; i >= 0 && left > 0; i--) {
      Holding h = holdings.get(i);
      if (h.product.code().equals(product)) {
        int n = Math.min(left, h.quantity);
        h.quantity -= n;
        left -= n;
        if (h.quantity == 0) {
          holdings.remove(i);
        }
      }
    }
    if (left > 0) {
      throw new IllegalStateException(
          "cart of person " + person + " would hold " + -left + " of " + product);
    }
    if (quantity(product) == 0) {
      putBacks.removeIf(p -> p.product().equals(product));
    }
  }

  /**
   * Notes a put-back that left something of its product. When there are more than {@code most}, the
   * oldest is no evidence any more, but its product's line stays as uncertain as it made it. Gives
   * how many that were, 0 or 1.
   */
  int putBack(PutBack back, int most) {
    putBacks.add(back);
    if (putBacks.size() <= most) {
      return 0;
    }
    PutBack oldest = putBacks.removeFirst();
    doubt(oldest.product(), 1 - oldest.probability());
    return 1;
  }

  /**
   * Notes that the cart closes before all that belongs to it can be known: none of its lines
   * reaches {@code reviewBelow}, so that none is charged unseen.
   */
  void interrupt(double reviewBelow) {
    mostCertain = Math.max(0, Math.min(INTERRUPTED, Math.nextDown(reviewBelow)));
  }

  /** Notes that some change was, with that probability, one more of this person with it. */
  void doubt(ProductCode product, double probability) {
    undoubted.merge(product, 1 - probability, (a, b) -> a * b);
  }
}
