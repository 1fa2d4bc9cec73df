package io.walkout.sim.shelf;

import io.walkout.sim.fault.PlateFault;
import io.walkout.sim.world.Dice;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The plates of one gondola: untared, noisy, drifting, quantised load cells on a frame that swings.
 * The figures are of real plates: a median sigma of 0.7 to 0.84 g, most of which is the frame's
 * swinging while somebody is about, 5 g at the 95th percentile, 18 g for the worst, and a quantum
 * of 0.24 g; the gondola's modes and the cells' own clocks (one sample in ten is the one before
 * again) were seen in a real recording. The frame carries a little of what loads one shelf to the
 * shelves next to it.
 */
final class Plates {
  /** Smallest step of a reading. */
  static final double QUANTUM_GRAMS = 0.2408;

  /** Samples a second. */
  static final int RATE_HERTZ = 60;

  private static final double WORST_SIGMA_GRAMS = 18;

  /** Variance of the quietest cells alone, square grams: some quarter of a gram. */
  private static final double LEAST_WHITE = 0.06;

  /**
   * Share of a shelf's load that each shelf next to it feels, least and most. Chosen: with 100 and
   * 560 g taken from real shelves, their neighbours changed by less than one hundredth of that.
   */
  private static final double[] SHELF_CROSSTALK = {-0.002, 0.006};

  final int shelves;
  final int columns;
  private final Dice dice;
  private final double[] zero;
  private final double[] standing;
  private final double[] drift;
  private final double[] driftStep;
  private final double[] white;
  private final double[][] gain = new double[Frame.MODES][];
  private final double[] cellRate;
  private final double[] cellPhase;
  private final float[] held;
  private final boolean[] exists;
  private final Frame frame;
  private final double[] swings = new double[Frame.MODES];
  private final double[] crosstalk;
  private final List<List<Force>> forces = new ArrayList<>();
  private final double[][] own;
  private final double[] moving;
  private final List<PlateFault> drifting = new ArrayList<>();
  private final List<DyingCell> dying = new ArrayList<>();

  /** Where in {@link #dying} a plate is, plus one; 0 for the healthy. */
  private final int[] ill;

  Plates(Gondola gondola, Dice dice) {
    this.dice = dice;
    frame = new Frame(dice);
    // By their numbers, not by their count: where a shelf or plate is missing, its place is empty.
    shelves = gondola.shelves().stream().mapToInt(s -> s.id().shelf()).max().orElse(0);
    columns =
        gondola.shelves().stream()
            .flatMap(s -> s.plates().stream())
            .mapToInt(plate -> plate.id().plate())
            .max()
            .orElse(0);
    int n = shelves * columns;
    zero = new double[n];
    standing = new double[n];
    drift = new double[n];
    driftStep = new double[n];
    white = new double[n];
    cellRate = new double[n];
    cellPhase = new double[n];
    held = new float[n];
    exists = new boolean[n];
    ill = new int[n];
    own = new double[shelves][columns];
    moving = new double[n];
    crosstalk = new double[Math.max(0, shelves - 1)];
    for (int m = 0; m < Frame.MODES; m++) {
      gain[m] = new double[n];
    }
    for (int s = 0; s < shelves; s++) {
      forces.add(new ArrayList<>());
    }
    for (Shelf shelf : gondola.shelves()) {
      for (Plate plate : shelf.plates()) {
        int s = shelf.id().shelf() - 1;
        drawPlate(s, s * columns + plate.id().plate() - 1);
      }
    }
    for (int s = 0; s < crosstalk.length; s++) {
      crosstalk[s] = dice.between(SHELF_CROSSTALK[0], SHELF_CROSSTALK[1]);
    }
  }

  /** From now on something is wrong with one of these plates. */
  void ail(PlateFault fault, Dice chance) {
    int i = index(fault);
    if (fault.kind() == PlateFault.Kind.DRIFT) {
      drifting.add(fault);
    } else if (ill[i] == 0) {
      dying.add(new DyingCell(fault, chance));
      ill[i] = dying.size();
    }
  }

  private int index(PlateFault fault) {
    return (fault.plate().shelf() - 1) * columns + fault.plate().plate() - 1;
  }

  private void drawPlate(int shelf, int i) {
    exists[i] = true;
    zero[i] = offset();
    standing[i] = zero[i];
    double sigma =
        Math.min(
            WORST_SIGMA_GRAMS,
            dice.chance(0.84) ? dice.logNormal(0.36, 0.35) : dice.logNormal(3.6, 0.6));
    double swings = 0;
    for (int m = 0; m < Frame.MODES; m++) {
      double size = dice.logNormal(0.9, 0.6) * (0.6 + 0.25 * shelf);
      gain[m][i] = dice.chance(0.7) ? size : -size;
      swings += size * size * Frame.ambient(m) * Frame.ambient(m);
    }
    white[i] = Math.sqrt(Math.max(sigma * sigma - swings, LEAST_WHITE));
    driftStep[i] = dice.logNormal(0.018, 1.4) / Math.sqrt(5);
    cellRate[i] = dice.between(0.8, 1);
    cellPhase[i] = 1;
  }

