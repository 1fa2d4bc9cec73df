package io.walkout.sim.shelf;

import io.walkout.sim.fault.Faults;
import io.walkout.sim.fault.PlateFault;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.world.Dice;
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
  private final Map<Integer, Plates> byNumber = new HashMap<>();
  private final List<PlateBlock> blocks = new ArrayList<>();
  private final List<FloorPoint> middles = new ArrayList<>();
  private final long[] phaseTicks;
  private final double[] phaseSeconds;
  private final Handling handling;
  private final Dice floor;
  private final Dice stamps;

  /** Healthy shelves that bear what the stock says stands on them. */
  public Shelves(SimStore shop, Stock stock, long seed) {
    this(shop, stock, seed, Faults.NONE.in(shop, seed));
  }

  /** Shelves that bear what the stock says stands on them, some of whose plates may be faulty. */
  public Shelves(SimStore shop, Stock stock, long seed, ShopFaults faults) {
    gondolas = shop.store().layout().gondolas();
    floor = new Dice(seed, "floor");
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
    handling = new Handling(shop, this::of, new Dice(seed, "hands"));
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
    handling.press(shelf, alongMetres, grams, start, end);
  }

  /** Somebody leans on the shelf's edge: kilograms over many plates, and nothing after. */
  public void lean(ShelfId shelf, double alongMetres, double grams, double start, double end) {
    handling.lean(shelf, alongMetres, grams, start, end);
  }

  /**
   * Goods go from the shelf to a hand.
   *
   * @return grams by which each plate of the shelf will have changed once it rests
   */
  public double[] lift(List<Unit> units, double start, double duration) {
    return handling.move(units, true, start, duration);
  }

  /** Goods come from a hand to the shelf; as {@link #lift}. */
  public double[] put(List<Unit> units, double start, double duration) {
    return handling.move(units, false, start, duration);
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
    handling.load(shelf, alongMetres, grams, start, false);
  }

  /** Takes away what {@link #placeLoad} set down, exactly. */
  public void removeLoad(ShelfId shelf, double alongMetres, double grams, double start) {
    handling.load(shelf, alongMetres, grams, start, true);
  }

  /** A foot comes down on the floor. */
  public void footstep(double x, double y) {
    for (int g = 0; g < plates.size(); g++) {
      double d = gondolas.get(g).footprint().distanceToEdge(x, y);
      if (d < STEP_REACH_METRES) {
        plates.get(g).frame().knock(floor.between(0.3, 2.2) / (1 + d * d));
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
    boolean joint = floor.chance(speedMetresPerSecond / Plates.RATE_HERTZ / JOINT_METRES);
    double strength = TROLLEY_RATTLE * speedMetresPerSecond * (joint ? JOINT_KNOCK : 1);
    for (int g = 0; g < plates.size(); g++) {
      double d = gondolas.get(g).footprint().distanceToEdge(x, y);
      if (d < STEP_REACH_METRES) {
        plates.get(g).frame().rattle(strength / (1 + d * d));
      }
    }
  }

  /** One of the knocks of a moving door; strength 1 is a strong one. */
  public void doorKnock(double x, double y, double strength) {
    for (int g = 0; g < plates.size(); g++) {
      double d = middles.get(g).distanceTo(new FloorPoint(x, y));
      plates.get(g).frame().knock(strength * DOOR_KNOCK / (1 + 0.35 * d * d));
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

  private Plates of(ShelfId shelf) {
    Plates found = byNumber.get(shelf.gondola());
    if (found == null) {
      throw new IllegalArgumentException("there is no gondola " + shelf.gondola());
    }
    return found;
  }

  static int row(ShelfId shelf) {
    return shelf.shelf() - 1;
  }
}
