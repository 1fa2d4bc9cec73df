package io.walkout.cart.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.cart.Shop;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Clusters come together and part; nobody's odds change by that. */
class ClusterTest {
  private static final Bound WIDE = new Bound(1_000_000);
  private static final Product[] PRODUCTS = {product("cola"), product("juice"), product("still")};

  private static Product product(String code) {
    return new Product(new ProductCode(code), code, 500, null);
  }

  @Test
  void givenRandomClusters_whenTheyAreJoinedAndPartedAgain_thenWeightsSumToOneAndNoMarginalMoves() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      Cluster a = random(random, 1, 1 + random.nextInt(3), 100);
      Cluster b = random(random, 11, 1 + random.nextInt(3), 200);
      Map<String, Double> before = marginals(List.of(a, b));

      Cluster joined = Cluster.joined(a, b, WIDE);
      List<Cluster> parted = Components.of(joined, WIDE);

      assertThat(sum(joined)).as("seed " + seed).isCloseTo(1, within(1e-9));
      assertSame(marginals(List.of(joined)), before, seed);
      assertSame(marginals(parted), before, seed);
      for (Cluster part : parted) {
        assertThat(sum(part)).as("seed " + seed).isCloseTo(1, within(1e-9));
        boolean ofA = part.people().getFirst().value() < 11;
        assertThat(part.people())
            .as("seed " + seed + ": who never had to do with each other are apart")
            .allMatch(p -> p.value() < 11 == ofA);
      }
    }
  }

  @Test
  void givenABound_whenClustersAreJoined_thenTheLikeliestPairsAreKeptAndTheRestIsCounted() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      Cluster a = random(random, 1, 2, 100);
      Cluster b = random(random, 11, 2, 200);
      List<World> all = Cluster.joined(a, b, WIDE).worlds();
      Bound bound = new Bound(5);

      List<World> kept = Cluster.joined(a, b, bound).worlds();

      int most = Math.min(5, all.size());
      assertThat(kept).as("seed " + seed).hasSize(most);
      for (int i = 0; i < most; i++) {
        double ratio = all.get(i).log - all.getFirst().log;
        assertThat(kept.get(i).log - kept.getFirst().log).isCloseTo(ratio, within(1e-9));
      }
      Map<String, Long> counts = new TreeMap<>();
      bound.countInto(counts);
      assertThat(counts).containsEntry("worldsDropped", (long) (all.size() - most));
      assertThat(counts.getOrDefault("worldsDroppedMostPerMillion", 0L) > 0)
          .isEqualTo(all.size() > most);
    }
  }

  @Test
  void givenAUnitThatOneOfTwoHas_whenItIsChargedToTheOneWhoLeaves_thenTheOthersReceiptLacksIt() {
    Basket has = Basket.EMPTY.with(piece(1, PRODUCTS[0]), 1);
    Basket hasMore = has.with(piece(2, PRODUCTS[1]), 2);
    Basket none = Basket.EMPTY;
    List<World> worlds = new ArrayList<>();
    worlds.add(world(0.4, has, none));
    worlds.add(world(0.3, none, has));
    worlds.add(world(0.3, none, hasMore));
    Cluster cluster =
        new Cluster(new ArrayList<>(List.of(new PersonId(1), new PersonId(2))), worlds);
    cluster.compact(WIDE);

    cluster.remove(new PersonId(1), WIDE);

    assertThat(cluster.best().baskets[0].pieces()).isEmpty();
    assertThat(Cluster.probability(cluster.best()))
        .as("that the receipts are right is no surer for having been given")
        .isCloseTo(0.4, within(1e-9));
  }

  private static World world(double weight, Basket... baskets) {
    return new World(Math.log(weight), baskets, List.of(), List.of());
  }

  /** People of running numbers and some random worlds; serials begin with the one given. */
  private static Cluster random(Random random, long firstPerson, int people, int serial) {
    List<PersonId> ids = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      ids.add(new PersonId(firstPerson + i));
    }
    List<World> worlds = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int w = 0; w < count; w++) {
      Basket[] baskets = new Basket[people];
      for (int i = 0; i < people; i++) {
        baskets[i] = Basket.EMPTY;
        for (int k = random.nextInt(3); k > 0; k--) {
          int by = serial + random.nextInt(4);
          baskets[i] = baskets[i].with(piece(by, PRODUCTS[random.nextInt(3)]), by);
        }
      }
      worlds.add(new World(-3 * random.nextDouble(), baskets, List.of(), List.of()));
    }
    Cluster cluster = new Cluster(ids, worlds);
    cluster.compact(WIDE);
    return cluster;
  }

  private static Piece piece(int serial, Product product) {
    Explanation take = new Explanation(Kind.TAKE, new PersonId(1), product.code(), 1, 1);
    Proof proof = new Proof(new Felt(Shop.change(1, serial, serial + 1, 1, -500), 1), take, null);
    return new Piece(serial, product, 1, 1, 500, 1, true, 0, List.of(proof), null);
  }

  private static double sum(Cluster cluster) {
    double sum = 0;
    for (World w : cluster.worlds()) {
      sum += Cluster.probability(w);
    }
    return sum;
  }

  /** How likely each person holds each set of goods. */
  private static Map<String, Double> marginals(List<Cluster> clusters) {
    Map<String, Double> marginals = new TreeMap<>();
    for (Cluster c : clusters) {
      for (World w : c.worlds()) {
        for (int i = 0; i < w.baskets.length; i++) {
          String goods = new TreeMap<>(w.baskets[i].quantities()).toString();
          marginals.merge(c.person(i) + " " + goods, Cluster.probability(w), Double::sum);
        }
      }
    }
    return marginals;
  }

  private static void assertSame(Map<String, Double> now, Map<String, Double> before, long seed) {
    assertThat(now.keySet()).as("seed " + seed).isEqualTo(before.keySet());
    now.forEach(
        (what, p) ->
            assertThat(p)
                .as("seed " + seed + ": " + what)
                .isCloseTo(before.getOrDefault(what, -1.0), within(1e-9)));
  }
}
