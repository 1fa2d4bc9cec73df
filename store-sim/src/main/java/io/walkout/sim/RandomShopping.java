package io.walkout.sim;

import io.walkout.sim.floor.FloorMap;
import io.walkout.sim.people.Intent;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.List;

/** What a random shopper means to do. Shares are chosen: mostly plain takes, some mischief. */
final class RandomShopping {
  private RandomShopping() {}

  static List<Intent> intents(FacingPicker pick, SimStore shop, Dice dice) {
    List<Intent> intents = new ArrayList<>();
    int stops = 1 + dice.below(4);
    for (int i = 0; i < stops; i++) {
      int facing = pick.any();
      intents.add(new Intent.Look(facing, dice.between(0.3, 4)));
      double what = dice.between(0, 1);
      if (what < 0.5) {
        intents.add(new Intent.Take(facing, 1, true));
      } else if (what < 0.65) {
        intents.add(new Intent.Take(facing, 2 + (dice.chance(0.2) ? 1 : 0), dice.chance(0.4)));
      } else if (what < 0.8) {
        intents.add(new Intent.Take(facing, 1, true));
        intents.add(new Intent.Look(facing, dice.between(0.5, 4)));
        intents.add(new Intent.PutBack(facing, dice.chance(0.75) ? facing : pick.any()));
      } else if (what < 0.9) {
        intents.add(new Intent.Touch(facing, dice.between(0.2, 2)));
      } else if (what < 0.95) {
        intents.add(new Intent.Lean(facing, dice.between(0.5, 4)));
      }
    }
    if (dice.chance(0.3)) {
      FloorMap floor = shop.floor();
      FloorPoint to =
          floor.nearestFree(
              new FloorPoint(
                  dice.between(floor.minX(), floor.maxX()),
                  dice.between(floor.minY(), floor.maxY())));
      intents.add(new Intent.Stroll(to.x(), to.y()));
    }
    return intents;
  }
}
