package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;

/**
 * One joint explanation of all that was felt of some people: what each holds, and what lies out of
 * plan because of them. Immutable but for its weight.
 */
final class World {
  /** Logarithm of its probability among the worlds of its cluster. */
  double log;

  /**
   * Share of its weight that agrees with the receipts given to people who have left the cluster.
   * Others say that those receipts are wrong: they count for certainty, but no line rests on them.
   */
  double agreed;

  /** What each person of the cluster holds, in the cluster's order. */
  final Basket[] baskets;

  /** What lies out of plan. */
  final List<Stray> strays;

  /** Hands that took or put something lately, the oldest first. */
  final List<Grasp> grasps;

  World(double log, Basket[] baskets, List<Stray> strays, List<Grasp> grasps) {
    this(log, 1, baskets, strays, grasps);
  }

  World(double log, double agreed, Basket[] baskets, List<Stray> strays, List<Grasp> grasps) {
    this.log = log;
    this.agreed = agreed;
    this.baskets = baskets;
    this.strays = strays;
    this.grasps = grasps;
  }

  /** A hand at work. */
  record Grasp(PersonId person, int side, long startNanos, long endNanos) {
    /** To close on a pack, lift it and be off takes a hand so long. Chosen. */
    private static final long HALF_NANOS = 200_000_000L;

    static Grasp of(PersonId person, int side, ShelfChange part) {
      long half = HALF_NANOS + part.stepSigmaNanos();
      return new Grasp(person, side, part.stepNanos() - half, part.stepNanos() + half);
    }

    boolean overlaps(ShelfChange part) {
      long half = HALF_NANOS + part.stepSigmaNanos();
      return startNanos < part.stepNanos() + half && part.stepNanos() - half < endNanos;
    }
  }

  /** Takes over the weight of a world that is like this one. */
  void absorb(World o) {
    double sum = Logs.add(log, o.log);
    agreed = Math.min(1, agreed * Math.exp(log - sum) + o.agreed * Math.exp(o.log - sum));
    log = sum;
  }

  boolean isLike(World o) {
    for (int i = 0; i < baskets.length; i++) {
      if (!baskets[i].isLike(o.baskets[i])) {
        return false;
      }
    }
    if (strays.size() != o.strays.size()) {
      return false;
    }
    for (int i = 0; i < strays.size(); i++) {
      if (!strays.get(i).isLike(o.strays.get(i))) {
        return false;
      }
    }
    return true;
  }

  int likeness() {
    int hash = strays.size();
    for (Basket b : baskets) {
      hash = 31 * hash + b.likeness();
    }
    return hash;
  }
}
