package io.walkout.sim.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.sim.world.StorePlan;
import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.ShelfId;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shelves weigh like shelves; bounds are wide, for real ones differ from each other. */
class ShelvesTest {
  private static final int RATE = Plates.RATE_HERTZ;

  private final SimStore shop = StorePlan.corner();

  /** What every plate of a gondola says, tick by tick; {@code deed} happens before each tick. */
  private interface Deed {
    void at(Shelves shelves, Stock stock, double seconds);
  }

  private List<double[]> record(long seed, int gondola, double seconds, Deed deed) {
    Stock stock = new Stock(shop, seed);
    Shelves shelves = new Shelves(shop, stock, seed);
    List<double[]> samples = new ArrayList<>();
    for (long tick = 0; tick < seconds * RATE; tick++) {
      deed.at(shelves, stock, tick / (double) RATE);
      for (int g = 0; g < shelves.gondolaCount(); g++) {
        PlateBlock block = shelves.tick(g, tick);
        if (block != null && block.gondola == gondola) {
          int n = block.shelves * block.plates;
          for (int k = 0; k < block.samples; k++) {
            double[] row = new double[n];
            for (int i = 0; i < n; i++) {
              row[i] = block.grams[k * n + i];
            }
            samples.add(row);
          }
        }
      }
    }
    return samples;
  }

  private static double[] plate(List<double[]> samples, int i) {
    return samples.stream().mapToDouble(row -> row[i]).toArray();
  }

  private static double[] shelf(List<double[]> samples, int shelf, int columns) {
    return samples.stream()
        .mapToDouble(row -> Arrays.stream(row, shelf * columns, (shelf + 1) * columns).sum())
        .toArray();
  }

  private static double mean(double[] x, double from, double to) {
    return Arrays.stream(x, (int) (from * RATE), (int) (to * RATE)).average().orElseThrow();
  }

