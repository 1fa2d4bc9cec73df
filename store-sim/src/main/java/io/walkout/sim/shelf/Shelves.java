package io.walkout.sim.shelf;

import io.walkout.sim.fault.Faults;
import io.walkout.sim.fault.PlateFault;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.PlateRow;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.sim.world.Unit;
import io.walkout.store.Gondola;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All shelves of a simulated shop: feels goods, hands, feet and doors, and gives the blocks that
 * the gondolas would send. Twelve samples a block; the gondolas are out of phase, and their time
 * stamps jitter by some milliseconds. Single-threaded; times in seconds of the simulation.
 */
public final class Shelves {
  /** Samples of each plate in a block. */
  public static final int BLOCK_SAMPLES = 12;

  /** How far the knock of a foot carries; chosen. */
  private static final double STEP_REACH_METRES = 2.5;

  /** Jitter of a block's time stamp, standard deviation: 3 ms from block to block were seen. */
  private static final double STAMP_JITTER_SECONDS = 0.002;

  /** How far one stamp in fifty is off: blocks 0.18 to 0.22 s apart were seen. */
  private static final double LATE_STAMP_SECONDS = 0.014;

  /**
   * Share of a unit's mass that its neighbours shift when it moves, at most; seen: 3 g of 100 g.
   */
  private static final double MOST_SETTLING = 0.03;

  /** How rough a grip is at most, as a share of what it moves; see {@link Jerks}. Chosen. */
  private static final double JERK_SHARE = 0.25;

  /** How wide a bag bears on a shelf, standard deviation; chosen. */
  private static final double LOAD_SPREAD_METRES = 0.11;

  /** How far a floor's joints are apart: common tiles. */
  private static final double JOINT_METRES = 0.3;

  /** A trolley at a walk shakes a near gondola about as much as feet do, but without pause. */
  private static final double TROLLEY_RATTLE = 0.3;

  /** A joint knocks this many times as hard; chosen. */
  private static final double JOINT_KNOCK = 4;

  /** A strong knock of a near door: then the sum of a shelf swings by some hundred grams. */
  private static final double DOOR_KNOCK = 30;

  private final List<Gondola> gondolas;
  private final List<Plates> plates = new ArrayList<>();
  private final List<PlateBlock> blocks = new ArrayList<>();
  private final List<FloorPoint> middles = new ArrayList<>();
  private final SimStore shop;
  private final Map<Integer, Plates> byNumber = new HashMap<>();
  private final long[] phaseTicks;
  private final double[] phaseSeconds;
  private final Dice hands;
  private final Dice stamps;

  /** Healthy shelves that bear what the stock says stands on them. */
  public Shelves(SimStore shop, Stock stock, long seed) {
    this(shop, stock, seed, Faults.NONE.in(shop, seed));
  }

