package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Pair;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.Where;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a loss of mass may have been, whoever did it. */
final class TakeReadings {
  /** Readings this much less likely than the best are left out, and counted as nothing known. */
  private static final double LEAST = 1e-6;

  /** Most units that two people take of one product in one change. */
  private static final int MOST_BY_TWO = 4;

  private final ShelfPlan plan;

  TakeReadings(ShelfPlan plan) {
    this.plan = plan;
  }

  /** Readings that hold in every world. */
  List<Reading> common(Spot spot) {
    List<Reading> readings = new ArrayList<>();
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(spot.part().shelf());
    double best = planned(spot, planned, readings);
    best = Math.max(best, elsewhere(spot, planned, readings));
    readings.add(whim(spot));
    double least = Math.log(LEAST) + Math.max(best, readings.getLast().log());
    readings.removeIf(r -> r.log() < least);
    return readings;
  }

  /** A press, a bump or drift: it needs nobody, but one who touches the shelf causes many. */
  static Reading whim(Spot spot) {
    double rate = Rates.WHIM * (1 - Rates.WHIM_BY_TOUCH + Rates.WHIM_BY_TOUCH * spot.touch());
    double log = Math.log(rate) + spot.heard().nothing();
    return Reading.of(log, Deed.nothing(Source.WHIM, spot, null));
  }

  private double planned(
      Spot spot, Map<ProductCode, ShelfPlan.Planned> planned, List<Reading> readings) {
    double best = Double.NEGATIVE_INFINITY;
    for (ShelfPlan.Planned p : planned.values()) {
      double prior = Math.log((1 - Rates.WHIM) * (1 - Rates.OFF_PLAN) * p.prior());
      double[] logs = new double[MassEvidence.MAX_COUNT];
      for (int n = 1; n <= logs.length; n++) {
        Goods goods = Goods.of(Kind.TAKE, p.product(), n);
        double heard = spot.heard().goods(goods) + spot.heard().stands(goods, p.stands());
        double log = prior + Rates.logCount(n) + heard;
        Deed deed = Deed.take(p.product(), n, Source.PLANNED, spot, null);
        readings.add(Reading.of(log, deed));
        best = Math.max(best, log);
        logs[n - 1] = log;
      }
      double unlisted = p.unlisted();
      if (unlisted > 0) {
        double log = Logs.sum(logs) + Math.log(unlisted / (1 - unlisted));
        readings.add(Reading.of(log, Deed.nothing(Source.UNLISTED, spot, null)));
      }
      readings.addAll(byTwo(spot, p, prior));
    }
    return best;
  }

  /** Two people who take of the same product so that the plates feel one change. */
  private List<Reading> byTwo(Spot spot, ShelfPlan.Planned planned, double prior) {
    if (near(spot) < 2) {
      return List.of();
    }
    List<Reading> readings = new ArrayList<>();
    for (int n = 2; n <= MOST_BY_TWO; n++) {
      for (int k = 1; k < n; k++) {
        // Both orders of two people are tried: each counts half.
        double log =
            prior
                + Math.log(Rates.SAME_OF_TWO_PEOPLE / 2)
                + (Rates.logCount(k) + Rates.logCount(n - k))
                + ofTwo(spot, planned, k, n - k);
        if (log > Double.NEGATIVE_INFINITY) {
          Deed one = share(spot, planned.product(), k, n);
          Deed other = share(spot, planned.product(), n - k, n);
          readings.add(Reading.of(log, one, other, Reading.By.TWO));
        }
      }
    }
    return readings;
  }

  private static double ofTwo(Spot spot, ShelfPlan.Planned planned, int units, int others) {
    Goods one = Goods.of(Kind.TAKE, planned.product(), units);
    Goods other = Goods.of(Kind.TAKE, planned.product(), others);
    double[] portion = new double[spot.place().plates()];
    double sum = Double.NEGATIVE_INFINITY;
    for (ShelfPlan.Stand stand : planned.stands()) {
      Facing facing = stand.facing();
      Pair pair = new Pair(one, facing, other, facing, 0.5, portion);
      double log = Math.log(stand.share()) + spot.heard().pair(pair);
      sum = sum == Double.NEGATIVE_INFINITY ? log : Logs.add(sum, log);
    }
    return sum;
  }

  private static Deed share(Spot spot, Product product, int units, int of) {
    Spot share =
        Spot.of(
            share(spot.part(), (double) units / of),
            spot.place(),
            spot.reaches(),
            spot.felt().trust(),
            spot.heard());
    return Deed.take(product, units, Source.PLANNED, share, null);
  }

  private static ShelfChange share(ShelfChange change, double share) {
    List<ShelfChange.PlateDelta> plates = new ArrayList<>();
    for (ShelfChange.PlateDelta p : change.plates()) {
      plates.add(p.portion(share));
    }
    return change.part(share * change.deltaGrams(), change.sigmaGrams(), plates);
  }

  /** How many people had a hand near. */
  static int near(Spot spot) {
    int near = 0;
    for (Reach r : spot.reaches()) {
      near += r.ratio() >= 1 ? 1 : 0;
    }
    return near;
  }

  /** Any product may stand where the planogram does not put it; one at a time, as it is rare. */
  private double elsewhere(
      Spot spot, Map<ProductCode, ShelfPlan.Planned> planned, List<Reading> readings) {
    double best = Double.NEGATIVE_INFINITY;
    double share = planned.isEmpty() ? 1 : Rates.OFF_PLAN;
    double prior = Math.log((1 - Rates.WHIM) * share / plan.products().size());
    for (Product product : plan.products()) {
      if (!planned.containsKey(product.code()) && product.hasMass()) {
        Goods goods = Goods.of(Kind.TAKE, product, 1);
        double heard = spot.heard().goods(goods) + spot.heard().place(goods, Where.ANYWHERE);
        Deed deed = Deed.take(product, 1, Source.ELSEWHERE, spot, null);
        readings.add(Reading.of(prior + heard, deed));
        best = Math.max(best, prior + heard);
      }
    }
    return best;
  }

  /** Readings by what lies out of plan in one world. */
  List<Reading> ofStrays(Spot spot, Collection<Stray> strays) {
    List<Reading> readings = new ArrayList<>();
    for (Stray stray : strays) {
      Product product = stray.product();
      if (product == null || !stray.shelf().equals(spot.part().shelf())) {
        continue;
      }
      Where at = new Where.Near(stray.centreMetres(), stray.spreadMetres());
      Goods.Weighed weighed = new Goods.Weighed(stray.unitGrams(), stray.unitSigmaGrams());
      for (int n = 1; n <= stray.quantity(); n++) {
        Goods goods = new Goods(Kind.TAKE, product, n, weighed);
        double heard = spot.heard().goods(goods) + spot.heard().place(goods, at);
        double log = Math.log(Rates.STRAY_TAKE) + Rates.logCount(n) + heard;
        readings.add(Reading.of(log, Deed.take(product, n, Source.STRAY, spot, stray)));
      }
    }
    return readings;
  }
}
