package io.walkout.cart.joint;

import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One part of a change and how it was explained when it was decided: what a line rests on. */
final class Felt {
  private final ShelfChange part;
  private final double trust;
  private List<Explanation> explanations = List.of();

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

  /** Notes the explanations, likeliest first. */
  void explain(List<Explanation> ranked) {
    explanations = List.copyOf(ranked);
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