  /** Shelves that bear what the stock says stands on them, some of whose plates may be faulty. */
  public Shelves(SimStore shop, Stock stock, long seed, ShopFaults faults) {
    gondolas = shop.store().layout().gondolas();
    this.shop = shop;
    hands = new Dice(seed, "hands");
    stamps = new Dice(seed, "stamps");
    phaseTicks = new long[gondolas.size()];
    phaseSeconds = new double[gondolas.size()];
    for (int g = 0; g < gondolas.size(); g++) {
      Gondola gondola = gondolas.get(g);
      plates.add(new Plates(gondola, new Dice(seed, "plates " + gondola.number())));
      byNumber.put(gondola.number(), plates.get(g));
      blocks.add(new PlateBlock(BLOCK_SAMPLES * 8 * 16));
      phaseTicks[g] = stamps.below(BLOCK_SAMPLES);
      phaseSeconds[g] = stamps.between(0, 1.0 / Plates.RATE_HERTZ);
      var box = gondola.footprint();
      middles.add(new FloorPoint((box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2));
    }
    for (Unit unit : stock.standing()) {
      of(unit.shelf()).stand(row(unit.shelf()), unit.loadGrams(), 1);
    }
    for (PlateFault fault : faults.plates()) {
      of(fault.plate().shelfId()).ail(fault, new Dice(seed, "dying cell " + fault.plate()));
    }
  }

  /** Number of gondolas. */
  public int gondolaCount() {
    return gondolas.size();
  }

  /**
   * A hand that rests on the goods or the shelf before or without moving anything.
   *
   * @param grams its force at its height
   */
  public void press(ShelfId shelf, double alongMetres, double grams, double start, double end) {
    double[] weights = around(shelf, alongMetres, 0.07);
    of(shelf)
        .add(
            row(shelf),
            new Press(
                weights,
                grams,
                start,
                end,
                hands.between(0.05, 0.15),
                hands.between(1.5, 4),
                hands.between(0, 6)));
  }

  /** Somebody leans on the shelf's edge: kilograms over many plates, and nothing after. */
  public void lean(ShelfId shelf, double alongMetres, double grams, double start, double end) {
    double[] weights = around(shelf, alongMetres, 0.2);
    of(shelf)
        .add(
            row(shelf),
            new Press(
                weights, grams, start, end, 0.3, hands.between(0.4, 1.2), hands.between(0, 6)));
    ring(shelf, weights, end, grams * 0.03);
  }

  /**
   * Goods go from the shelf to a hand.
   *
   * @return grams by which each plate of the shelf will have changed once it rests
   */
  public double[] lift(List<Unit> units, double start, double duration) {
    return move(units, true, start, duration);
  }

  /** Goods come from a hand to the shelf; as {@link #lift}. */
  public double[] put(List<Unit> units, double start, double duration) {
    return move(units, false, start, duration);
  }

  private double[] move(List<Unit> units, boolean lift, double start, double duration) {
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
    Plates here = of(shelf);
    here.stand(row(shelf), change, 1);
    double[] passing = new double[load.length];
    for (int p = 0; p < load.length; p++) {
      passing[p] = lift ? -change[p] : change[p];
    }
    transfer(shelf, passing, lift, start, duration);
    double[] weights = around(shelf, along, 0.09);
    rebound(shelf, weights, start + 0.8 * duration, lift ? -mass : mass);
    ring(shelf, weights, start + duration, mass * hands.between(0.03, 0.1));
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
    of(shelf)
        .add(
            row(shelf),
            new Press(
                near, grams, start - 0.1, start + duration + 0.1, 0.08, hands.between(3, 8), 0));
  }

  private void transfer(ShelfId shelf, double[] load, boolean lift, double start, double duration) {
    of(shelf)
        .add(
            row(shelf),
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
    of(shelf)
        .add(
            row(shelf),
            new Ringing(
                weights,
                start,
                grams * hands.between(0.05, 0.8),
                hands.between(0.06, 0.16),
                hands.between(5, 10)));
  }

  private void ring(ShelfId shelf, double[] weights, double start, double grams) {
    of(shelf)
        .add(
            row(shelf),
            new Ringing(weights, start, grams, hands.between(0.3, 0.8), hands.between(8, 12.5)));
  }

  /**
   * Something that is no product is set down on a shelf, a bag perhaps: kilograms on several
   * plates, until {@link #removeLoad} with the same figures takes it away.
   *
   * @param alongMetres where its middle is, from the shelf's left end
   * @param grams what it weighs
   * @param start when it touches the shelf
   */
  public void placeLoad(ShelfId shelf, double alongMetres, double grams, double start) {
    load(shelf, alongMetres, grams, start, false);
  }

  /** Takes away what {@link #placeLoad} set down, exactly. */
  public void removeLoad(ShelfId shelf, double alongMetres, double grams, double start) {
    load(shelf, alongMetres, grams, start, true);
  }

  private void load(ShelfId shelf, double along, double grams, double start, boolean lift) {
    double[] weights = around(shelf, along, LOAD_SPREAD_METRES);
    double[] load = new double[weights.length];
    for (int p = 0; p < load.length; p++) {
      load[p] = grams * weights[p];
    }
    of(shelf).stand(row(shelf), load, lift ? -1 : 1);
    double duration = hands.between(0.2, 0.7);
    transfer(shelf, load, lift, start, duration);
    ring(shelf, weights, start + duration, grams * hands.between(0.02, 0.06));
  }

  /** A foot comes down on the floor. */
  public void footstep(double x, double y) {
    for (int g = 0; g < plates.size(); g++) {
      double d = gondolas.get(g).footprint().distanceToEdge(x, y);
      if (d < STEP_REACH_METRES) {
        plates.get(g).knock(hands.between(0.3, 2.2) / (1 + d * d));
      }
    }
  }

  /**
   * A trolley, a pram or a cage on wheels rolls by: to be called in every step (1/60 s) in which it
   * moves. Hard wheels shake near gondolas broadly all along their way, and knock on joints.
   *
   * @param x where it is, metres
   * @param y likewise
   * @param speedMetresPerSecond how fast it rolls; 0 shakes nothing
   */
  public void trolley(double x, double y, double speedMetresPerSecond) {
    boolean joint = hands.chance(speedMetresPerSecond / Plates.RATE_HERTZ / JOINT_METRES);
    double strength = TROLLEY_RATTLE * speedMetresPerSecond * (joint ? JOINT_KNOCK : 1);
    for (int g = 0; g < plates.size(); g++) {
      double d = gondolas.get(g).footprint().distanceToEdge(x, y);
      if (d < STEP_REACH_METRES) {
        plates.get(g).rattle(strength / (1 + d * d));
      }
    }
  }

  /** One of the knocks of a moving door; strength 1 is a strong one. */
  public void doorKnock(double x, double y, double strength) {
    for (int g = 0; g < plates.size(); g++) {
      double d = middles.get(g).distanceTo(new FloorPoint(x, y));
      plates.get(g).knock(strength * DOOR_KNOCK / (1 + 0.35 * d * d));
    }
  }

  /**
   * Samples one gondola at one tick (1/60 s) of the simulation.
   *
   * @return its block, valid until the next call for this gondola, when this tick completes one;
   *     else null. The block's times are seconds of the simulation as nanoseconds.
   */
  public @Nullable PlateBlock tick(int gondola, long tick) {
    Plates here = plates.get(gondola);
    PlateBlock block = blocks.get(gondola);
    int k = Math.floorMod(tick - phaseTicks[gondola], BLOCK_SAMPLES);
    if (k == 0) {
      block.shape(gondolas.get(gondola).number(), BLOCK_SAMPLES, here.shelves, here.columns);
      block.periodNanos = Math.round(1e9 / Plates.RATE_HERTZ);
      double first =
          tick / (double) Plates.RATE_HERTZ
              + phaseSeconds[gondola]
              + (stamps.chance(0.02)
                  ? stamps.between(-LATE_STAMP_SECONDS, LATE_STAMP_SECONDS)
                  : stamps.gaussian(STAMP_JITTER_SECONDS));
      block.firstNanos = Math.round(first * 1e6) * 1000;
      here.driftOn(tick / (double) Plates.RATE_HERTZ, BLOCK_SAMPLES / (double) Plates.RATE_HERTZ);
    }
    if (tick < phaseTicks[gondola]) {
      return null;
    }
    here.sample(tick / (double) Plates.RATE_HERTZ, block, k);
    return k == BLOCK_SAMPLES - 1 ? block : null;
  }

  /**
   * The gondolas start anew after a loss of power: each begins its next block within a fifth of a
   * second, out of step with the others as it happens. Goods, offsets and drifts are as they are.
   */
  public void restart(long tick) {
    for (int g = 0; g < phaseTicks.length; g++) {
      phaseTicks[g] = tick + stamps.below(BLOCK_SAMPLES);
      plates.get(g).wake();
    }
  }

  /** Grams that stand on a shelf, offsets included, without what moves. */
  public double standingGrams(ShelfId shelf) {
    return of(shelf).standingGrams(row(shelf));
  }

  private double[] around(ShelfId shelf, double along, double spread) {
    return shop.row(shelf).bell(along, spread);
  }

  private Plates of(ShelfId shelf) {
    Plates found = byNumber.get(shelf.gondola());
    if (found == null) {
      throw new IllegalArgumentException("there is no gondola " + shelf.gondola());
    }
    return found;
  }

  private static int row(ShelfId shelf) {
    return shelf.shelf() - 1;
  }
}
