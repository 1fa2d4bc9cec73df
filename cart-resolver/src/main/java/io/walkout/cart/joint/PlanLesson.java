package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.cart.plan.FacingBelief;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one change teaches of the facing it was felt at: with which probability it was a load of the
 * one thing that stands there. That probability comes from the place alone, as the mass is what is
 * to be learned. Takes of several things, of what lies out of plan, and whims teach nothing;
 * neither does a change whose place is in doubt.
 */
final class PlanLesson {
  /** A facing must be this sure to be the place, and the change to be a load of it. Chosen. */
  private static final double LEAST = 0.6;

  private final ShelfPlan plan;
  private final Spot spot;
  private final Map<ProductCode, Double> planned = new TreeMap<>();
  private final Map<PersonId, Double> people = new TreeMap<>();
  private double stock;

  PlanLesson(ShelfPlan plan, Spot spot) {
    this.plan = plan;
    this.spot = spot;
  }

  /** One way to go on, with its probability. */
  void add(Step step, double share) {
    List<Deed> deeds = step.reading().deeds();
    Deed deed = deeds.getFirst();
    if (deeds.size() > 1) {
      return;
    }
    Product product = deed.product();
    boolean delivered = deed.source() == Source.RESTOCK && deed.kind() == Kind.PUT_BACK;
    if (product != null && (deed.source() == Source.PLANNED || delivered)) {
      planned.merge(product.code(), share, Double::sum);
    } else if (deed.source() != Source.ELSEWHERE && deed.source() != Source.UNLISTED) {
      return;
    }
    stock += share;
    Reach by = step.reaches().getFirst();
    if (by != null) {
      people.merge(by.person(), share, Double::sum);
    }
  }

  /** Tells the belief of the facing it was felt at, and looks at the mass of what was taken. */
  void teach() {
    List<FacingBelief> facings = plan.belief().on(spot.part().shelf());
    double[] share = new double[facings.size()];
    int best = -1;
    double sum = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] = spot.place().ratioOf(facings.get(i).facing());
      sum += share[i];
      best = best < 0 || share[i] > share[best] ? i : best;
    }
    long nanos = spot.part().endNanos();
    if (best >= 0 && Math.min(stock, 1) * share[best] / sum >= LEAST) {
      double sigma = spot.part().sigmaGrams();
      double confidence = Math.min(stock, 1) * share[best] / sum;
      double otherwise = otherwise(facings, share, best, sum - share[best]);
      plan.belief()
          .felt(
              facings.get(best),
              nanos,
              spot.part().deltaGrams(),
              sigma,
              confidence,
              otherwise,
              who());
    }
    for (Map.Entry<ProductCode, Double> entry : planned.entrySet()) {
      if (entry.getValue() >= LEAST) {
        plan.belief().weighed(entry.getKey(), nanos);
      }
    }
  }

  /** How likely the load is if it was from one of the neighbours, each as near as it is. */
  private double otherwise(List<FacingBelief> facings, double[] share, int but, double sum) {
    double density = 0;
    for (int i = 0; i < share.length; i++) {
      if (i != but) {
        Product there = facings.get(i).planned();
        double fit = plan.belief().fit(there, spot.grams(), spot.part().sigmaGrams());
        density += share[i] / sum * fit;
      }
    }
    return density;
  }

  private @Nullable PersonId who() {
    PersonId best = null;
    double most = 0;
    for (Map.Entry<PersonId, Double> entry : people.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }
}
