package io.walkout.tracker.look;

import io.walkout.store.ShelfId;
import io.walkout.store.signal.ShelfLooks;
import java.util.Arrays;

/**
 * Gathers cells to the slices of shelves: since when a slice was not clear, and by how much it has
 * changed when it is clear again. Slices of a shelf that are clear again together are told
 * together. Arrays by slice; one thread; allocates nothing after construction.
 */
final class SliceLooks {
  /** Changes above this say when the change must have been; below, nothing changed. */
  private static final float CHANGED = 5;

  private static final float NOT_PENDING = -1;
  private final ShelfCells cells;
  private final long[] clearNanos;
  private final boolean[] wasClear;
  private final boolean[] isClear;
  private final float[] sum;
  private final int[] weight;
  private final long[] settledNanos;

  /** Change that waits to be told; {@link #NOT_PENDING} for none. */
  private final float[] pending;

  private final long[] pendingFrom;
  private final long[] pendingTo;
  private final long[] waitsSince;

  SliceLooks(ShelfCells cells) {
    this.cells = cells;
    int n = cells.isSeen.length;
    clearNanos = new long[n];
    Arrays.fill(clearNanos, Long.MIN_VALUE);
    wasClear = new boolean[n];
    isClear = new boolean[n];
    sum = new float[n];
    weight = new int[n];
    settledNanos = new long[n];
    pending = new float[n];
    Arrays.fill(pending, NOT_PENDING);
    pendingFrom = new long[n];
    pendingTo = new long[n];
    waitsSince = new long[cells.shelves.size()];
    Arrays.fill(waitsSince, Long.MAX_VALUE);
  }

  /** Takes the cells of a picture and tells what has waited long enough. */
  void tell(CellLooks looks, long nanos, long holdNanos, ShelfLooks out) {
    gather(looks);
    for (int s = 0; s < waitsSince.length; s++) {
      int from = cells.firstSlice[s];
      int to = cells.firstSlice[s + 1];
      boolean repeats = false;
      boolean allClear = true;
      for (int k = from; k < to; k++) {
        repeats |= settles(k) && pending[k] != NOT_PENDING;
        allClear &= isClear[k] || clearNanos[k] == Long.MIN_VALUE;
      }
      if (repeats) {
        tellShelf(s, out);
      }
      for (int k = from; k < to; k++) {
        note(s, k, nanos);
      }
      boolean waits = waitsSince[s] != Long.MAX_VALUE;
      if (waits && (allClear || nanos - waitsSince[s] >= holdNanos)) {
        tellShelf(s, out);
      }
    }
  }

  private void gather(CellLooks looks) {
    Arrays.fill(isClear, true);
    Arrays.fill(sum, 0);
    Arrays.fill(weight, 0);
    Arrays.fill(settledNanos, Long.MIN_VALUE);
    for (int i = 0; i < cells.sliceOf.length; i++) {
      int k = cells.sliceOf[i];
      isClear[k] &= looks.isClear[i];
      float change = looks.change(i);
      if (!Float.isNaN(change)) {
        int pixels = cells.firstPixel[i + 1] - cells.firstPixel[i];
        sum[k] += pixels * change * change;
        weight[k] += pixels;
      }
      settledNanos[k] = Math.max(settledNanos[k], looks.sinceNanos[i]);
    }
    for (int k = 0; k < isClear.length; k++) {
      isClear[k] &= cells.isSeen[k];
    }
    for (int i = 0; i < cells.sliceOf.length; i++) {
      if (isClear[cells.sliceOf[i]]) {
        looks.settle(i);
      }
    }
  }

  /** Whether a slice that was hidden is clear again. */
  private boolean settles(int k) {
    return isClear[k] && !wasClear[k];
  }

  private void note(int s, int k, long nanos) {
    if (settles(k)) {
      if (clearNanos[k] == Long.MIN_VALUE) {
        pending[k] = 0;
        pendingFrom[k] = nanos;
        pendingTo[k] = nanos;
        waitsSince[s] = Math.min(waitsSince[s], nanos);
      } else if (weight[k] >= ShelfCells.LEAST_SLICE_PIXELS) {
        pending[k] = (float) Math.sqrt(sum[k] / weight[k]);
        pendingFrom[k] = clearNanos[k];
        pendingTo[k] = settledNanos[k];
        waitsSince[s] = Math.min(waitsSince[s], nanos);
      }
    }
    wasClear[k] = isClear[k];
    clearNanos[k] = isClear[k] ? nanos : clearNanos[k];
  }

  /** Tells of a shelf, if there is room; else it waits on. */
  private void tellShelf(int s, ShelfLooks out) {
    int first = cells.firstSlice[s];
    boolean changed = false;
    for (int k = first; k < cells.firstSlice[s + 1]; k++) {
      changed |= pending[k] >= CHANGED;
    }
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (int k = first; k < cells.firstSlice[s + 1]; k++) {
      if (pending[k] != NOT_PENDING && (!changed || pending[k] >= CHANGED)) {
        from = Math.min(from, pendingFrom[k]);
        to = Math.max(to, pendingTo[k]);
      }
    }
    ShelfId id = cells.shelves.get(s).id();
    int row = out.add(id.gondola(), id.shelf(), cells.slices[s], from, to);
    if (row < 0) {
      return;
    }
    waitsSince[s] = Long.MAX_VALUE;
    for (int k = first; k < cells.firstSlice[s + 1]; k++) {
      if (pending[k] != NOT_PENDING && (pendingFrom[k] < to || from == to)) {
        out.set(row, k - first, pending[k]);
        pending[k] = NOT_PENDING;
      } else if (pending[k] != NOT_PENDING) {
        waitsSince[s] = pendingTo[k]; // seen for the first time since: a row of its own
      }
    }
  }
}
