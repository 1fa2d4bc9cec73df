package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * The matching of rows and columns with the greatest sum of gains, from a list of pairs that may
 * match: pairs fall into groups that have nothing to do with each other, and each group is solved
 * by shortest augmenting paths (R. Jonker, A. Volgenant, 1987). Far-apart people cost nothing
 * together. A row or column may stay alone, for no gain. Arrays grow with the largest problem seen,
 * then no more. Single-threaded.
 */
final class SparseMatching {
  private int rows;
  private int columns;
  private int pairs;
  private int[] pairRow = new int[256];
  private int[] pairColumn = new int[256];
  private double[] pairGain = new double[256];
  private int[] group = new int[64];
  private int[] ofRow = new int[64];
  private int[] local = new int[64];
  private int[] groupStart = new int[64];
  private int[] sorted = new int[256];
  private double[] cost = new double[64];
  private double[] rowPrice = new double[16];
  private double[] columnPrice = new double[16];
  private double[] least = new double[16];
  private int[] matched = new int[16];
  private int[] way = new int[16];
  private boolean[] used = new boolean[16];
  private int[] members = new int[16];

  /** Starts a problem without pairs. */
  void open(int rowCount, int columnCount) {
    rows = rowCount;
    columns = columnCount;
    pairs = 0;
    int n = rows + columns;
    if (group.length < n + 1) {
      group = new int[2 * n + 1];
      local = new int[2 * n + 1];
      groupStart = new int[2 * n + 2];
      ofRow = new int[2 * n + 1];
    }
  }

  /** Lets a row and a column match for a gain, which must be above 0 to be of use. */
  void pair(int row, int column, double gain) {
    if (!(gain > 0)) {
      return;
    }
    if (pairs == pairRow.length) {
      pairRow = Arrays.copyOf(pairRow, 2 * pairs);
      pairColumn = Arrays.copyOf(pairColumn, 2 * pairs);
      pairGain = Arrays.copyOf(pairGain, 2 * pairs);
      sorted = new int[2 * pairs];
    }
    pairRow[pairs] = row;
    pairColumn[pairs] = column;
    pairGain[pairs++] = gain;
  }

  /** The column of a row after {@link #solve}; -1 for none. */
  int column(int row) {
    return ofRow[row];
  }

  /**
   * After {@link #solve}: writes for each column the greatest gain it could have had with a row
   * that stayed alone; columns without keep what stands there.
   */
  void alternatives(double[] into) {
    for (int k = 0; k < pairs; k++) {
      if (ofRow[pairRow[k]] < 0) {
        int c = pairColumn[k];
        into[c] = Math.max(into[c], pairGain[k]);
      }
    }
  }

  private int root(int i) {
    while (group[i] != i) {
      group[i] = group[group[i]];
      i = group[i];
    }
    return i;
  }

  /** Finds the best matching. */
  void solve() {
    int n = rows + columns;
    Arrays.fill(ofRow, 0, rows, -1);
    for (int i = 0; i < n; i++) {
      group[i] = i;
    }
    for (int k = 0; k < pairs; k++) {
      int a = root(pairRow[k]);
      int b = root(rows + pairColumn[k]);
      group[Math.max(a, b)] = Math.min(a, b);
    }
    // Counting sort of the pairs by their group.
    Arrays.fill(groupStart, 0, n + 1, 0);
    for (int k = 0; k < pairs; k++) {
      groupStart[root(pairRow[k]) + 1]++;
    }
    for (int i = 0; i < n; i++) {
      groupStart[i + 1] += groupStart[i];
    }
    for (int k = 0; k < pairs; k++) {
      sorted[groupStart[root(pairRow[k])]++] = k;
    }
    int from = 0;
    for (int i = 0; i < n && from < pairs; i++) {
      int to = groupStart[i];
      if (to > from) {
        solveGroup(from, to);
        from = to;
      }
    }
  }

  private void solveGroup(int from, int to) {
    if (to - from == 1) {
      int k = sorted[from];
      ofRow[pairRow[k]] = pairColumn[k];
      return;
    }
    int r = 0;
    int c = 0;
    for (int k = from; k < to; k++) {
      local[pairRow[sorted[k]]] = -1;
      local[rows + pairColumn[sorted[k]]] = -1;
    }
    for (int k = from; k < to; k++) {
      int row = pairRow[sorted[k]];
      int column = rows + pairColumn[sorted[k]];
      if (local[row] < 0) {
        local[row] = r++;
      }
      if (local[column] < 0) {
        local[column] = c++;
      }
    }
    int width = c + r;
    grow(r, width);
    Arrays.fill(cost, 0, r * width, Double.POSITIVE_INFINITY);
    for (int i = 0; i < r; i++) {
      cost[i * width + c + i] = 0;
    }
    for (int k = from; k < to; k++) {
      int p = sorted[k];
      members[local[rows + pairColumn[p]]] = pairColumn[p];
      cost[local[pairRow[p]] * width + local[rows + pairColumn[p]]] = -pairGain[p];
    }
    augment(r, width);
    for (int k = from; k < to; k++) {
      int row = pairRow[sorted[k]];
      for (int j = 1; ofRow[row] < 0 && j <= c; j++) {
        if (matched[j] == local[row] + 1) {
          ofRow[row] = members[j - 1];
        }
      }
    }
  }

  private void grow(int r, int width) {
    if (cost.length < r * width) {
      cost = new double[2 * r * width];
    }
    if (rowPrice.length < width + 1) {
      int n = 2 * width + 1;
      rowPrice = new double[n];
      columnPrice = new double[n];
      least = new double[n];
      matched = new int[n];
      way = new int[n];
      used = new boolean[n];
      members = new int[n];
    }
  }

  /** Shortest augmenting paths; index 0 of rows and columns is the search's root. */
  private void augment(int r, int width) {
    Arrays.fill(rowPrice, 0, r + 1, 0);
    Arrays.fill(columnPrice, 0, width + 1, 0);
    Arrays.fill(matched, 0, width + 1, 0);
    for (int i = 1; i <= r; i++) {
      matched[0] = i;
      int at = 0;
      Arrays.fill(least, 0, width + 1, Double.POSITIVE_INFINITY);
      Arrays.fill(used, 0, width + 1, false);
      do {
        at = step(at, width);
      } while (matched[at] != 0);
      while (at != 0) {
        matched[at] = matched[way[at]];
        at = way[at];
      }
    }
  }

  private int step(int at, int width) {
    used[at] = true;
    int row = matched[at];
    double delta = Double.POSITIVE_INFINITY;
    int next = 0;
    for (int j = 1; j <= width; j++) {
      if (used[j]) {
        continue;
      }
      double d = cost[(row - 1) * width + j - 1] - rowPrice[row] - columnPrice[j];
      if (d < least[j]) {
        least[j] = d;
        way[j] = at;
      }
      if (least[j] < delta) {
        delta = least[j];
        next = j;
      }
    }
    for (int j = 0; j <= width; j++) {
      if (used[j]) {
        rowPrice[matched[j]] += delta;
        columnPrice[j] -= delta;
      } else {
        least[j] -= delta;
      }
    }
    return next;
  }
}
