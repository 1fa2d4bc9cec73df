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
  /** Of the reaches to a shelf that no felt change explains, those that put back. Chosen. */
  private static final double PUT_BACKS = 0.35;

  /** It is what was taken last, and not something else. Chosen; as with hands that meet. */
  private static final double LAST_TAKEN = 0.75;

  private Unfelt() {}

  /** The cart with the certainty that the blind places leave; they forget the person. */
  static Cart doubted(Cart cart, BlindPlaces blind) {
    List<Cart.Line> lines = new ArrayList<>(cart.lines());
    for (long reach : blind.reaches(cart.person())) {
      int last = lastTaken(lines, reach);
      for (int i = 0; i < lines.size(); i++) {
        if (lastFelt(lines.get(i)) < reach) {
          int others = Math.max(1, lines.size() - 1);
          double share = i == last ? LAST_TAKEN : (1 - LAST_TAKEN) / others;
          lines.set(i, doubted(lines.get(i), 1 - PUT_BACKS * share));
        }
      }
    }
    blind.forget(cart.person());
    return with(cart, lines);
  }

  /** The same cart with other lines. */
  static Cart with(Cart cart, List<Cart.Line> lines) {
    return new Cart(
        cart.person(),
        cart.targetId(),
        cart.enteredNanos(),
        cart.exitedNanos(),
        cart.exitDoor(),
        lines);
  }

  /** Index of what was felt last before a reach, or -1. */
  private static int lastTaken(List<Cart.Line> lines, long reachNanos) {
    int last = -1;
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      long felt = lastFelt(lines.get(i));
      if (felt < reachNanos && felt > latest) {
        latest = felt;
        last = i;
      }
    }
    return last;
  }

  private static long lastFelt(Cart.Line line) {
    long last = Long.MIN_VALUE;
    for (Cart.Evidence e : line.evidence()) {
      last = Math.max(last, e.assignment().change().endNanos());
    }
    return last;
  }

  private static Cart.Line doubted(Cart.Line line, double kept) {
    List<Cart.Alternative> others = new ArrayList<>();
    for (Cart.Alternative a : line.alternatives()) {
      others.add(
          new Cart.Alternative(a.product(), a.quantity(), a.person(), a.probability() * kept));
    }
    others.add(new Cart.Alternative(null, 0, null, line.certainty() * (1 - kept)));
    others.sort(Comparator.comparingDouble(Cart.Alternative::probability).reversed());
    return lessSure(line, kept, others);
  }

  /** The same line, so many times as certain. */
  static Cart.Line lessSure(Cart.Line line, double times, List<Cart.Alternative> others) {
    return new Cart.Line(
        line.product(), line.quantity(), line.certainty() * times, others, line.evidence());
  }
}
