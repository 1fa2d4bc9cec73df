package io.walkout.cart.joint;

import io.walkout.cart.evidence.Evidence;
import io.walkout.store.Product;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one change is explained over all worlds at the time it is decided: for each part of it every
 * explanation with its probability.
 */
final class Verdict {
  private static final int MOST_ALTERNATIVES = 3;

  private final Spot whole;
  private final List<Felt> parts;
  private final Map<Felt, List<Explanation>> explanations = new LinkedHashMap<>();
  private final List<Step> steps;
  private final double[] share;

  private Verdict(Spot whole, List<Step> steps, double[] share, List<Felt> parts) {
    this.whole = whole;
    this.steps = steps;
    this.share = share;
    this.parts = parts;
  }

  /** Of all ways to go on, likeliest first. */
  static Verdict of(List<Step> ranked, Spot whole, ShelfPlan plan) {
    double[] logs = new double[ranked.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = ranked.get(i).log();
    }
    double total = Logs.sum(logs);
    double[] share = new double[logs.length];
    Map<List<Felt>, Double> shapes = new LinkedHashMap<>();
    for (int i = 0; i < share.length; i++) {
      share[i] = Math.exp(logs[i] - total);
      shapes.merge(spots(ranked.get(i)), share[i], Double::sum);
    }
    List<Felt> parts = List.of(whole.felt());
    double most = 0;
    for (Map.Entry<List<Felt>, Double> shape : shapes.entrySet()) {
      if (shape.getValue() > most) {
        most = shape.getValue();
        parts = shape.getKey();
      }
    }
    Verdict verdict = new Verdict(whole, ranked, share, parts);
    verdict.explain(plan);
    return verdict;
  }

  private static List<Felt> spots(Step step) {
    List<Felt> spots = new ArrayList<>(2);
    for (Deed deed : step.reading().deeds()) {
      spots.add(deed.spot().felt());
    }
    return spots;
  }

  private void explain(ShelfPlan plan) {
    Map<Felt, Map<Explanation, Double>> sums = new LinkedHashMap<>();
    for (int i = 0; i < share.length; i++) {
      for (int d = 0; d < steps.get(i).reading().deeds().size(); d++) {
        Felt spot = steps.get(i).reading().deeds().get(d).spot().felt();
        sums.computeIfAbsent(spot, s -> new LinkedHashMap<>())
            .merge(steps.get(i).explanation(d), share[i], Double::sum);
      }
    }
    Ways ways = Ways.of(steps, share, whole, plan);
    for (Map.Entry<Felt, Map<Explanation, Double>> entry : sums.entrySet()) {
      List<Explanation> ranked = new ArrayList<>();
      entry.getValue().forEach((e, p) -> ranked.add(Deeds.rated(e, p)));
      ranked.sort((a, b) -> Double.compare(b.probability(), a.probability()));
      entry.getKey().explain(ranked, ways);
      explanations.put(entry.getKey(), ranked);
    }
  }

  /** What is announced: the likeliest shape of the change, each part with its alternatives. */
  List<Assignment> assignments() {
    List<Assignment> all = new ArrayList<>(parts.size());
    for (Felt spot : parts) {
      List<Explanation> ranked = explanations.get(spot);
      if (ranked == null || ranked.isEmpty()) {
        Explanation nothing = new Explanation(Kind.NOTHING, null, null, 0, 1);
        all.add(new Assignment(spot.part(), nothing, List.of()));
      } else {
        List<Explanation> others =
            ranked.subList(1, Math.min(ranked.size(), MOST_ALTERNATIVES + 1));
        all.add(new Assignment(spot.part(), ranked.getFirst(), others));
      }
    }
    return all;
  }

  /** Teaches what stands where this change was felt. */
  void teach(ShelfPlan plan) {
    PlanLesson lesson = new PlanLesson(plan, whole);
    for (int i = 0; i < share.length; i++) {
      lesson.add(steps.get(i), share[i]);
    }
    lesson.teach();
  }

  /** Teaches every source what was taken, as it seems, from where it stands by plan. */
  void teach(List<Evidence> evidence) {
    Map<Product, Double> products = new LinkedHashMap<>();
    for (int i = 0; i < share.length; i++) {
      List<Deed> deeds = steps.get(i).reading().deeds();
      Deed deed = deeds.getFirst();
      if (deeds.size() == 1 && deed.source() == Source.PLANNED && deed.product() != null) {
        products.merge(deed.product(), share[i], Double::sum);
      }
    }
    products.forEach(
        (product, p) -> evidence.forEach(e -> e.learn(whole.part(), product, Math.min(1, p))));
  }
}
