package io.walkout.cart.joint;

import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one person holds in one world. Immutable. Units that came in less those that went out are
 * those held: asserted whenever one is made.
 */
final class Basket {
  static final Basket EMPTY = new Basket(List.of(), new long[0], 0, 0);

  /** Most changes remembered that touched a basket; they tell which people's doubts are linked. */
  private static final int MOST_TOUCHES = 32;

  private final List<Piece> pieces;
  private final long[] touches;
  private final int unitsIn;
  private final int unitsOut;

  private Basket(List<Piece> pieces, long[] touches, int unitsIn, int unitsOut) {
    this.pieces = pieces;
    this.touches = touches;
    this.unitsIn = unitsIn;
    this.unitsOut = unitsOut;
    int held = 0;
    for (Piece p : pieces) {
      if (p.quantity() < 1) {
        throw new IllegalStateException("a piece of " + p.quantity() + " units");
      }
      held += p.quantity();
    }
    if (held != unitsIn - unitsOut) {
      throw new IllegalStateException(
          "goods are not conserved: "
              + unitsIn
              + " came, "
              + unitsOut
              + " went, "
              + held
              + " held");
    }
  }

  /** In the order they came. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Units that ever came in. */
  int unitsIn() {
    return unitsIn;
  }

  /** Units that ever went out. */
  int unitsOut() {
    return unitsOut;
  }

  /** Serials of the changes that this basket was touched by, the oldest first. */
  long[] touches() {
    return touches;
  }

  int quantity(ProductCode product) {
    int sum = 0;
    for (Piece p : pieces) {
      sum += p.product().code().equals(product) ? p.quantity() : 0;
    }
    return sum;
  }

  /** Units of each product, in the order they first came. */
  Map<ProductCode, Integer> quantities() {
    Map<ProductCode, Integer> sums = new LinkedHashMap<>();
    for (Piece p : pieces) {
      sums.merge(p.product().code(), p.quantity(), Integer::sum);
    }
    return sums;
  }

  Basket with(Piece piece, long serial) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(piece);
    return new Basket(List.copyOf(more), touched(serial), unitsIn + piece.quantity(), unitsOut);
  }

  /**
   * The same without some units, those that came last first. If others of the product are left,
   * which were put back can't be known: what was felt of those that went stays with them.
   */
  Basket without(Product product, int units, long serial, Proof why) {
    List<Piece> rest = new ArrayList<>(pieces);
    List<Proof> gone = new ArrayList<>();
    int left = units;
    for (int i = rest.size() - 1; i >= 0 && left > 0; i--) {
      Piece p = rest.get(i);
      if (p.product().code().equals(product.code())) {
        int n = Math.min(left, p.quantity());
        left -= n;
        if (n == p.quantity()) {
          gone.addAll(p.proofs());
          rest.remove(i);
        } else {
          rest.set(i, p.less(n));
        }
      }
    }
    if (left > 0) {
      throw new IllegalStateException("a basket would hold " + -left + " of " + product.code());
    }
    gone.add(why);
    for (int i = rest.size() - 1; i >= 0; i--) {
      if (rest.get(i).product().code().equals(product.code())) {
        rest.set(i, rest.get(i).noting(gone));
        break;
      }
    }
    return new Basket(List.copyOf(rest), touched(serial), unitsIn, unitsOut + units);
  }

  /** The same without a whole piece. */
  Basket without(Piece piece, long serial) {
    List<Piece> rest = new ArrayList<>(pieces);
    rest.remove(piece);
    return new Basket(List.copyOf(rest), touched(serial), unitsIn, unitsOut + piece.quantity());
  }

  /** The same with a piece exchanged for another reading of it. */
  Basket replacing(int index, Piece piece) {
    List<Piece> all = new ArrayList<>(pieces);
    int change = piece.quantity() - all.set(index, piece).quantity();
    return new Basket(List.copyOf(all), touches, unitsIn + change, unitsOut);
  }

  /** The same, with nothing left open about it. */
  Basket settled() {
    return touches.length == 0 ? this : new Basket(pieces, new long[0], unitsIn, unitsOut);
  }

  private long[] touched(long serial) {
    int from = touches.length == MOST_TOUCHES ? 1 : 0;
    long[] more = Arrays.copyOfRange(touches, from, touches.length + 1);
    more[more.length - 1] = serial;
    return more;
  }

  /** Whether two worlds that differ in this alone go on alike: the same units of the same goods. */
  boolean isLike(Basket o) {
    if (this == o) {
      return true;
    }
    if (pieces.size() == o.pieces.size()) {
      boolean same = true;
      for (int i = 0; i < pieces.size() && same; i++) {
        Piece a = pieces.get(i);
        Piece b = o.pieces.get(i);
        same = a.quantity() == b.quantity() && a.product().equals(b.product());
      }
      if (same) {
        return true;
      }
    }
    return unitsIn - unitsOut == o.unitsIn - o.unitsOut && quantities().equals(o.quantities());
  }

  /** Equal for baskets that are alike. */
  int likeness() {
    int sum = 0;
    for (Piece p : pieces) {
      sum += p.product().code().hashCode() * p.quantity();
    }
    return sum;
  }
}
