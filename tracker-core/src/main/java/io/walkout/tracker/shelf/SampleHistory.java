package io.walkout.tracker.shelf;

import io.walkout.store.signal.PlateBlock;

/**
 * The last samples of one gondola's plates, as they came: to look again at how a load moved, once
 * it is known where it came to rest. Copying rows is all that is done per block.
 */
final class SampleHistory {
  /** Rows that are kept: 25 s at 60 Hz. Of what is older, only levels are known. */
  private static final int ROWS = 1536;

  /** Faster samples are thinned to this distance, so that the rows cover 15 s at least. */
  private static final long LEAST_PERIOD_NANOS = 10_000_000L;

  private final int shelves;
  private final int columns;
  private final float[] grams;
  private final long[] nanos = new long[ROWS];
  private long taken;
  private long lastNanos = Long.MIN_VALUE;

  SampleHistory(int shelves, int columns) {
    this.shelves = shelves;
    this.columns = columns;
    grams = new float[ROWS * shelves * columns];
  }

  /**
   * Takes a block; blocks come in the order of time.
   *
   * @param plates of the gondola, whose drifts are taken off
   */
  void take(PlateBlock block, PlateTrack[] plates) {
    int width = Math.min(columns, block.plates);
    int height = Math.min(shelves, block.shelves);
    for (int k = 0; k < block.samples; k++) {
      long at = block.nanosOf(k);
      if (lastNanos != Long.MIN_VALUE && at - lastNanos < LEAST_PERIOD_NANOS) {
        continue;
      }
      lastNanos = at;
      int row = (int) (taken++ % ROWS);
      nanos[row] = at;
      int to = row * shelves * columns;
      if (width < columns || height < shelves) {
        java.util.Arrays.fill(grams, to, to + shelves * columns, Float.NaN);
      }
      for (int s = 0; s < height; s++) {
        System.arraycopy(block.grams, block.index(k, s, 0), grams, to + s * columns, width);
      }
      straighten(plates, at, to);
    }
  }

  private void straighten(PlateTrack[] plates, long nanosOfRow, int row) {
    for (PlateTrack p : plates) {
      if (p.drift.isFollowed()) {
        grams[row + p.shelfIndex * columns + p.plateIndex] -= (float) p.drift.gramsAt(nanosOfRow);
      }
    }
  }

  /** The first row at or after a time; {@link #end} if none. */
  long rowAt(long fromNanos) {
    long low = Math.max(0, taken - ROWS);
    long high = taken;
    while (low < high) {
      long middle = (low + high) / 2;
      if (nanos[(int) (middle % ROWS)] < fromNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The row after the newest. */
  long end() {
    return taken;
  }

  /** When a row was captured. */
  long nanosOf(long row) {
    return nanos[(int) (row % ROWS)];
  }

  /**
   * What a plate said.
   *
   * @param shelf from 0
   * @param column from 0
   */
  float gramsOf(long row, int shelf, int column) {
    return grams[((int) (row % ROWS) * shelves + shelf) * columns + column];
  }

  /** Mean of what a plate said between two times; NaN if it said nothing. */
  double mean(PlateTrack plate, long fromNanos, long toNanos) {
    double sum = 0;
    int n = 0;
    for (long row = rowAt(fromNanos); row < taken && nanosOf(row) < toNanos; row++) {
      double y = gramsOf(row, plate.shelfIndex, plate.plateIndex);
      if (!Double.isNaN(y)) {
        sum += y;
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /**
   * Mean square of successive differences against the variance of a plate's samples (von Neumann
   * 1941): 2 for white noise, less for what moves. A sample that only repeats the one before is
   * left out, as cells have clocks of their own. 0 if too few are known.
   */
  double noiseRatio(PlateTrack plate, long fromNanos) {
    double last = Double.NaN;
    double sum = 0;
    double squares = 0;
    double steps = 0;
    int n = 0;
    for (long row = rowAt(fromNanos); row < taken; row++) {
      double y = gramsOf(row, plate.shelfIndex, plate.plateIndex);
      if (Double.isNaN(y) || y == last) {
        continue;
      }
      double x = y - plate.lastGrams();
      steps += Double.isNaN(last) ? 0 : (y - last) * (y - last);
      sum += x;
      squares += x * x;
      last = y;
      n++;
    }
    double spread = squares - sum * sum / Math.max(1, n);
    return n < 5 || spread <= 0 ? 0 : steps / (n - 1) / (spread / n);
  }
}
