package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs are made at the highest total gain. */
class PairingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noOtherPairingGainsMore(long seed) {
    Random random = new Random(seed);
    System.out.println("seed " + seed);
    Pairing pairing = new Pairing(16, 16);
    for (int round = 0; round < 300; round++) {
      int rows = 1 + random.nextInt(6);
      int columns = 1 + random.nextInt(6);
      double[][] gain = new double[rows][columns];
      pairing.begin(rows, columns);
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (random.nextInt(3) > 0) {
            gain[r][c] = 0.01 + random.nextDouble();
            pairing.offer(r, c, gain[r][c]);
          }
        }
      }
      pairing.solve();
      double total = 0;
      for (int r = 0; r < rows; r++) {
        int c = pairing.columnOfRow[r];
        if (c >= 0) {
          assertThat(pairing.rowOfColumn[c]).isEqualTo(r);
          assertThat(gain[r][c]).isPositive();
          total += gain[r][c];
        }
      }
      assertThat(total).isCloseTo(best(gain, 0, 0), within(1e-9));
    }
  }

  private static double best(double[][] gain, int row, int used) {
    if (row == gain.length) {
      return 0;
    }
    double best = best(gain, row + 1, used);
    for (int c = 0; c < gain[row].length; c++) {
      if (gain[row][c] > 0 && (used & 1 << c) == 0) {
        best = Math.max(best, gain[row][c] + best(gain, row + 1, used | 1 << c));
      }
    }
    return best;
  }
}
