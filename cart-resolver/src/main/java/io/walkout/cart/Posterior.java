package io.walkout.cart;

import io.walkout.store.cart.Assignment.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hypotheses with their weights, and the weight of those too unlikely to list. */
final class Posterior {
  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private double total;

  void add(Hypothesis hypothesis) {
    if (hypothesis.weight() > 0) {
      hypotheses.add(hypothesis);
      total += hypothesis.weight();
    }
  }

  /** Adds weight that belongs to no hypothesis worth listing. */
  void addRest(double weight) {
    total += weight;
  }

  /** All weight so far. */
  double total() {
    return total;
  }

  /** Explanations by probability, each with its likeliest hypothesis; never empty. */
  List<Ranked> ranked() {
    List<Ranked> merged = new ArrayList<>();
    for (Hypothesis h : hypotheses) {
      Ranked same = null;
      for (Ranked r : merged) {
        if (r.leader.readsLike(h)) {
          same = r;
          break;
        }
      }
      if (same == null) {
        merged.add(new Ranked(h));
      } else {
        same.add(h);
      }
    }
    if (merged.isEmpty()) {
      merged.add(new Ranked(Hypothesis.nothing(Hypothesis.Source.WHIM, null, 1)));
      total += 1;
    }
    // A stable sort: equal weights stay in the order of planogram and persons.
    merged.sort(Comparator.comparingDouble((Ranked r) -> r.weight).reversed());
    return merged;
  }

  Explanation explanation(Ranked ranked) {
    Hypothesis h = ranked.leader;
    return new Explanation(
        h.kind(),
        h.person(),
        h.product() == null ? null : h.product().code(),
        h.quantity(),
        Math.min(1, ranked.weight / total));
  }

  /** One explanation: all hypotheses that read alike. */
  static final class Ranked {
    private Hypothesis leader;
    private double weight;

    private Ranked(Hypothesis first) {
      leader = first;
      weight = first.weight();
    }

    private void add(Hypothesis h) {
      if (h.weight() > leader.weight()) {
        leader = h;
      }
      weight += h.weight();
    }

    /** The likeliest of them. */
    Hypothesis leader() {
      return leader;
    }
  }
}
