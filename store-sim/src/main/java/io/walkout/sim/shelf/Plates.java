package io.walkout.sim.shelf;

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
 * The figures are of real plates: a median sigma of 0.84 g, 5 g at the 95th percentile, 18 g for
 * the worst, and a quantum of 0.24 g; the gondola's modes and the cells' own clocks (one sample in
 * ten is the one before again) were seen in a real recording.
 */
final class Plates {
  /** Smallest step of a reading. */
  static final double QUANTUM_GRAMS = 0.2408;

  /** Samples a second. */
  static final int RATE_HERTZ = 60;

  /** Modes of a gondola, lowest and highest frequency of each; read off a real one's spectrum. */
  private static final double[][] MODE_HERTZ = {{6.5, 9}, {9.5, 12.5}, {15, 24}};

  private static final int MODES = MODE_HERTZ.length;

  /** How much of a knock from outside each mode takes up: feet and doors are slow. */
  private static final double[] MODE_KNOCK = {1, 1, 0.5};

  private static final double WORST_SIGMA_GRAMS = 18;

  /** Deviation of each mode at rest, in its own units; chosen to stay under the white noise. */
  private static final double[] AMBIENT = {0.12, 0.16, 0.25};

  final int shelves;
  final int columns;
  private final Dice dice;
  private final double[] standing;
  private final double[] drift;
  private final double[] driftStep;
  private final double[] white;
  private final double[][] gain = new double[MODES][];
  private final double[] cellRate;
  private final double[] cellPhase;
  private final float[] held;
  private final boolean[] exists;
  private final Swing[] modes = new Swing[MODES];
  private final double[] ambientKick = new double[MODES];
  private final List<List<Force>> forces = new ArrayList<>();
  private final double[] moving;

  Plates(Gondola gondola, Dice dice) {
    this.dice = dice;
    // By their numbers, not by their count: where a shelf or plate is missing, its place is empty.
    shelves = gondola.shelves().stream().mapToInt(s -> s.id().shelf()).max().orElse(0);
    columns =
        gondola.shelves().stream()
            .flatMap(s -> s.plates().stream())
            .mapToInt(p -> p.id().plate())
            .max()
            .orElse(0);
    int n = shelves * columns;
    standing = new double[n];
    drift = new double[n];
    driftStep = new double[n];
    white = new double[n];
    cellRate = new double[n];
    cellPhase = new double[n];
    held = new float[n];
    exists = new boolean[n];
    moving = new double[columns];
    for (int m = 0; m < MODES; m++) {
      gain[m] = new double[n];
      modes[m] =
          new Swing(
              dice.between(MODE_HERTZ[m][0], MODE_HERTZ[m][1]),
              dice.between(0.3, 0.9),
              1.0 / RATE_HERTZ);
      ambientKick[m] = AMBIENT[m] * modes[m].ambientKick();
    }
    for (int s = 0; s < shelves; s++) {
      forces.add(new ArrayList<>());
    }
    for (Shelf shelf : gondola.shelves()) {
      int s = shelf.id().shelf() - 1;
      for (Plate plate : shelf.plates()) {
        drawPlate(s, s * columns + plate.id().plate() - 1);
      }
    }
  }

  private void drawPlate(int shelf, int i) {
    exists[i] = true;
    standing[i] = offset();
    double sigma =
        Math.min(
            WORST_SIGMA_GRAMS,
            dice.chance(0.84) ? dice.logNormal(0.62, 0.3) : dice.logNormal(3.2, 0.6));
    double swings = 0;
    for (int m = 0; m < MODES; m++) {
      double size = dice.logNormal(0.9, 0.6) * (0.6 + 0.25 * shelf);
      gain[m][i] = dice.chance(0.85) ? size : -size;
      swings += size * size * AMBIENT[m] * AMBIENT[m];
    }
    white[i] = Math.sqrt(Math.max(sigma * sigma - swings, 0.09));
    driftStep[i] = dice.logNormal(0.022, 1.2) / Math.sqrt(5);
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
      standing[shelf * columns + p] += sign * grams[p];
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

  /** A knock against the whole gondola. */
  void knock(double amplitude) {
    for (int m = 0; m < MODES; m++) {
      modes[m].kick(amplitude * MODE_KNOCK[m] * dice.between(-1, 1));
    }
  }

  /** Whether a hand, goods on their way or their echo load a shelf now. */
  boolean isBusy(int shelf) {
    return !forces.get(shelf).isEmpty();
  }

  /** Lets every plate drift; once a block. */
  void driftOn() {
    for (int i = 0; i < drift.length; i++) {
      drift[i] += driftStep[i] * dice.gaussian();
    }
  }

  /** Samples every plate into sample {@code k} of a block of this gondola's shape. */
  void sample(double seconds, PlateBlock block, int k) {
    for (int m = 0; m < MODES; m++) {
      modes[m].kick(ambientKick[m] * dice.gaussian());
    }
    double swing0 = modes[0].step();
    double swing1 = modes[1].step();
    double swing2 = modes[2].step();
    for (int s = 0; s < shelves; s++) {
      boolean moved = collect(s, seconds);
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
                  + gain[0][i] * swing0
                  + gain[1][i] * swing1
                  + gain[2][i] * swing2
                  + (moved ? moving[p] : 0);
          held[i] = (float) (Math.rint(grams / QUANTUM_GRAMS) * QUANTUM_GRAMS);
        }
        block.grams[out + p] = held[i];
      }
    }
  }

  private boolean collect(int shelf, double seconds) {
    List<Force> here = forces.get(shelf);
    if (here.isEmpty()) {
      return false;
    }
    Arrays.fill(moving, 0);
    for (Iterator<Force> it = here.iterator(); it.hasNext(); ) {
      if (!it.next().addTo(moving, seconds)) {
        it.remove();
      }
    }
    return true;
  }
}
