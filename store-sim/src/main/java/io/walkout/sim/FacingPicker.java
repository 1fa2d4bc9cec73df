package io.walkout.sim;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Chooses facings for a script; no two of one product. */
final class FacingPicker {
  private final SimStore shop;
  private final Dice dice;
  private final Set<String> used = new TreeSet<>();

  FacingPicker(SimStore shop, Dice dice) {
    this.shop = shop;
    this.dice = dice;
  }

  /** Any facing of a product not chosen before. */
  int any() {
    while (used.size() < shop.articles().size()) {
      int f = dice.below(shop.facings().size());
      if (used.add(shop.facings().get(f).product().value())) {
        return f;
      }
    }
    return dice.below(shop.facings().size());
  }

  /** A facing whose next neighbour on the same shelf holds another product of the same mass. */
  int withTwinNextDoor() {
    List<Integer> twins = new ArrayList<>();
    for (int f = 0; f + 1 < shop.facings().size(); f++) {
      Facing a = shop.facings().get(f);
      Facing b = shop.facings().get(f + 1);
      if (a.shelf().equals(b.shelf())
          && !a.product().equals(b.product())
          && shop.article(f).massGrams() == shop.article(f + 1).massGrams()) {
        twins.add(f);
      }
    }
    return twins.get(dice.below(twins.size()));
  }
}
