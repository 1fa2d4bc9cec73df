package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Reach;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the world that follows from a step: who holds what then, and what lies out of plan. */
final class Deeds {
  /** Most hands remembered at work; more can't overlap within seconds. */
  private static final int MOST_GRASPS = 12;

  private final ShelfPlan plan;
  private final MassEvidence mass;
  private final int maxHoldings;

  /** Of the change of {@link #countsSerial}, as hundreds of worlds ask the same; never walked. */
  private final Map<Felt, Map<ProductCode, double[]>> counts = new HashMap<>();

  private long countsSerial = Long.MIN_VALUE;

  Deeds(ShelfPlan plan, MassEvidence mass, int maxHoldings) {
    this.plan = plan;
    this.mass = mass;
    this.maxHoldings = maxHoldings;
  }

  /**
   * The world after a step that the change of that serial made.
   *
   * @param doubted serials of the things out of plan that this change may have been about
   */
  World after(Step step, Cluster cluster, long serial, Set<Long> doubted) {
    Basket[] baskets = step.from().baskets.clone();
    List<Stray> strays = new ArrayList<>(step.from().strays);
    List<World.Grasp> grasps = new ArrayList<>(step.from().grasps);
    for (int i = 0; i < step.reading().deeds().size(); i++) {
      Deed deed = step.reading().deeds().get(i);
      Reach by = step.reaches().get(i);
      Proof proof = new Proof(deed.spot().felt(), step.explanation(i), by);
      switch (deed.kind()) {
        case TAKE -> take(deed, by, proof, cluster, serial, baskets, strays);
        case PUT_BACK -> putBack(deed, by, proof, serial, baskets, strays);
        case NOTHING -> ownThing(deed, by, serial, strays);
      }
      if (by != null && deed.kind() != Kind.NOTHING) {
        grasps.add(World.Grasp.of(by.person(), step.sides()[i], deed.spot().part()));
      }
    }
    while (grasps.size() > MOST_GRASPS) {
      grasps.removeFirst();
    }
    strays.replaceAll(s -> doubted.contains(s.serial()) ? s.touched(serial) : s);
    return new World(
        step.log(), step.from().agreed, baskets, Bound.latest(strays), List.copyOf(grasps));
  }

  /** Units of a step that find no place in the basket of who took them. */
  int beyondHoldings(Step step, Cluster cluster) {
    int units = 0;
    for (int i = 0; i < step.reading().deeds().size(); i++) {
      Deed deed = step.reading().deeds().get(i);
      Reach by = step.reaches().get(i);
      int who = by == null ? -1 : cluster.indexOf(by.person());
      if (deed.kind() == Kind.TAKE
          && who >= 0
          && step.from().baskets[who].pieces().size() >= maxHoldings) {
        units += deed.quantity();
      }
    }
    return units;
  }

  private void take(
      Deed deed,
      @Nullable Reach by,
      Proof proof,
      Cluster cluster,
      long serial,
      Basket[] baskets,
      List<Stray> strays) {
    Stray stray = deed.stray();
    if (stray != null) {
      strays.removeIf(s -> s.serial() == stray.serial());
      if (stray.quantity() > deed.quantity()) {
        strays.add(stray.less(deed.quantity()));
      }
    }
    int who = by == null ? -1 : cluster.indexOf(by.person());
    Product product = deed.product();
    if (who < 0 || product == null || baskets[who].pieces().size() >= maxHoldings) {
      return; // in nobody's cart: counted where the change was announced
    }
    double grams = deed.spot().grams();
    double sigma = deed.spot().part().sigmaGrams();
    boolean byMass = deed.source() == Source.PLANNED;
    double log = byMass ? logCount(product, deed.quantity(), deed.spot(), serial) : 0;
    Piece piece =
        new Piece(
            serial,
            product,
            deed.quantity(),
            deed.quantity(),
            grams,
            sigma,
            byMass,
            log,
            List.of(proof),
            null);
    baskets[who] = baskets[who].with(piece, serial);
  }

  /** Logarithm of the probability of a number of units, as known now. */
  private double logCount(Product product, int units, Spot spot, long serial) {
    if (serial != countsSerial) {
      counts.clear();
      countsSerial = serial;
    }
    double[] posterior =
        counts
            .computeIfAbsent(spot.felt(), f -> new HashMap<>())
            .computeIfAbsent(
                product.code(),
                p -> mass.countPosterior(product, spot.grams(), spot.part().sigmaGrams()));
    return Math.log(Math.max(posterior[units], 1e-12));
  }

  private void putBack(
      Deed deed,
      @Nullable Reach by,
      Proof proof,
      long serial,
      Basket[] baskets,
      List<Stray> strays) {
    Product product = deed.product();
    if (product == null) {
      return;
    }
    if (deed.owner() >= 0) {
      baskets[deed.owner()] =
          baskets[deed.owner()].without(product, deed.quantity(), serial, proof);
    }
    if (!isOnPlan(Goods.of(deed.kind(), product, deed.quantity()), deed.spot())) {
      strays.add(stray(deed.spot(), product, deed.quantity(), by, serial));
    }
  }

  private boolean isOnPlan(Goods goods, Spot spot) {
    ShelfPlan.Planned planned = plan.on(spot.part().shelf()).get(goods.product().code());
    return planned != null
        && spot.heard().stands(goods, planned.stands()) >= ShelfPlan.MISPLACED_BELOW_LOG;
  }

  private static void ownThing(Deed deed, @Nullable Reach by, long serial, List<Stray> strays) {
    Stray thing = deed.stray();
    if (thing != null) {
      strays.removeIf(s -> s.serial() == thing.serial());
    }
    if (deed.source() == Source.FOREIGN) {
      Stray now = stray(deed.spot(), null, 1, by, serial);
      strays.add(thing == null ? now : grown(thing, now));
    }
  }

  private static Stray grown(Stray thing, Stray more) {
    ShelfChange felt = Fetching.together(thing.felt(), more.felt());
    return new Stray(
        thing.serial(),
        thing.shelf(),
        null,
        1,
        felt.deltaGrams(),
        felt.sigmaGrams(),
        felt,
        (thing.centreMetres() + more.centreMetres()) / 2,
        thing.spreadMetres() + more.spreadMetres(),
        thing.owner(),
        thing.touches());
  }

  private static Stray stray(
      Spot spot, @Nullable Product product, int units, @Nullable Reach by, long serial) {
    PersonId owner = by == null ? null : by.person();
    return new Stray(
        serial,
        spot.part().shelf(),
        product,
        units,
        spot.part().deltaGrams() / units,
        spot.part().sigmaGrams() / units,
        spot.part(),
        spot.place().centreMetres(),
        spot.place().spreadMetres(),
        owner,
        List.of(serial));
  }

  /** The same explanation with its probability. */
  static Explanation rated(Explanation e, double probability) {
    return new Explanation(
        e.kind(), e.person(), e.product(), e.quantity(), Math.clamp(probability, 0, 1));
  }
}
