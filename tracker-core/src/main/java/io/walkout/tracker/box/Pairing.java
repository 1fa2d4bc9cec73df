package io.walkout.tracker.box;

import java.util.Arrays;

/**
 * Pairs tracks with boxes at the least total cost. Only pairs that were offered may be made;
 * leaving one alone costs a stated amount. Offered pairs fall into connected groups, each solved
 * for itself by shortest augmenting paths (R. Jonker, A. Volgenant, 1987), so that the cost grows
 * with the crowding rather than with the number of people. Deterministic; reusable; allocates
 * nothing.
 */
final class Pairing {
  /**
   * Offers kept; when there are more, those with the lesser gains are given up and counted, which
   * only pictures far fuller than a shop's reach.
   */
  static final int OFFERS = 16 * BoxTracker.TRACK_CAPACITY;

  /**
   * Rows and columns of a group solved exactly; a larger one is paired greedily, cheapest first.
   */
  static final int GROUP = 160;

  private static final double NONE = 1e9;

  private final int rowCapacity;
  private final int columnCapacity;
  private final int[] offerRow = new int[OFFERS];
  private final int[] offerColumn = new int[OFFERS];
  private final double[] offerGain = new double[OFFERS];
  private final int[] order = new int[OFFERS];
  private final boolean[] better = new boolean[OFFERS];
  private final int[] parent;
  private final int[] groupSize;
  private final int[] groupStart;
  private final int[] localOfRow;
  private final int[] localOfColumn;
  private final int[] rows = new int[GROUP];
  private final int[] columns = new int[GROUP];
  private final double[] cost = new double[GROUP * GROUP];
  private final double[] rowPrice = new double[GROUP];
  private final double[] columnPrice = new double[2 * GROUP];
  private final double[] shortest = new double[2 * GROUP];
  private final int[] rowOf = new int[2 * GROUP];
  private final int[] way = new int[2 * GROUP];
  private final boolean[] used = new boolean[2 * GROUP];

  /** Column paired with each row after {@link #solve}, or -1. */
  final int[] columnOfRow;

  /** Row paired with each column after {@link #solve}, or -1. */
  final int[] rowOfColumn;

  private final Ranking.Order gainsMore = this::gainsMore;

  /** Offers given up in all rounds because there were more than are kept. */
  long leftOut;

  private int offers;
  private int rowCount;
  private int columnCount;

  Pairing(int rowCapacity, int columnCapacity) {
    this.rowCapacity = rowCapacity;
    this.columnCapacity = columnCapacity;
    parent = new int[rowCapacity + columnCapacity];
    groupSize = new int[rowCapacity + columnCapacity];
    groupStart = new int[rowCapacity + columnCapacity + 1];
    localOfRow = new int[rowCapacity];
    localOfColumn = new int[columnCapacity];
    columnOfRow = new int[rowCapacity];
    rowOfColumn = new int[columnCapacity];
  }

  /** Starts anew. */
  void begin(int rowsNow, int columnsNow) {
    rowCount = Math.min(rowsNow, rowCapacity);
    columnCount = Math.min(columnsNow, columnCapacity);
    offers = 0;
    Arrays.fill(columnOfRow, 0, rowCount, -1);
    Arrays.fill(rowOfColumn, 0, columnCount, -1);
    for (int i = 0; i < rowCount + columnCount; i++) {
      parent[i] = i;
    }
  }

  /** Offers a pair that saves so much, above 0, against leaving both alone. */
  void offer(int row, int column, double gain) {
    if (offers == OFFERS) {
      keepTheBetterHalf();
    }
    offerRow[offers] = row;
    offerColumn[offers] = column;
    offerGain[offers] = gain;
    offers++;
  }

  /** What is kept goes on standing by row and column. */
  private void keepTheBetterHalf() {
    for (int k = 0; k < OFFERS; k++) {
      order[k] = k;
    }
    Ranking.sort(order, 0, OFFERS, gainsMore);
    Arrays.fill(better, false);
    for (int k = 0; k < OFFERS / 2; k++) {
      better[order[k]] = true;
    }
    offers = 0;
    for (int k = 0; k < OFFERS; k++) {
      if (better[k]) {
        offerRow[offers] = offerRow[k];
        offerColumn[offers] = offerColumn[k];
        offerGain[offers] = offerGain[k];
        offers++;
      }
    }
    leftOut += OFFERS - offers;
  }

  /** A total order: of the same gain the earlier row, then column. */
  private boolean gainsMore(int a, int b) {
    if (offerGain[a] != offerGain[b]) {
      return offerGain[a] > offerGain[b];
    }
    return offerRow[a] != offerRow[b] ? offerRow[a] < offerRow[b] : offerColumn[a] < offerColumn[b];
  }

