package io.walkout.tracker.person;

import java.util.Arrays;

/**
 * Pairs rows with columns at the least total cost (H. W. Kuhn's problem, 1955, by shortest
 * augmenting paths as in R. Jonker, A. Volgenant, 1987). A pair at {@link #NEVER} is not made.
 * Reusable; single-threaded.
 */
final class LeastCostMatching {
  /** Cost of a pair that can't be. */
  static final double NEVER = 1e6;

  private final int most;
  private final double[] cost;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final double[] shortest;
  private final int[] rowOf;
  private final int[] way;
  private final boolean[] used;
  private final int[] result;

  /** For at most {@code most} rows and columns. */
  LeastCostMatching(int most) {
    this.most = most;
    cost = new double[most * most];
    rowPrice = new double[most + 1];
    columnPrice = new double[most + 1];
    shortest = new double[most + 1];
    rowOf = new int[most + 1];
    way = new int[most + 1];
    used = new boolean[most + 1];
    result = new int[most];
  }

  /** Sets the cost of a pair; all pairs of the next {@link #solve} must be set. */
  void cost(int row, int column, double value) {
    cost[row * most + column] = Math.min(value, NEVER);
  }

  /**
   * Solves.
   *
   * @return for each row its column or -1; valid until the next call
   */
  int[] solve(int rows, int columns) {
    // Missing rows or columns are filled up with pairs that can't be.
    int n = Math.max(rows, columns);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        if (r >= rows || c >= columns) {
          cost[r * most + c] = NEVER;
        }
      }
    }
    Arrays.fill(rowPrice, 0);
    Arrays.fill(columnPrice, 0);
    Arrays.fill(rowOf, 0);
    for (int row = 1; row <= n; row++) {
      augment(row, n);
    }
    Arrays.fill(result, -1);
    for (int c = 1; c <= n; c++) {
      int r = rowOf[c] - 1;
      if (r < rows && c <= columns && cost[r * most + c - 1] < NEVER) {
        result[r] = c - 1;
      }
    }
    return result;
  }

  /**
   * Gives one more row a column, moving others along the cheapest path. Index 0 stands for none.
   */
  private void augment(int row, int n) {
    Arrays.fill(shortest, Double.POSITIVE_INFINITY);
    Arrays.fill(used, false);
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      column = step(column, n);
    }
    while (column != 0) {
      int before = way[column];
      rowOf[column] = rowOf[before];
      column = before;
    }
  }

  private int step(int column, int n) {
    used[column] = true;
    int row = rowOf[column];
    double least = Double.POSITIVE_INFINITY;
    int next = 0;
    for (int c = 1; c <= n; c++) {
      if (used[c]) {
        continue;
      }
      double reduced = cost[(row - 1) * most + c - 1] - rowPrice[row] - columnPrice[c];
      if (reduced < shortest[c]) {
        shortest[c] = reduced;
        way[c] = column;
      }
      if (shortest[c] < least) {
        least = shortest[c];
        next = c;
      }
    }
    for (int c = 0; c <= n; c++) {
      if (used[c]) {
        rowPrice[rowOf[c]] += least;
        columnPrice[c] -= least;
      } else {
        shortest[c] -= least;
      }
    }
    return next;
  }
}