  private static double sigma(double[] x, double from, double to) {
    double mean = mean(x, from, to);
    return Math.sqrt(
        Arrays.stream(x, (int) (from * RATE), (int) (to * RATE))
            .map(v -> (v - mean) * (v - mean))
            .average()
            .orElseThrow());
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  @Test
  void platesAtRestAreAsNoisyAsRealOnes() {
    List<Double> sigmas = new ArrayList<>();
    for (long seed = 1; seed <= 6; seed++) {
      List<double[]> samples = record(seed, 1, 4, (s, k, t) -> {});
      for (int i = 0; i < samples.getFirst().length; i++) {
        sigmas.add(sigma(plate(samples, i), 1, 2));
      }
    }
    // Real plates in the quietest seconds of a visit: 0.4, 2.4 and 5.8 g; over all of it 0.7, 5.1
    // and 11 g, for people shake the frame as they walk.
    assertThat(quantile(sigmas, 0.5)).isBetween(0.3, 0.9);
    assertThat(quantile(sigmas, 0.95)).isBetween(1.5, 7.0);
    assertThat(quantile(sigmas, 1)).isBetween(4.0, 25.0);
  }

  @Test
  void noiseAtRestLiesMostlyAbove13HertzAndHasNoHoleAnywhere() {
    double[] power = new double[RATE / 2 + 1];
    for (long seed = 1; seed <= 4; seed++) {
      List<double[]> samples = record(seed, 1, 9, (s, k, t) -> {});
      for (int i = 0; i < samples.getFirst().length; i++) {
        addSpectrum(plate(samples, i), power);
      }
    }
    double all = Arrays.stream(power).sum();
    double slow = Arrays.stream(power, 1, 6).sum() / all;
    double sway = Arrays.stream(power, 6, 13).sum() / all;
    double rattle = Arrays.stream(power, 13, 25).sum() / all;
    // A real shop at rest has 11, 26, 45 and 18 % there (docs/using/simulator.md).
    assertThat(slow).isBetween(0.07, 0.18);
    assertThat(sway).isBetween(0.2, 0.38);
    assertThat(rattle).isBetween(0.36, 0.55);
    assertThat(Arrays.stream(power, 1, power.length).min().orElseThrow() / all).isGreaterThan(0.01);
  }

  /** Adds the power of each whole frequency, each second windowed and weighed to one sum. */
  private static void addSpectrum(double[] x, double[] power) {
    for (int from = RATE; from + RATE <= x.length; from += RATE) {
      double mean = Arrays.stream(x, from, from + RATE).average().orElseThrow();
      double[] here = new double[power.length];
      for (int f = 1; f < here.length; f++) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < RATE; n++) {
          double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / (RATE - 1));
          double turn = 2 * Math.PI * f * n / RATE;
          re += w * (x[from + n] - mean) * Math.cos(turn);
          im += w * (x[from + n] - mean) * Math.sin(turn);
        }
        here[f] = re * re + im * im;
      }
      double sum = Arrays.stream(here).sum();
      for (int f = 1; f < here.length && sum > 0; f++) {
        power[f] += here[f] / sum;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aLiftOvershootsRingsAndRestsOnePackLighter(long seed) {
    double[] taken = new double[1];
    int facing = facingOf(1);
    Facing f = shop.facings().get(facing);
    int columns = 12;
    List<double[]> samples =
        record(
            seed,
            1,
            10,
            (shelves, stock, t) -> {
              if (t == 4) {
                List<Unit> units = stock.reserve(facing, 1);
                stock.lift(facing, units.getFirst());
                taken[0] = units.getFirst().massGrams();
                shelves.lift(units, t, 0.2);
              }
            });
    double[] sum = shelf(samples, f.shelf().shelf() - 1, columns);
    double before = mean(sum, 1, 3.5);
    double after = mean(sum, 7, 9);
    assertThat((before - after) / taken[0]).as("seed %d", seed).isBetween(0.9, 1.1);
    double least = Arrays.stream(sum, 4 * RATE, 5 * RATE).min().orElseThrow();
    assertThat(least).as("seed %d: undershoot", seed).isLessThan(after - 0.05 * taken[0]);
    assertThat(sigma(sum, 4.7, 5.3)).isGreaterThan(0.9 * sigma(sum, 8, 9));
  }

  @Test
  void aBagLoadsItsShelfUntilItIsTakenAwayAndLeavesNothing() {
    ShelfId shelf = new ShelfId(2, 3);
    List<double[]> samples =
        record(
            7,
            2,
            14,
            (shelves, stock, t) -> {
              if (t == 4) {
                shelves.placeLoad(shelf, 0.4, 3000, t);
              } else if (t == 8) {
                shelves.removeLoad(shelf, 0.4, 3000, t);
              }
            });
    double[] sum = shelf(samples, 2, 9);
    double before = mean(sum, 1, 3.5);
    assertThat(mean(sum, 6, 7.5) - before).isBetween(2950.0, 3050.0);
    assertThat(mean(sum, 11, 13) - before).isBetween(-15.0, 15.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatLoadsOneShelfIsHardlyFeltByTheNextAndNotBeyond(long seed) {
    Stock stock = new Stock(shop, seed);
    Shelves shelves = new Shelves(shop, stock, seed);
    double[] before = standing(shelves);
    shelves.placeLoad(new ShelfId(1, 3), 0.5, 10_000, 0);
    double[] after = standing(shelves);
    assertThat(after[2] - before[2]).isBetween(9999.0, 10001.0);
    for (int next : new int[] {1, 3}) {
      assertThat(after[next] - before[next]).as("seed %d", seed).isNotZero().isBetween(-25.0, 65.0);
    }
    assertThat(after[0]).isEqualTo(before[0]);
    assertThat(after[4]).isEqualTo(before[4]);
  }

  private static double[] standing(Shelves shelves) {
    double[] grams = new double[5];
    for (int s = 0; s < 5; s++) {
      grams[s] = shelves.standingGrams(new ShelfId(1, s + 1));
    }
    return grams;
  }

  @Test
  void aTrolleyShakesTheGondolasItPassesAndNotTheFarOnes() {
    // It rolls past gondola 1 at a walk from the second second on; gondola 3 is metres away.
    Deed pass =
        (shelves, stock, t) -> {
          if (t > 3 && t < 6) {
            shelves.trolley(0.3 + 0.3 * (t - 3), -0.8, 1);
          }
        };
    double[] near = ratios(record(3, 1, 7, pass));
    double[] far = ratios(record(3, 4, 7, pass));
    assertThat(near[near.length / 2]).isGreaterThan(1.5);
    assertThat(far[far.length / 2]).isBetween(0.8, 1.2);
  }

  /** How much noisier each plate is from 4 to 6 s than from 1 to 3 s, sorted. */
  private static double[] ratios(List<double[]> samples) {
    double[] ratios = new double[samples.getFirst().length];
    for (int i = 0; i < ratios.length; i++) {
      double[] x = plate(samples, i);
      ratios[i] = sigma(x, 3.5, 5.5) / sigma(x, 0.5, 2.5);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private int facingOf(int gondola) {
    for (int f = 0; f < shop.facings().size(); f++) {
      if (shop.facings().get(f).shelf().gondola() == gondola) {
        return f;
      }
    }
    throw new IllegalStateException("gondola " + gondola + " is empty");
  }
}