  private void connect(int row, int column) {
    int a = root(row);
    int b = root(rowCount + column);
    if (a != b) {
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int i) {
    int r = i;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /** Makes the pairs. */
  void solve() {
    int nodes = rowCount + columnCount;
    for (int k = 0; k < offers; k++) {
      connect(offerRow[k], offerColumn[k]);
    }
    Arrays.fill(groupSize, 0, nodes, 0);
    for (int k = 0; k < offers; k++) {
      groupSize[root(offerRow[k])]++;
    }
    int sum = 0;
    for (int i = 0; i < nodes; i++) {
      groupStart[i] = sum;
      sum += groupSize[i];
      groupSize[i] = groupStart[i];
    }
    groupStart[nodes] = sum;
    for (int k = 0; k < offers; k++) {
      order[groupSize[root(offerRow[k])]++] = k;
    }
    for (int i = 0; i < nodes; i++) {
      int from = groupStart[i];
      int to = groupStart[i + 1];
      if (to - from == 1) {
        join(offerRow[order[from]], offerColumn[order[from]]);
      } else if (to > from) {
        solveGroup(from, to);
      }
    }
  }

  private void join(int row, int column) {
    columnOfRow[row] = column;
    rowOfColumn[column] = row;
  }

  private void solveGroup(int from, int to) {
    int n = 0;
    int m = 0;
    for (int e = from; e < to; e++) {
      localOfRow[offerRow[order[e]]] = -1;
      localOfColumn[offerColumn[order[e]]] = -1;
    }
    for (int e = from; e < to; e++) {
      int row = offerRow[order[e]];
      int column = offerColumn[order[e]];
      if (localOfRow[row] < 0) {
        if (n == GROUP) {
          solveGreedily(from, to);
          return;
        }
        localOfRow[row] = n;
        rows[n++] = row;
      }
      if (localOfColumn[column] < 0) {
        if (m == GROUP) {
          solveGreedily(from, to);
          return;
        }
        localOfColumn[column] = m;
        columns[m++] = column;
      }
    }
    Arrays.fill(cost, 0, n * m, NONE);
    for (int e = from; e < to; e++) {
      int k = order[e];
      cost[localOfRow[offerRow[k]] * m + localOfColumn[offerColumn[k]]] = -offerGain[k];
    }
    augmentAll(n, m);
    for (int c = 0; c < m; c++) {
      if (rowOf[c] >= 0) {
        join(rows[rowOf[c]], columns[c]);
      }
    }
  }

  /** Column m + r stands for leaving row r alone, at cost 0. */
  private void augmentAll(int n, int m) {
    Arrays.fill(rowPrice, 0, n, 0);
    Arrays.fill(columnPrice, 0, m + n, 0);
    Arrays.fill(rowOf, 0, m + n, -1);
    for (int r = 0; r < n; r++) {
      augment(r, n, m);
    }
  }

  private void augment(int start, int n, int m) {
    int width = m + n;
    Arrays.fill(shortest, 0, width, Double.POSITIVE_INFINITY);
    Arrays.fill(used, 0, width, false);
    int row = start;
    int column = -1;
    double walked = 0;
    while (row >= 0) {
      int before = column;
      int next = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < width; c++) {
        if (used[c]) {
          continue;
        }
        double edge = c < m ? cost[row * m + c] : c - m == row ? 0 : NONE;
        if (edge < NONE) {
          double there = walked + edge - rowPrice[row] - columnPrice[c];
          if (there < shortest[c]) {
            shortest[c] = there;
            way[c] = before;
          }
        }
        if (shortest[c] < least) {
          least = shortest[c];
          next = c;
        }
      }
      walked = least;
      used[next] = true;
      column = next;
      row = rowOf[next];
    }
    rowPrice[start] += walked;
    for (int c = 0; c < width; c++) {
      if (used[c] && c != column) {
        rowPrice[rowOf[c]] += walked - shortest[c];
        columnPrice[c] -= walked - shortest[c];
      }
    }
    while (column >= 0) {
      int before = way[column];
      rowOf[column] = before < 0 ? start : rowOf[before];
      column = before;
    }
  }

  private void solveGreedily(int from, int to) {
    Ranking.sort(order, from, to, gainsMore);
    for (int e = from; e < to; e++) {
      int row = offerRow[order[e]];
      int column = offerColumn[order[e]];
      if (columnOfRow[row] < 0 && rowOfColumn[column] < 0) {
        join(row, column);
      }
    }
  }
}
