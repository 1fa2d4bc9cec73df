package io.walkout.node.score.tracking;

import java.util.Arrays;

/**
 * Pairs rows with columns so that the sum of their scores is the largest (H. W. Kuhn's assignment
 * problem, 1955, by shortest augmenting paths: R. Jonker, A. Volgenant, 1987). Every row gets a
 * column, or every column a row, whichever are fewer. Deterministic: the same scores give the same
 * pairs. Reusable; one thread.
 */
public final class BestAssignment {
  private double[] rowPrice = new double[0];
  private double[] columnPrice = new double[0];
  private double[] shortest = new double[0];
  private int[] rowOf = new int[0];
  private int[] way = new int[0];
  private boolean[] used = new boolean[0];

  /** For any size; grows as needed. */
  public BestAssignment() {}

  /**
   * Solves.
   *
   * @param score scores by [row][column], finite, all rows of one length
   * @return for each row its column, or -1 for a row that is left over
   */
  public int[] solve(double[][] score) {
    int rows = score.length;
    int columns = rows == 0 ? 0 : score[0].length;
    int[] result = new int[rows];
    Arrays.fill(result, -1);
    if (rows == 0 || columns == 0) {
      return result;
    }
    // The method below gives every row a column, so the fewer have to be the rows.
    boolean turned = rows > columns;
    double[][] cost = turned ? turned(score) : negative(score);
    int n = cost.length;
    int m = cost[0].length;
    reset(n, m);
    for (int row = 1; row <= n; row++) {
      augment(row, m, cost);
    }
    for (int c = 1; c <= m; c++) {
      if (rowOf[c] > 0) {
        if (turned) {
          result[c - 1] = rowOf[c] - 1;
        } else {
          result[rowOf[c] - 1] = c - 1;
        }
      }
    }
    return result;
  }

  private static double[][] negative(double[][] score) {
    double[][] cost = new double[score.length][score[0].length];
    for (int r = 0; r < score.length; r++) {
      for (int c = 0; c < score[r].length; c++) {
        cost[r][c] = -score[r][c];
      }
    }
    return cost;
  }

  private static double[][] turned(double[][] score) {
    double[][] cost = new double[score[0].length][score.length];
    for (int r = 0; r < score.length; r++) {
      for (int c = 0; c < score[r].length; c++) {
        cost[c][r] = -score[r][c];
      }
    }
    return cost;
  }

  private void reset(int n, int m) {
    if (rowPrice.length <= n) {
      rowPrice = new double[n + 1];
    }
    if (columnPrice.length <= m) {
      columnPrice = new double[m + 1];
      shortest = new double[m + 1];
      rowOf = new int[m + 1];
      way = new int[m + 1];
      used = new boolean[m + 1];
    }
    Arrays.fill(rowPrice, 0);
    Arrays.fill(columnPrice, 0);
    Arrays.fill(rowOf, 0);
  }

  /**
   * Gives one more row a column, moving others along the cheapest path. Index 0 stands for none.
   */
  private void augment(int row, int columns, double[][] cost) {
    Arrays.fill(shortest, Double.POSITIVE_INFINITY);
    Arrays.fill(used, false);
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      column = step(column, columns, cost);
    }
    while (column != 0) {
      int before = way[column];
      rowOf[column] = rowOf[before];
      column = before;
    }
  }

  private int step(int column, int columns, double[][] cost) {
    used[column] = true;
    int row = rowOf[column];
    double least = Double.POSITIVE_INFINITY;
    int next = 0;
    for (int c = 1; c <= columns; c++) {
      if (used[c]) {
        continue;
      }
      double reduced = cost[row - 1][c - 1] - rowPrice[row] - columnPrice[c];
      if (reduced < shortest[c]) {
        shortest[c] = reduced;
        way[c] = column;
      }
      if (shortest[c] < least) {
        least = shortest[c];
        next = c;
      }
    }
    for (int c = 0; c <= columns; c++) {
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
