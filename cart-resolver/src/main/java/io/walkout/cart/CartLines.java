package io.walkout.cart;

import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of a cart from what it holds. A line's certainty is the product of the
 * probabilities of all that it rests on: each take still in it, each put-back that left something
 * of it, and that no other change was this person's with that product.
 */
final class CartLines {
  private static final int MOST_ALTERNATIVES = 3;

  private CartLines() {}

  /** The finished cart. */
  static Cart close(OpenCart cart) {
    Map<ProductCode, List<Holding>> byProduct = new LinkedHashMap<>();
    for (Holding h : cart.holdings) {
      byProduct.computeIfAbsent(h.product.code(), c -> new ArrayList<>()).add(h);
    }
    List<Cart.Line> lines = new ArrayList<>();
    byProduct.forEach((product, holdings) -> lines.add(line(cart, product, holdings)));
    return new Cart(
        cart.person, cart.targetId, cart.enteredNanos, cart.exitedNanos, cart.exitDoor, lines);
  }

  private static Cart.Line line(OpenCart cart, ProductCode product, List<Holding> holdings) {
    int quantity = 0;
    double certainty = cart.undoubted.getOrDefault(product, 1.0);
    List<Cart.Evidence> evidence = new ArrayList<>();
    for (Holding h : holdings) {
      quantity += h.quantity;
      certainty *= h.probability();
      evidence.add(h.evidence);
    }
    for (OpenCart.PutBack back : cart.putBacks) {
      if (back.product().equals(product)) {
        certainty *= back.probability();
        evidence.add(back.evidence());
      }
    }
    evidence.sort(
        Comparator.comparingLong((Cart.Evidence e) -> e.assignment().change().endNanos()));
    certainty = Math.clamp(certainty, 0, cart.mostCertain);
    return new Cart.Line(
        product,
        quantity,
        certainty,
        alternatives(cart.person, product, quantity, certainty, holdings),
        evidence);
  }

  private static List<Cart.Alternative> alternatives(
      PersonId person,
      ProductCode product,
      int quantity,
      double certainty,
      List<Holding> holdings) {
    List<Cart.Alternative> all = new ArrayList<>();
    for (Holding h : holdings) {
      double scale = certainty / Math.max(h.probability(), 1e-6);
      for (Explanation reading : h.readings) {
        Cart.Alternative other = other(person, product, quantity - h.quantity, reading, scale);
        if (other != null && !sameAsLine(other, product, quantity)) {
          all.add(other);
        }
      }
    }
    all.sort(Comparator.comparingDouble(Cart.Alternative::probability).reversed());
    return all.subList(0, Math.min(MOST_ALTERNATIVES, all.size()));
  }

  private static boolean sameAsLine(Cart.Alternative a, ProductCode product, int quantity) {
    return a.person() == null && product.equals(a.product()) && a.quantity() == quantity;
  }

  /**
   * The line as it would be had one of its takes been read otherwise; null if that says nothing.
   */
  private static Cart.@Nullable Alternative other(
      PersonId person, ProductCode product, int rest, Explanation reading, double scale) {
    double probability = Math.clamp(reading.probability() * scale, 0, 1);
    if (reading.kind() == Kind.PUT_BACK) {
      return null;
    }
    boolean same = person.equals(reading.person());
    if (reading.kind() == Kind.NOTHING || reading.person() == null) {
      return rest > 0
          ? new Cart.Alternative(product, rest, null, probability)
          : new Cart.Alternative(null, 0, null, probability);
    }
    int units = same && product.equals(reading.product()) ? rest : 0;
    return new Cart.Alternative(
        reading.product(), units + reading.quantity(), same ? null : reading.person(), probability);
  }
}
