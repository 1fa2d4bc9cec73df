package io.walkout.tracker.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
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

  @Test
  void ofMoreOffersThanAreKeptTheBestAreAndTheOthersAreCounted() {
    int people = BoxTracker.TRACK_CAPACITY;
    Pairing pairing = new Pairing(people, people);
    pairing.begin(people, people);
    int offered = 0;
    for (int r = 0; r < people; r++) {
      for (int c = 0; c < 40; c++) { // its own, the last one, is the best
        pairing.offer(r, (r + 40 - c) % people, c == 39 ? 0.9 : 0.1 + 0.001 * c);
        offered++;
      }
    }
    pairing.solve();
    assertThat(pairing.leftOut).isBetween((long) offered - Pairing.OFFERS, (long) offered);
    for (int r = 0; r < people; r++) {
      assertThat(pairing.columnOfRow[r]).isEqualTo((r + 1) % people);
    }
  }

  @Test
  void aCrowdTooLargeToSolveIsPairedBestFirst() {
    int people = 2 * Pairing.GROUP;
    Pairing pairing = new Pairing(people, people);
    pairing.begin(people, people);
    for (int r = 0; r < people; r++) { // one chain: each is joined to the next
      pairing.offer(r, r, 0.5 + 0.001 * r);
      pairing.offer(r, (r + 1) % people, 0.2);
    }
    pairing.solve();
    for (int r = 0; r < people; r++) {
      assertThat(pairing.columnOfRow[r]).isEqualTo(r);
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
