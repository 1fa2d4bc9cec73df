package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Reach;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
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
  private final MassEvidence mass;

  TakeReadings(ShelfPlan plan, MassEvidence mass) {
    this.plan = plan;
    this.mass = mass;
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
    double weight =
        Rates.WHIM
            * Rates.whimDensity(spot.grams(), spot.part().sigmaGrams())
            * (1 - Rates.WHIM_BY_TOUCH + Rates.WHIM_BY_TOUCH * spot.touch());
    return Reading.of(weight, Deed.nothing(Source.WHIM, spot, null));
  }

  private double planned(
      Spot spot, Map<ProductCode, ShelfPlan.Planned> planned, List<Reading> readings) {
    double best = Double.NEGATIVE_INFINITY;
    for (ShelfPlan.Planned p : planned.values()) {
      double prior = (1 - Rates.WHIM) * (1 - Rates.OFF_PLAN) * p.prior();
      double at = p.placeRatio(spot.place());
      double sum = 0;
      for (int n = 1; n <= MassEvidence.MAX_COUNT; n++) {
        double density = mass.density(p.product(), n, spot.grams(), spot.part().sigmaGrams());
        double weight = prior * MassEvidence.countPrior(n) * at * density;
        Deed deed = Deed.take(p.product(), n, Source.PLANNED, spot, null);
        readings.add(Reading.of(weight, deed));
        best = Math.max(best, Math.log(weight));
        sum += weight;
      }
      double unlisted = p.unlisted();
      if (unlisted > 0) {
        double weight = sum * unlisted / (1 - unlisted);
        readings.add(Reading.of(weight, Deed.nothing(Source.UNLISTED, spot, null)));
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
    double at = 0;
    double[] portion = new double[spot.place().plates()];
    for (ShelfPlan.Stand stand : planned.stands()) {
      Facing facing = stand.facing();
      at += spot.place().ratioOfPair(facing, facing, 0.5, portion) * stand.share();
    }
    List<Reading> readings = new ArrayList<>();
    for (int n = 2; n <= MOST_BY_TWO; n++) {
      double density = mass.density(planned.product(), n, spot.grams(), spot.part().sigmaGrams());
      for (int k = 1; k < n; k++) {
        double counts = MassEvidence.countPrior(k) * MassEvidence.countPrior(n - k);
        double weight = prior * at * Rates.PAIR_OF_TWO_PEOPLE * counts * density;
        if (weight > 0) {
          // Both orders of two people are tried: each counts half.
          Deed one = share(spot, planned.product(), k, n);
          Deed other = share(spot, planned.product(), n - k, n);
          readings.add(Reading.of(weight / 2, one, other, Reading.By.TWO));
        }
      }
    }
    return readings;
  }

  private static Deed share(Spot spot, Product product, int units, int of) {
    Spot share =
        Spot.of(
            share(spot.part(), (double) units / of),
            spot.place(),
            spot.reaches(),
            spot.felt().trust());
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
    double prior = (1 - Rates.WHIM) * share / plan.products().size();
    for (Product product : plan.products()) {
      if (!planned.containsKey(product.code()) && product.hasMass()) {
        double density = mass.density(product, 1, spot.grams(), spot.part().sigmaGrams());
        Deed deed = Deed.take(product, 1, Source.ELSEWHERE, spot, null);
        readings.add(Reading.of(prior * density, deed));
        best = Math.max(best, Math.log(prior * density));
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
      double at = spot.place().ratioNear(stray.centreMetres(), stray.spreadMetres());
      for (int n = 1; n <= stray.quantity(); n++) {
        double density =
            MassEvidence.densityOfWeighed(
                stray.unitGrams(),
                stray.unitSigmaGrams(),
                n,
                spot.grams(),
                spot.part().sigmaGrams());
        double weight = Rates.STRAY_TAKE * MassEvidence.countPrior(n) * at * density;
        readings.add(Reading.of(weight, Deed.take(product, n, Source.STRAY, spot, stray)));
      }
    }
    return readings;
  }
}
