package io.walkout.sim.shelf;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.PlateRow;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Unit;
import io.walkout.store.ShelfId;
import java.util.List;
import java.util.function.Function;

/**
 * What hands, arms and bags do to shelves, as forces on their plates: presses, leans, lifts and
 * puts with all that they stir up.
 */
final class Handling {
  /**
   * Share of a unit's mass that its neighbours shift when it moves, at most; seen: 3 g of 100 g.
   */
  private static final double MOST_SETTLING = 0.03;

  /** How rough a grip is at most, as a share of what it moves; see {@link Jerks}. Chosen. */
  private static final double JERK_SHARE = 0.5;

  /**
   * How far along a shelf its swing after a lift is felt, standard deviation: all plates of a real
   * shelf swung, and their sum by a seventh and four tenths of what was lifted.
   */
  private static final double SWING_SPREAD_METRES = 0.35;

  /** How wide a bag bears on a shelf, standard deviation; chosen. */
  private static final double LOAD_SPREAD_METRES = 0.11;

  private final SimStore shop;
  private final Function<ShelfId, Plates> plates;
  private final Dice hands;

  /** Hands at the shelves of a shop; {@code plates} finds a shelf's gondola. */
  Handling(SimStore shop, Function<ShelfId, Plates> plates, Dice hands) {
    this.shop = shop;
    this.plates = plates;
    this.hands = hands;
  }

  /** A hand that rests somewhere and moves nothing. */
  void press(ShelfId shelf, double alongMetres, double grams, double start, double end) {
    double[] weights = around(shelf, alongMetres, 0.07);
    add(
        shelf,
        new Press(
            weights,
            grams,
            start,
            end,
            hands.between(0.05, 0.15),
            hands.between(1.5, 4),
            hands.between(0, 6)));
  }

  /** Somebody leans on the shelf's edge. */
  void lean(ShelfId shelf, double alongMetres, double grams, double start, double end) {
    double[] weights = around(shelf, alongMetres, 0.2);
    add(
        shelf,
        new Press(weights, grams, start, end, 0.3, hands.between(0.4, 1.2), hands.between(0, 6)));
    ring(shelf, weights, end, grams * 0.03);
  }

  /** Goods go or come; what each plate of the shelf will have changed by, grams. */
  double[] move(List<Unit> units, boolean lift, double start, double duration) {
    ShelfId shelf = units.getFirst().shelf();
    double[] load = units.getFirst().loadGrams();
    for (Unit unit : units.subList(1, units.size())) {
      double[] more = unit.loadGrams();
      for (int p = 0; p < load.length; p++) {
        load[p] += more[p];
      }
    }
    double mass = units.stream().mapToDouble(Unit::massGrams).sum();
    double along = units.getFirst().alongMetres();
    double[] change = new double[load.length];
    for (int p = 0; p < load.length; p++) {
      change[p] = lift ? -load[p] : load[p];
    }
    settle(shelf, change, along, mass * hands.between(0, MOST_SETTLING));
    plates.apply(shelf).stand(Shelves.row(shelf), change, 1);
    double[] passing = new double[load.length];
    for (int p = 0; p < load.length; p++) {
      passing[p] = lift ? -change[p] : change[p];
    }
    transfer(shelf, passing, lift, start, duration);
    double[] weights = around(shelf, along, 0.09);
    rebound(shelf, weights, start + 0.8 * duration, lift ? -mass : mass);
    ring(
        shelf,
        around(shelf, along, SWING_SPREAD_METRES),
        start + duration,
        mass * hands.between(0.08, 0.45));
    jostle(shelf, along, Math.min(60, mass * hands.between(0.02, 0.2)), start, duration);
    return change;
  }

  /** Neighbouring packs lean anew once one is gone or come: a little load changes plates. */
  private void settle(ShelfId shelf, double[] change, double along, double grams) {
    PlateRow row = shop.row(shelf);
    int p = row.nearest(along) + (hands.chance(0.5) ? 0 : -1);
    double moved = grams * (hands.chance(0.5) ? 1 : -1);
    int from = Math.max(0, Math.min(p, row.columns() - 2));
    if (from + 1 >= row.columns() || !row.exists(from) || !row.exists(from + 1)) {
      return;
    }
    change[from] += moved;
    change[from + 1] -= moved;
  }

  /** While a hand works, its neighbours feel opposite excursions that add up to nothing. */
  private void jostle(ShelfId shelf, double along, double grams, double start, double duration) {
    double[] near = around(shelf, along - 0.1, 0.08);
    double[] far = around(shelf, along + 0.1, 0.08);
    for (int p = 0; p < near.length; p++) {
      near[p] -= far[p];
    }
    add(
        shelf,
        new Press(near, grams, start - 0.1, start + duration + 0.1, 0.08, hands.between(3, 8), 0));
  }

  private void transfer(ShelfId shelf, double[] load, boolean lift, double start, double duration) {
    add(
        shelf,
        new Transfer(
            load,
            lift,
            start,
            duration,
            hands.between(0.05, 0.5),
            hands.between(3, 9),
            new Jerks(hands, JERK_SHARE)));
  }

  /**
   * A shelf that springs back when a pack leaves it reads less than nothing for a moment, and more
   * than the pack when one drops on it. In a real lift that was half to nine tenths of the pack,
   * gone within a quarter of a second; people are also gentler.
   */
  private void rebound(ShelfId shelf, double[] weights, double start, double grams) {
    add(
        shelf,
        new Ringing(
            weights,
            start,
            grams * hands.between(0.2, 1),
            hands.between(0.06, 0.16),
            hands.between(5, 10)));
  }

  /**
   * The shelf swings on with its gondola: at about its frequency, for about as long as the frame
   * sways (0.8 and 1.4 s were seen after two real lifts).
   */
  private void ring(ShelfId shelf, double[] weights, double start, double grams) {
    double hertz = plates.apply(shelf).frame().swayHertz() * hands.between(0.95, 1.05);
    add(shelf, new Ringing(weights, start, grams, hands.between(0.4, 1.4), hertz));
  }

  /** Something that is no product comes or goes. */
  void load(ShelfId shelf, double along, double grams, double start, boolean lift) {
    double[] weights = around(shelf, along, LOAD_SPREAD_METRES);
    double[] load = new double[weights.length];
    for (int p = 0; p < load.length; p++) {
      load[p] = grams * weights[p];
    }
    plates.apply(shelf).stand(Shelves.row(shelf), load, lift ? -1 : 1);
    double duration = hands.between(0.2, 0.7);
    transfer(shelf, load, lift, start, duration);
    ring(shelf, weights, start + duration, grams * hands.between(0.02, 0.06));
  }

  private double[] around(ShelfId shelf, double along, double spread) {
    return shop.row(shelf).bell(along, spread);
  }

  private void add(ShelfId shelf, Force force) {
    plates.apply(shelf).add(Shelves.row(shelf), force);
  }
}
