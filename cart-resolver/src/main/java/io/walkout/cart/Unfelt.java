package io.walkout.cart;

import io.walkout.cart.evidence.BlindPlaces;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody may have put back where nothing is felt: each line is less sure by the reaches to
 * such places since it was last taken of, and says so among its alternatives.
 */
final class Unfelt {
  private Unfelt() {}

  /** The cart with the certainty that the blind places leave; they forget the person. */
  static Cart doubted(Cart cart, BlindPlaces blind) {
    List<Cart.Line> lines = new ArrayList<>();
    for (Cart.Line line : cart.lines()) {
      long last = Long.MIN_VALUE;
      for (Cart.Evidence e : line.evidence()) {
        last = Math.max(last, e.assignment().change().endNanos());
      }
      double kept = blind.kept(cart.person(), last, cart.lines().size());
      lines.add(kept < 1 ? doubted(line, kept) : line);
    }
    blind.forget(cart.person());
    return new Cart(
        cart.person(),
        cart.targetId(),
        cart.enteredNanos(),
        cart.exitedNanos(),
        cart.exitDoor(),
        lines);
  }

  private static Cart.Line doubted(Cart.Line line, double kept) {
    List<Cart.Alternative> others = new ArrayList<>();
    for (Cart.Alternative a : line.alternatives()) {
      others.add(
          new Cart.Alternative(a.product(), a.quantity(), a.person(), a.probability() * kept));
    }
    others.add(new Cart.Alternative(null, 0, null, line.certainty() * (1 - kept)));
    others.sort(Comparator.comparingDouble(Cart.Alternative::probability).reversed());
    return new Cart.Line(
        line.product(), line.quantity(), line.certainty() * kept, others, line.evidence());
  }
}
