package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gain of mass may have been, before it is asked who did it. */
final class PutBackReadings {
  /** Putting back all that was taken in one hand is as usual as putting back a part. Chosen. */
  private static final double ALL_AT_ONCE = 0.4;

  private final ShelfPlan plan;
  private final MassEvidence mass;
  private final Goods goods;

  PutBackReadings(ShelfPlan plan, MassEvidence mass, Goods goods) {
    this.plan = plan;
    this.mass = mass;
    this.goods = goods;
  }

  /** Every reading but a whim, without the person who did it; those from a cart name its owner. */
  List<Hypothesis> of(ShelfChange change, PlaceEvidence place) {
    List<Hypothesis> readings = new ArrayList<>();
    if (change.deltaGrams() <= 0) {
      return readings; // a change of nothing is no put-back
    }
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(change.shelf());
    for (OpenCart cart : goods.openCarts()) {
      held(cart, change, place, readings);
    }
    for (ShelfPlan.Planned p : planned.values()) {
      double right = plan.shelves() * p.placeRatio(place) / planned.size();
      for (int n = 1; n <= MassEvidence.MAX_COUNT; n++) {
        double density = mass.density(p.product(), n, change.deltaGrams(), change.sigmaGrams());
        double weight = Rates.RESTOCK * right * MassEvidence.countPrior(n) * density;
        readings.add(Hypothesis.putBack(p.product(), n, Hypothesis.Source.RESTOCK, null, weight));
      }
    }
    double weight = Rates.FOREIGN_PUT * Rates.foreignDensity(change.deltaGrams());
    readings.add(Hypothesis.nothing(Hypothesis.Source.FOREIGN, null, weight));
    return readings;
  }

  private void held(
      OpenCart cart, ShelfChange change, PlaceEvidence place, List<Hypothesis> readings) {
    List<ProductCode> done = new ArrayList<>();
    for (int i = cart.holdings.size() - 1; i >= 0; i--) {
      Holding holding = cart.holdings.get(i);
      if (done.contains(holding.product.code())) {
        continue;
      }
      done.add(holding.product.code());
      int most = Math.min(MassEvidence.MAX_COUNT, cart.quantity(holding.product.code()));
      for (int n = 1; n <= most; n++) {
        double prior = MassEvidence.countPrior(n);
        double count = n > 1 && n == holding.taken ? Math.max(prior, ALL_AT_ONCE) : prior;
        double fit =
            MassEvidence.densityOfWeighed(
                holding.unitGrams(),
                holding.unitSigmaGrams(),
                n,
                change.deltaGrams(),
                change.sigmaGrams());
        readings.add(
            Hypothesis.putBack(
                holding.product,
                n,
                Hypothesis.Source.HELD,
                cart,
                count * fit * belonging(holding, change, place)));
      }
    }
  }

  /**
   * How much likelier this shelf and place are for a put-back of the holding than any place of any
   * shelf. What the holding is may be uncertain: each reading of its take has its say.
   */
  private double belonging(Holding holding, ShelfChange change, PlaceEvidence place) {
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(change.shelf());
    double sum = holding.identityProbability * right(planned.get(holding.product.code()), place);
    double known = holding.identityProbability;
    for (Explanation reading : holding.readings) {
      if (reading.product() != null && !reading.product().equals(holding.product.code())) {
        sum += reading.probability() * right(planned.get(reading.product()), place);
        known += reading.probability();
      }
    }
    return 1 - Rates.RIGHT_SHELF + Rates.RIGHT_SHELF * sum / Math.max(known, 1e-9);
  }

  private double right(ShelfPlan.@Nullable Planned planned, PlaceEvidence place) {
    return planned == null ? 0 : plan.shelves() * planned.placeRatio(place);
  }
}