  /** Untared cells idle anywhere; most near a plausible tare, some kilograms off, a few absurd. */
  private double offset() {
    double kind = dice.between(0, 1);
    if (kind < 0.85) {
      return dice.gaussian(350);
    }
    return kind < 0.985 ? dice.between(-5000, 6000) : dice.between(6000, 60000);
  }

  /** Adds goods to what stands on a shelf (negative to take them away). */
  void stand(int shelf, double[] grams, double sign) {
    for (int p = 0; p < grams.length; p++) {
      int i = shelf * columns + p;
      standing[i] += sign * grams[p];
      if (shelf > 0 && exists[i - columns]) {
        standing[i - columns] += sign * grams[p] * crosstalk[shelf - 1];
      }
      if (shelf < crosstalk.length && exists[i + columns]) {
        standing[i + columns] += sign * grams[p] * crosstalk[shelf];
      }
    }
  }

  /** Sum over a shelf of offsets and goods, without anything that moves. */
  double standingGrams(int shelf) {
    double sum = 0;
    for (int p = 0; p < columns; p++) {
      sum += standing[shelf * columns + p];
    }
    return sum;
  }

  void add(int shelf, Force force) {
    forces.get(shelf).add(force);
  }

  /** What the plates hang on, to be shaken. */
  Frame frame() {
    return frame;
  }

  /** Whether a hand, goods on their way or their echo load a shelf now. */
  boolean isBusy(int shelf) {
    return !forces.get(shelf).isEmpty();
  }

  /** Power is back: every cell samples at once, whatever it held is gone. */
  void wake() {
    Arrays.fill(cellPhase, 1);
  }

  /** Lets every plate drift; once a block of that length. */
  void driftOn(double seconds, double blockSeconds) {
    for (int i = 0; i < drift.length; i++) {
      drift[i] += driftStep[i] * dice.gaussian();
    }
    for (PlateFault fault : drifting) {
      if (seconds >= fault.fromSeconds()) {
        drift[index(fault)] += fault.gramsPerSecond() * blockSeconds;
      }
    }
  }

  /** Samples every plate into sample {@code k} of a block of this gondola's shape. */
  void sample(double seconds, PlateBlock block, int k) {
    frame.step(swings);
    boolean moved = collect(seconds);
    for (int s = 0; s < shelves; s++) {
      int row = s * columns;
      int out = block.index(k, s, 0);
      for (int p = 0; p < columns; p++) {
        int i = row + p;
        if (!exists[i]) {
          block.grams[out + p] = Float.NaN;
          continue;
        }
        cellPhase[i] += cellRate[i];
        if (cellPhase[i] >= 1) {
          cellPhase[i] -= 1;
          double grams =
              standing[i]
                  + drift[i]
                  + white[i] * dice.gaussian()
                  + gain[0][i] * swings[0]
                  + gain[1][i] * swings[1]
                  + gain[2][i] * swings[2]
                  + (moved ? moving[i] : 0);
          if (ill[i] > 0) {
            grams = dying.get(ill[i] - 1).reading(grams, zero[i], seconds);
          }
          held[i] = (float) (Math.rint(grams / QUANTUM_GRAMS) * QUANTUM_GRAMS);
        }
        block.grams[out + p] = held[i];
      }
    }
  }

  /** Gathers what moves on all shelves; false, leaving {@link #moving} alone, if nothing does. */
  private boolean collect(double seconds) {
    boolean any = false;
    for (int s = 0; s < shelves; s++) {
      any |= isBusy(s);
    }
    if (!any) {
      return false;
    }
    Arrays.fill(moving, 0);
    for (int s = 0; s < shelves; s++) {
      List<Force> here = forces.get(s);
      if (here.isEmpty()) {
        continue;
      }
      Arrays.fill(own[s], 0);
      for (Iterator<Force> it = here.iterator(); it.hasNext(); ) {
        if (!it.next().addTo(own[s], seconds)) {
          it.remove();
        }
      }
      addRow(s, s, 1);
      if (s > 0) {
        addRow(s, s - 1, crosstalk[s - 1]);
      }
      if (s < crosstalk.length) {
        addRow(s, s + 1, crosstalk[s]);
      }
    }
    return true;
  }

  private void addRow(int from, int to, double share) {
    for (int p = 0; p < columns; p++) {
      moving[to * columns + p] += share * own[from][p];
    }
  }
}
