package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a loss of mass may have been, whoever did it. */
final class TakeReadings {
  private final ShelfPlan plan;
  private final MassEvidence mass;
  private final Goods goods;

  TakeReadings(ShelfPlan plan, MassEvidence mass, Goods goods) {
    this.plan = plan;
    this.mass = mass;
    this.goods = goods;
  }

  /** Every reading but a whim, without a person. */
  List<Hypothesis> of(ShelfChange change, PlaceEvidence place) {
    List<Hypothesis> readings = new ArrayList<>();
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(change.shelf());
    planned(change, place, planned, readings);
    elsewhere(change, planned, readings);
    strays(change, place, readings);
    return readings;
  }

  private void planned(
      ShelfChange change,
      PlaceEvidence place,
      Map<ProductCode, ShelfPlan.Planned> planned,
      List<Hypothesis> readings) {
    double grams = Math.abs(change.deltaGrams());
    for (ShelfPlan.Planned p : planned.values()) {
      double prior = (1 - Rates.WHIM) * (1 - Rates.OFF_PLAN) / planned.size();
      double at = p.placeRatio(place);
      for (int n = 1; n <= MassEvidence.MAX_COUNT; n++) {
        double density = mass.density(p.product(), n, grams, change.sigmaGrams());
        double weight = prior * MassEvidence.countPrior(n) * at * density;
        readings.add(Hypothesis.take(p.product(), n, Hypothesis.Source.PLANNED, null, weight));
      }
    }
  }

  /** Any product may stand where the planogram does not put it; one at a time, as it is rare. */
  private void elsewhere(
      ShelfChange change, Map<ProductCode, ShelfPlan.Planned> planned, List<Hypothesis> readings) {
    double grams = Math.abs(change.deltaGrams());
    double share = planned.isEmpty() ? 1 : Rates.OFF_PLAN;
    double prior = (1 - Rates.WHIM) * share / plan.products().size();
    for (Product product : plan.products()) {
      if (!planned.containsKey(product.code()) && product.hasMass()) {
        double density = mass.density(product, 1, grams, change.sigmaGrams());
        readings.add(
            Hypothesis.take(product, 1, Hypothesis.Source.ELSEWHERE, null, prior * density));
      }
    }
  }

  private void strays(ShelfChange change, PlaceEvidence place, List<Hypothesis> readings) {
    double grams = Math.abs(change.deltaGrams());
    for (Stray stray : goods.strays(change.shelf())) {
      double at = place.ratioNear(stray.centreMetres(), stray.spreadMetres());
      Product product = stray.product();
      for (int n = 1; n <= stray.quantity(); n++) {
        double weight =
            at
                * MassEvidence.densityOfWeighed(
                    stray.unitGrams(), stray.unitSigmaGrams(), n, grams, change.sigmaGrams());
        if (product != null) {
          double prior = Rates.STRAY_TAKE * MassEvidence.countPrior(n);
          readings.add(Hypothesis.take(product, n, Hypothesis.Source.STRAY, stray, prior * weight));
        } else {
          readings.add(
              Hypothesis.nothing(Hypothesis.Source.STRAY, stray, Rates.FOREIGN_TAKE * weight));
        }
      }
    }
  }
}
