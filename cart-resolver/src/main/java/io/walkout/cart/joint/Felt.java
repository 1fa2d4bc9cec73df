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
  private Ways ways = Ways.NONE;

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

  /** Notes the explanations, likeliest first, and all ways in which the change may be read. */
  void explain(List<Explanation> ranked, Ways waysThen) {
    explanations = List.copyOf(ranked);
    ways = waysThen;
  }

  /** What stands against one of the explanations; see {@link Ways#against}. */
  Ways.Rivals rivals(Explanation held, int most) {
    return ways.against(this, Deeds.rated(held, 0), most);
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
