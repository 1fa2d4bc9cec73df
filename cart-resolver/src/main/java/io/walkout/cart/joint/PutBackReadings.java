package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Where;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gain of mass may have been, whoever did it. */
final class PutBackReadings {
  /**
   * Chance that somebody who took several at once puts all of them back at once. Chosen: one act
   * undoes the other.
   */
  private static final double ALL_AT_ONCE_LOG = Math.log(0.6);

  /** A thing set down goes on coming to rest within this time. */
  private static final long CONTINUES_NANOS = 3_000_000_000L;

  /** Of the things set down over several plates, those that the plates told as two changes. */
  private static final double CONTINUED = 0.2;

  /** Whether somebody absent may hold something is looked up in worlds from this weight. */
  private static final double LEAST_WORLD_LOG = Math.log(0.05);

  private final ShelfPlan plan;

  PutBackReadings(ShelfPlan plan) {
    this.plan = plan;
  }

  /** Readings that hold in every world: filling up, a thing that is no product, a whim. */
  List<Reading> common(Spot spot) {
    List<Reading> readings = new ArrayList<>();
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(spot.part().shelf());
    for (ShelfPlan.Planned p : planned.values()) {
      for (int n = 1; n <= MassEvidence.MAX_COUNT; n++) {
        Goods goods = Goods.of(Kind.PUT_BACK, p.product(), n);
        double at = spot.heard().stands(goods, p.stands());
        double placed = at >= ShelfPlan.MISPLACED_BELOW_LOG ? 1 : Rates.RESTOCK_ASTRAY;
        double right = Math.log(placed * plan.shelves() * p.prior()) + at;
        double log = right + Rates.logCount(n) + spot.heard().goods(goods);
        readings.add(Reading.of(log, Deed.putBack(p.product(), n, Source.RESTOCK, spot, -1)));
      }
    }
    double foreign = Math.log(Rates.FOREIGN_PUT) + spot.heard().thing(null, true);
    readings.add(Reading.of(foreign, Deed.nothing(Source.FOREIGN, spot, null)));
    readings.add(TakeReadings.whim(spot));
    return readings;
  }

  /** Readings as the rest of a thing that was being set down there already. */
  List<Reading> continued(Spot spot, List<Stray> strays) {
    List<Reading> readings = new ArrayList<>();
    for (Stray thing : strays) {
      ShelfChange before = thing.felt();
      if (thing.product() == null
          && thing.shelf().equals(spot.part().shelf())
          && spot.part().startNanos() - before.endNanos() < CONTINUES_NANOS
          && before.touches(spot.part())) {
        double log = Math.log(CONTINUED) + spot.heard().thing(before, true);
        readings.add(Reading.of(log, Deed.nothing(Source.FOREIGN, spot, thing)));
      }
    }
    return readings;
  }

  /** The weight, as a logarithm, of the best reading as filling up, before who does that. */
  double bestOfNobody(Spot spot) {
    double best = Double.NEGATIVE_INFINITY;
    for (Reading r : common(spot)) {
      best = r.deeds().getFirst().source() == Source.RESTOCK ? Math.max(best, r.log()) : best;
    }
    return best;
  }

  /** The weight, as a logarithm, of the best reading out of what people of a cluster hold. */
  double bestHeld(Cluster cluster, Spot spot) {
    double best = Double.NEGATIVE_INFINITY;
    for (World world : cluster.worlds()) {
      if (world.log < LEAST_WORLD_LOG) {
        break;
      }
      List<Reading> readings = new ArrayList<>();
      for (int i = 0; i < world.baskets.length; i++) {
        held(world.baskets[i], i, spot, readings);
      }
      for (Reading r : readings) {
        best = Math.max(best, world.log + r.log());
      }
    }
    return best;
  }

  /** Readings out of one basket of one world. */
  void held(Basket basket, int owner, Spot spot, List<Reading> readings) {
    List<ProductCode> done = new ArrayList<>();
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(spot.part().shelf());
    for (int i = basket.pieces().size() - 1; i >= 0; i--) {
      Piece piece = basket.pieces().get(i);
      ProductCode code = piece.product().code();
      if (done.contains(code)) {
        continue;
      }
      done.add(code);
      ShelfPlan.Planned here = planned.get(code);
      Goods.Weighed weighed = new Goods.Weighed(piece.unitGrams(), piece.unitSigmaGrams());
      int most = Math.min(MassEvidence.MAX_COUNT, basket.quantity(code));
      for (int n = 1; n <= most; n++) {
        Goods goods = new Goods(Kind.PUT_BACK, piece.product(), n, weighed);
        double prior = Rates.logCount(n);
        double count = n > 1 && n == piece.taken() ? Math.max(prior, ALL_AT_ONCE_LOG) : prior;
        double log = count + spot.heard().goods(goods) + belongs(goods, here, spot);
        Deed deed = Deed.putBack(piece.product(), n, Source.HELD, spot, owner);
        readings.add(Reading.of(log, deed));
      }
    }
  }

  /**
   * How much likelier this place is for a put-back of a product than any place of any shelf, as a
   * logarithm: mostly it goes where it belongs, else anywhere, and half of that on its own shelf.
   */
  private double belongs(Goods goods, ShelfPlan.@Nullable Planned planned, Spot spot) {
    double anywhere = spot.heard().place(goods, Where.ANYWHERE);
    if (planned == null) {
      return Math.log((1 - Rates.RIGHT_SHELF) * (1 - Rates.OWN_SHELF)) + anywhere;
    }
    double right = Math.log(Rates.RIGHT_SHELF * plan.shelves());
    double there = spot.heard().stands(goods, planned.stands());
    return Logs.add(right + there, Math.log(Rates.ownShelf(plan.shelves())) + anywhere);
  }
}
