package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.ProductCode;
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
  private static final double ALL_AT_ONCE = 0.6;

  /** A thing set down goes on coming to rest within this time. */
  private static final long CONTINUES_NANOS = 3_000_000_000L;

  /** Of the things set down over several plates, those that the plates told as two changes. */
  private static final double CONTINUED = 0.2;

  /** Whether somebody absent may hold something is looked up in worlds from this weight. */
  private static final double LEAST_WORLD_LOG = Math.log(0.05);

  private final ShelfPlan plan;
  private final MassEvidence mass;

  PutBackReadings(ShelfPlan plan, MassEvidence mass) {
    this.plan = plan;
    this.mass = mass;
  }

  /** Readings that hold in every world: filling up, a thing that is no product, a whim. */
  List<Reading> common(Spot spot) {
    List<Reading> readings = new ArrayList<>();
    double grams = spot.grams();
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(spot.part().shelf());
    for (ShelfPlan.Planned p : planned.values()) {
      double at = p.placeRatio(spot.place());
      double placed = at >= ShelfPlan.MISPLACED_BELOW ? 1 : Rates.RESTOCK_ASTRAY;
      double right = placed * plan.shelves() * at * p.prior();
      for (int n = 1; n <= MassEvidence.MAX_COUNT; n++) {
        double density = mass.density(p.product(), n, grams, spot.part().sigmaGrams());
        double weight = right * MassEvidence.countPrior(n) * density;
        readings.add(Reading.of(weight, Deed.putBack(p.product(), n, Source.RESTOCK, spot, -1)));
      }
    }
    double foreign = Rates.FOREIGN_PUT * Rates.foreignDensity(grams);
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
        double weight = CONTINUED * Rates.foreignDensity(before.deltaGrams() + spot.grams());
        readings.add(Reading.of(weight, Deed.nothing(Source.FOREIGN, spot, thing)));
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
      double belongs = belongs(planned.get(code), spot);
      int most = Math.min(MassEvidence.MAX_COUNT, basket.quantity(code));
      for (int n = 1; n <= most; n++) {
        double prior = MassEvidence.countPrior(n);
        double count = n > 1 && n == piece.taken() ? Math.max(prior, ALL_AT_ONCE) : prior;
        double fit =
            MassEvidence.densityOfWeighed(
                piece.unitGrams(),
                piece.unitSigmaGrams(),
                n,
                spot.grams(),
                spot.part().sigmaGrams());
        Deed deed = Deed.putBack(piece.product(), n, Source.HELD, spot, owner);
        readings.add(Reading.of(count * fit * belongs, deed));
      }
    }
  }

  /**
   * How much likelier this place is for a put-back of a product than any place of any shelf: mostly
   * it goes where it belongs, else anywhere, and half of that on its own shelf.
   */
  private double belongs(ShelfPlan.@Nullable Planned planned, Spot spot) {
    double wrong = 1 - Rates.RIGHT_SHELF;
    if (planned == null) {
      return wrong * (1 - Rates.OWN_SHELF);
    }
    double right = plan.shelves() * planned.placeRatio(spot.place());
    double own = wrong * (1 - Rates.OWN_SHELF + Rates.OWN_SHELF * plan.shelves());
    return Rates.RIGHT_SHELF * right + own;
  }
}
