package io.walkout.cart.joint;

import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One part of a change and how it was explained when it was decided: what a line rests on. */
final class Felt {
  /** Of so many explanations it is kept what each source said: a line rests on one of the first. */
  static final int MOST_SAID = 8;

  /** What is beyond doubt is no surer than this in a receipt: a number, not infinity. */
  private static final double MOST_LOG = 99;

  private final ShelfChange part;
  private final double trust;
  private List<Explanation> explanations = List.of();
  private Said said = new Said(List.of(), List.of());

  /** What was felt; {@code trust} is {@link Doubt}'s. */
  Felt(ShelfChange part, double trust) {
    this.part = part;
    this.trust = trust;
  }

  /** How far it can be trusted, 0..1. */
  double trust() {
    return trust;
  }

  /** What the plates felt. */
  ShelfChange part() {
    return part;
  }

  /** Notes the explanations, likeliest first, and what each source said for the first of them. */
  void explain(List<Explanation> ranked, Said saidThen) {
    explanations = List.copyOf(ranked);
    said = saidThen;
  }

  /**
   * What each source said for one of the explanations, less what it said for another; empty where
   * that is not known of both.
   */
  List<Cart.Said> said(Explanation one, Explanation another) {
    double[] a = said.of(explanations.indexOf(one));
    double[] b = said.of(explanations.indexOf(another));
    List<Cart.Said> all = new ArrayList<>();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      double log = a[i] == b[i] ? 0 : a[i] - b[i];
      all.add(new Cart.Said(said.sources.get(i), Math.clamp(log, -MOST_LOG, MOST_LOG)));
    }
    return all;
  }

  /**
   * What each source said.
   *
   * @param sources their names
   * @param logs of the likeliest explanations, a logarithm of each source, or null where sources do
   *     not speak of the like
   */
  record Said(List<String> sources, List<double @Nullable []> logs) {
    private static final double[] NONE = {};

    double[] of(int explanation) {
      double[] known = explanation < 0 || explanation >= logs.size() ? null : logs.get(explanation);
      return known == null ? NONE : known;
    }
  }

  /** Every explanation at the time of the decision, likeliest first. */
  List<Explanation> explanations() {
    return explanations;
  }

  /** How one of them was rated then; null if it was too unlikely to be listed. */
  @Nullable Explanation like(Explanation wanted) {
    for (Explanation e : explanations) {
      if (e.kind() == wanted.kind()
          && e.quantity() == wanted.quantity()
          && Objects.equals(e.person(), wanted.person())
          && Objects.equals(e.product(), wanted.product())) {
        return e;
      }
    }
    return null;
  }
}
