package io.walkout.cart;

import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait to be decided, in the order of their ends. A change that is plainly several is
 * taken apart on entry; a small one beside a large one at the same time is its echo (a pack leans
 * on its neighbour's plate) and leaves the queue together with it.
 */
final class ChangeQueue {
  /** An echo has at most this share of the mass of what it echoes. Chosen: twice a usual leak. */
  private static final double ECHO = 0.1;

  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(
          Comparator.comparingLong((Pending p) -> p.change.endNanos())
              .thenComparingLong(p -> p.change.startNanos())
              .thenComparing(p -> p.change.shelf())
              .thenComparingLong(Pending::arrival));
  private long arrivals;

  void add(ShelfChange change) {
    for (ShelfChange part : ChangeParts.of(change)) {
      pending.add(new Pending(part, arrivals++));
    }
  }

  int size() {
    return pending.size();
  }

  /** The change that ended first; null if none waits. */
  @Nullable ShelfChange peek() {
    Pending next = pending.peek();
    return next == null ? null : next.change;
  }

  /** Whether one waits that began at or before that time. */
  boolean holdsOneBegunBy(long nanos) {
    for (Pending p : pending) {
      if (p.change.startNanos() <= nanos) {
        return true;
      }
    }
    return false;
  }

  /**
   * Removes the change that ended first, with its echoes; null if that was itself an echo of one
   * that ended later, which now waits with it.
   */
  @Nullable ShelfChange poll() {
    ShelfChange change = pending.remove().change;
    List<Pending> near = new ArrayList<>();
    for (Pending p : pending) {
      if (areOne(change, p.change)) {
        near.add(p);
      }
    }
    near.sort(Comparator.comparingLong(Pending::arrival));
    for (Pending p : near) {
      pending.remove(p);
      if (Math.abs(p.change.deltaGrams()) > Math.abs(change.deltaGrams())) {
        pending.add(new Pending(together(p.change, change), p.arrival));
        return null;
      }
      change = together(change, p.change);
    }
    return change;
  }

  private static boolean areOne(ShelfChange a, ShelfChange b) {
    double large = Math.max(Math.abs(a.deltaGrams()), Math.abs(b.deltaGrams()));
    double small = Math.min(Math.abs(a.deltaGrams()), Math.abs(b.deltaGrams()));
    return a.shelf().equals(b.shelf())
        && small <= ECHO * large
        && a.startNanos() <= b.endNanos()
        && b.startNanos() <= a.endNanos()
        && a.touches(b);
  }

  private static ShelfChange together(ShelfChange large, ShelfChange echo) {
    return large.part(
        large.deltaGrams() + echo.deltaGrams(),
        Math.hypot(large.sigmaGrams(), echo.sigmaGrams()),
        large.platesWith(echo));
  }

  private record Pending(ShelfChange change, long arrival) {}
}
