package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastCostMatchingTest {
  private static final long SEED = 5;

  @Test
  void theTotalCostIsTheLeastOfAllWaysToPair() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    LeastCostMatching matching = new LeastCostMatching(8);
    for (int round = 0; round < 300; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      double[][] cost = new double[rows][columns];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          boolean never = random.nextInt(4) == 0;
          cost[r][c] = never ? LeastCostMatching.NEVER : random.nextDouble(-5, 20);
          matching.cost(r, c, cost[r][c]);
        }
      }
      assertThat(total(cost, matching.solve(rows, columns)))
          .isCloseTo(least(cost, 0, new boolean[columns]), within(1e-6));
    }
  }

  @Test
  void nobodyAndNothingIsFine() {
    LeastCostMatching matching = new LeastCostMatching(4);
    assertThat(matching.solve(0, 0)).containsOnly(-1);
    assertThat(matching.solve(3, 0)).containsOnly(-1);
  }

  /** A row without a partner costs as much as a pair that can't be. */
  private static double total(double[][] cost, int[] columnOf) {
    double sum = 0;
    for (int r = 0; r < cost.length; r++) {
      sum += columnOf[r] < 0 ? LeastCostMatching.NEVER : cost[r][columnOf[r]];
    }
    return sum;
  }

  private static double least(double[][] cost, int row, boolean[] used) {
    if (row == cost.length) {
      return 0;
    }
    double best = LeastCostMatching.NEVER + least(cost, row + 1, used);
    for (int c = 0; c < used.length; c++) {
      if (!used[c]) {
        used[c] = true;
        best = Math.min(best, cost[row][c] + least(cost, row + 1, used));
        used[c] = false;
      }
    }
    return best;
  }
}
