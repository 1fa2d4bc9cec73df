package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.cart.plan.FacingBelief;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one change teaches of the facing it was felt at: with which probability it was a load of the
 * one thing that stands there. Takes of several things, of what lies out of plan, and whims teach
 * nothing; neither does a change whose place is in doubt.
 */
final class PlanLesson {
  /** A facing must be this sure to be the place, and the change to be a load of it. Chosen. */
  private static final double LEAST = 0.6;

  private final ShelfPlan plan;
  private final Spot spot;
  private final Map<ProductCode, Double> planned = new TreeMap<>();
  private final Map<PersonId, Double> people = new TreeMap<>();
  private double anywhere;

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
    } else if (deed.source() == Source.ELSEWHERE || deed.source() == Source.UNLISTED) {
      anywhere += share;
    } else {
      return;
    }
    Reach by = step.reaches().getFirst();
    if (by != null) {
      people.merge(by.person(), share, Double::sum);
    }
  }

  /** Tells the belief of the facing it was, and looks at the mass of what was taken. */
  void teach() {
    List<FacingBelief> facings = plan.belief().on(spot.part().shelf());
    double[] sure = new double[facings.size()];
    byPlace(facings, sure);
    byProduct(facings, sure);
    int best = -1;
    for (int i = 0; i < sure.length; i++) {
      best = best < 0 || sure[i] > sure[best] ? i : best;
    }
    long nanos = spot.part().endNanos();
    if (best >= 0 && sure[best] >= LEAST) {
      plan.belief()
          .felt(
              facings.get(best),
              nanos,
              spot.part().deltaGrams(),
              spot.part().sigmaGrams(),
              Math.min(1, sure[best]),
              who());
    }
    for (Map.Entry<ProductCode, Double> entry : planned.entrySet()) {
      if (entry.getValue() >= LEAST) {
        plan.belief().weighed(entry.getKey(), nanos);
      }
    }
  }

  private void byPlace(List<FacingBelief> facings, double[] sure) {
    double sum = 0;
    for (int i = 0; i < sure.length; i++) {
      sure[i] = spot.place().ratioOf(facings.get(i).facing());
      sum += sure[i];
    }
    for (int i = 0; i < sure.length; i++) {
      sure[i] *= anywhere / sum;
    }
  }

  private void byProduct(List<FacingBelief> facings, double[] sure) {
    Map<ProductCode, ShelfPlan.Planned> on = plan.on(spot.part().shelf());
    for (Map.Entry<ProductCode, Double> entry : planned.entrySet()) {
      ShelfPlan.Planned product = on.get(entry.getKey());
      double all = product == null ? 0 : product.placeRatio(spot.place());
      List<ShelfPlan.Stand> stands = product == null ? new ArrayList<>() : product.stands();
      for (ShelfPlan.Stand stand : stands) {
        double here = stand.share() * spot.place().ratioOf(stand.facing());
        int i = facings.indexOf(stand.at());
        sure[i] += all > 0 ? entry.getValue() * here / all : 0;
      }
    }
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
