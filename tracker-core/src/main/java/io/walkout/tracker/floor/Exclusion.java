package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * Two bodies can't be in one place: of two that are, the one with less behind it is doubted. Who is
 * near whom comes from a hash over the cells of the floor, so that on one floor, however large, a
 * person costs what those around cost. Only a crowd in one cell costs its square.
 */
final class Exclusion {
  /** How near two bodies' middles come: spread, metres, and beyond which it isn't asked. */
  private static final double BODY = 0.2;

  private static final double NEAR = 0.8;

  /** Side of a cell, metres: above {@link #NEAR}, so that the cells around one hold all near. */
  private static final double CELL = 1;

  private final FloorTracks tracks;

  /** First place (of the order of beginning) in each bucket; -1 for none. */
  private final int[] heads;

  private final int[] next;
  private final int[] cellX;
  private final int[] cellY;
  private final int[] near;
  private int nearCount;

  Exclusion(FloorTracks tracks) {
    this.tracks = tracks;
    int n = tracks.capacity;
    heads = new int[Integer.highestOneBit(Math.max(1, n)) * 2];
    next = new int[n];
    cellX = new int[n];
    cellY = new int[n];
    near = new int[n];
  }

  /** Doubts whom it must, pair by pair in the order of beginning. */
  void judge() {
    Arrays.fill(heads, -1);
    for (int i = tracks.count - 1; i >= 0; i--) {
      cellX[i] = cell(i, 0);
      cellY[i] = cell(i, 1);
      int bucket = bucket(cellX[i], cellY[i]);
      next[i] = heads[bucket];
      heads[bucket] = i;
    }
    for (int i = 0; i < tracks.count; i++) {
      nearCount = 0;
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          gather(i, cellX[i] + dx, cellY[i] + dy);
        }
      }
      for (int k = 0; k < nearCount; k++) {
        doubt(tracks.order[i], tracks.order[near[k]]);
      }
    }
  }

  private int cell(int place, int axis) {
    return (int) Math.floor(tracks.state[PersonFilter.STATE * tracks.order[place] + axis] / CELL);
  }

  private int bucket(int x, int y) {
    int h = x * 0x9E3779B1 + y * 0x85EBCA6B;
    return (h ^ h >>> 15) & heads.length - 1;
  }

  /** Adds those of a cell who began later than the one at a place, in the order of beginning. */
  private void gather(int place, int x, int y) {
    for (int k = heads[bucket(x, y)]; k >= 0; k = next[k]) {
      if (k > place && cellX[k] == x && cellY[k] == y) {
        int at = nearCount++;
        while (at > 0 && near[at - 1] > k) {
          near[at] = near[at - 1];
          at--;
        }
        near[at] = k;
      }
    }
  }

  private void doubt(int a, int b) {
    double dx = tracks.state[PersonFilter.STATE * a] - tracks.state[PersonFilter.STATE * b];
    double dy = tracks.state[PersonFilter.STATE * a + 1] - tracks.state[PersonFilter.STATE * b + 1];
    double d2 = dx * dx + dy * dy;
    if (d2 < NEAR * NEAR) {
      int weaker = tracks.odds[a] < tracks.odds[b] ? a : b;
      tracks.odds[weaker] += Math.log(1.001 - Math.exp(-d2 / (2 * BODY * BODY)));
    }
  }
}
