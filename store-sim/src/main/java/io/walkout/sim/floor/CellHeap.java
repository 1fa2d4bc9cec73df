package io.walkout.sim.floor;

import java.util.Arrays;

/**
 * Cells in the order of what they cost; among equals the lower cell first. A binary heap of
 * primitives; a cell may be in it more than once.
 */
final class CellHeap {
  private float[] cost = new float[256];
  private int[] cell = new int[256];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(int newCell, float newCost) {
    if (size == cell.length) {
      cost = Arrays.copyOf(cost, 2 * size);
      cell = Arrays.copyOf(cell, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isBefore(newCost, newCell, cost[parent], cell[parent])) {
        break;
      }
      cost[at] = cost[parent];
      cell[at] = cell[parent];
      at = parent;
    }
    cost[at] = newCost;
    cell[at] = newCell;
  }

  int removeFirst() {
    int first = cell[0];
    size--;
    float lastCost = cost[size];
    int lastCell = cell[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size
          && isBefore(cost[child + 1], cell[child + 1], cost[child], cell[child])) {
        child++;
      }
      if (!isBefore(cost[child], cell[child], lastCost, lastCell)) {
        break;
      }
      cost[at] = cost[child];
      cell[at] = cell[child];
      at = child;
    }
    cost[at] = lastCost;
    cell[at] = lastCell;
    return first;
  }

  private static boolean isBefore(float costA, int cellA, float costB, int cellB) {
    return costA < costB || (costA == costB && cellA < cellB);
  }
}
