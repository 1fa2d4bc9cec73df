package io.walkout.cart;

import java.util.Collection;
import java.util.Map;

/**
 * Every unit that left a shelf, counted on both sides of an equation whose terms are kept apart: no
 * event writes to more than it must, so that a slip in one of them shows.
 *
 * <pre>taken + recounted = in open carts + carried out + put back + nowhere</pre>
 */
final class UnitBalance {
  /** Why a unit that was taken is in nobody's cart. */
  enum Nowhere {
    /** Nobody seen took it. */
    UNSEEN,
    /** Who took it has a cart that was closed before the change was known. */
    CART_CLOSED,
    /** Who took it has as many takes in the cart as it holds. */
    CART_FULL
  }

  private long taken;
  private long recounted;
  private long recounts;
  private long carriedOut;
  private long putBack;
  private final long[] nowhere = new long[Nowhere.values().length];

  /** Units were taken off a shelf. */
  void take(int units) {
    taken += units;
  }

  /** Units just taken are in nobody's cart. */
  void lose(int units, Nowhere why) {
    nowhere[why.ordinal()] += units;
  }

  /** A take of so many units is read as one of another number now. */
  void recount(int before, int after) {
    recounts++;
    recounted += after - before;
  }

  /** Units went out of a cart onto a shelf. */
  void putBack(int units) {
    putBack += units;
  }

  /** Units were in a cart that closed. */
  void carryOut(int units) {
    carriedOut += units;
  }

  /** Units in nobody's cart, for whatever reason. */
  long nowhere() {
    long sum = 0;
    for (long units : nowhere) {
      sum += units;
    }
    return sum;
  }

  /**
   * Throws {@link IllegalStateException} unless the equation holds with the carts that are open.
   */
  void check(Collection<OpenCart> open) {
    long inCarts = 0;
    for (OpenCart cart : open) {
      for (Holding h : cart.holdings) {
        if (h.quantity < 1 || h.quantity > h.taken) {
          throw new IllegalStateException(
              "person " + cart.person + " holds " + h.quantity + " of " + h.taken + " taken");
        }
        inCarts += h.quantity;
      }
    }
    if (taken + recounted != inCarts + carriedOut + putBack + nowhere()) {
      throw new IllegalStateException(
          "goods are not conserved: %d taken, %+d recounted; %d in carts, %d carried out, %d put back, %d nowhere"
              .formatted(taken, recounted, inCarts, carriedOut, putBack, nowhere()));
    }
  }

  /** Writes what was counted, under names of the summary. */
  void countInto(Map<String, Long> counts) {
    counts.put("unitsTaken", taken);
    counts.put("unitsPutBack", putBack);
    counts.put("unitsCarriedOut", carriedOut);
    counts.put("unitsNowhere", nowhere());
    counts.put("unitsTakenUnseen", nowhere[Nowhere.UNSEEN.ordinal()]);
    counts.put("unitsTakenByClosedCarts", nowhere[Nowhere.CART_CLOSED.ordinal()]);
    counts.put("unitsBeyondMaxHoldings", nowhere[Nowhere.CART_FULL.ordinal()]);
    counts.put("takesRecounted", recounts);
    counts.put("unitsRecounted", recounted);
  }
}
