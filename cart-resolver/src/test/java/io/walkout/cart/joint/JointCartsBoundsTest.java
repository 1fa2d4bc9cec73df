package io.walkout.cart.joint;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.PersonId;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nothing grows without end, and no unit is in two baskets, whatever comes. */
class JointCartsBoundsTest {
  private static final int MAX_WORLDS = 16;
  private static final int MAX_HOLDINGS = 6;
  private static final int CHANGES = 10_000;

  @Test
  void givenTenThousandChangesAmongThirty_thenEveryBoundHoldsAndGoodsAreConservedInEveryWorld() {
    long seed = 20300101;
    System.out.println("seed " + seed);
    Crowd crowd = new Crowd(seed, 30, MAX_WORLDS, MAX_HOLDINGS, false);
    for (int i = 0; i < CHANGES; i++) {
      crowd.second();
      Set<PersonId> seen = new HashSet<>();
      for (Cluster cluster : crowd.carts.clusters()) {
        for (PersonId person : cluster.people()) {
          holds(seen.add(person), person + " is in two clusters");
        }
        assertBounded(cluster);
        if (i % 10 == 0) { // each has some thousand worlds to look into
          assertConserved(cluster, crowd.byEnd);
        }
      }
      holds(seen.size() == 30, "everybody has a cluster");
    }
    Map<String, Long> counts = new TreeMap<>();
    crowd.carts.countInto(counts);
    assertThat(counts.get("worldsDropped")).isPositive();
    assertThat(counts.get("unitsBeyondMaxHoldings")).isPositive();
    assertThat(counts.get("straysForgotten")).isPositive();
  }

  /** Plain checks, as they are made some hundred million times. */
  private static void holds(boolean claim, String what) {
    if (!claim) {
      throw new AssertionError(what);
    }
  }

  private static void assertBounded(Cluster cluster) {
    holds(!cluster.worlds().isEmpty() && cluster.worlds().size() <= MAX_WORLDS, "worlds");
    double sum = 0;
    for (World w : cluster.worlds()) {
      sum += Cluster.probability(w);
      holds(w.agreed >= 0 && w.agreed <= 1, "agreed " + w.agreed);
      holds(w.strays.size() <= 48, "strays");
      holds(w.grasps.size() <= 12 * Math.max(1, cluster.people().size()), "grasps");
      holds(w.baskets.length == cluster.people().size(), "one basket each");
      for (Basket b : w.baskets) {
        holds(b.pieces().size() <= MAX_HOLDINGS, "holdings");
        holds(b.touches().length <= 32, "touches");
        for (Piece p : b.pieces()) {
          holds(!p.proofs().isEmpty() && p.proofs().size() <= 8, "proofs");
        }
      }
    }
    holds(Math.abs(sum - 1) < 1e-6, "weights sum to " + sum);
  }

  /** What all together hold of one change weighs no more than went in it. */
  private static void assertConserved(Cluster cluster, Map<Long, ShelfChange> byEnd) {
    for (World w : cluster.worlds()) {
      Map<Long, Double> grams = new TreeMap<>();
      for (Basket b : w.baskets) {
        int held = 0;
        for (Piece p : b.pieces()) {
          held += p.quantity();
          holds(p.quantity() >= 1 && p.quantity() <= p.taken(), "quantity");
          grams.merge(p.proofs().getFirst().felt().part().endNanos(), p.grams(), Double::sum);
        }
        holds(held == b.unitsIn() - b.unitsOut(), "units are conserved");
      }
      for (Map.Entry<Long, Double> e : grams.entrySet()) {
        ShelfChange change = byEnd.get(e.getKey());
        boolean one = change != null && e.getValue() <= -change.deltaGrams() * 1.01 + 1;
        holds(one, e.getValue() + " g are held of " + change);
      }
    }
  }

  @Test
  void givenACrowdThatTakesAndHandsOver_whenTheyLeaveOneByOne_thenNoUnitIsOnTwoReceipts() {
    for (long seed = 1; seed <= 5; seed++) {
      Crowd crowd = new Crowd(seed, 8, 64, 512, true);
      for (int i = 0; i < 300; i++) {
        crowd.second();
      }
      crowd.closes();

      Map<Long, Double> charged = new TreeMap<>();
      for (Cart.Line line : crowd.receipts) {
        for (Cart.Evidence e : line.evidence()) {
          ShelfChange part = e.assignment().change();
          assertThat(e.assignment().best().kind()).isEqualTo(Kind.TAKE);
          charged.merge(part.endNanos(), -part.deltaGrams(), Double::sum);
        }
      }
      for (ShelfChange change : List.copyOf(crowd.byEnd.values())) {
        assertThat(charged.getOrDefault(change.endNanos(), 0.0))
            .as("seed " + seed + ": " + change)
            .isLessThanOrEqualTo(-change.deltaGrams() * 1.01 + 1);
      }
    }
  }
}
