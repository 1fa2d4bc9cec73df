package io.walkout.tracker.look;

import java.util.Arrays;

/**
 * Cells that somebody's body is before. A box cuts off elbows, bags and hair, and people stand
 * still for seconds: so what looks otherwise than it did and hangs together, across the boards too,
 * with something like that under a box is of the same body. And goods go from one shelf at a time:
 * what hangs together over several shelves is likely a body that no detector found. Arrays by cell;
 * one thread; allocates nothing after construction.
 */
final class BodyCells {
  /** Cells so near in the picture hang together, as a share of its width: over a shelf's board. */
  private static final float GAP = 1 / 100f;

  private final int[] firstNext;
  private final int[] next;
  private final int[] queue;
  private final boolean[] isDone;
  private final int[] shelfOf;

  /** Whether what a cell shows hangs together over several shelves, since the last look. */
  final boolean[] isWide;

  BodyCells(ShelfCells cells, int width) {
    int n = cells.count();
    float[][] boxes = boxes(cells, width);
    float gap = GAP * width;
    firstNext = new int[n + 1];
    int[] found = new int[8 * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && isNear(boxes[i], boxes[j], gap)) {
          found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
          found[count++] = j;
        }
      }
      firstNext[i + 1] = count;
    }
    next = Arrays.copyOf(found, count);
    queue = new int[n];
    isDone = new boolean[n];
    isWide = new boolean[n];
    shelfOf = cells.shelfOf;
  }

  private static boolean isNear(float[] a, float[] b, float gap) {
    return a[0] - gap <= b[2] && b[0] - gap <= a[2] && a[1] - gap <= b[3] && b[1] - gap <= a[3];
  }

  /** Left, top, right, bottom of each cell's pixels. */
  private static float[][] boxes(ShelfCells cells, int width) {
    float[][] boxes = new float[cells.count()][];
    for (int i = 0; i < boxes.length; i++) {
      float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, 0, 0};
      for (int k = cells.firstPixel[i]; k < cells.firstPixel[i + 1]; k++) {
        int pixel = cells.pixels[k] / 3;
        int x = pixel % width;
        int y = pixel / width;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      boxes[i] = box;
    }
    return boxes;
  }

  /** Adds to the cells under boxes those that hang together with them; tells the wide ones. */
  void grow(boolean[] isCovered, boolean[] isSame) {
    Arrays.fill(isWide, false);
    System.arraycopy(isSame, 0, isDone, 0, isDone.length);
    for (int i = 0; i < queue.length; i++) {
      if (!isDone[i]) {
        body(i, isCovered);
      }
    }
  }

  /** All cells that hang together with one. */
  private void body(int seed, boolean[] isCovered) {
    int end = 1;
    queue[0] = seed;
    isDone[seed] = true;
    boolean covered = false;
    boolean wide = false;
    for (int at = 0; at < end; at++) {
      int i = queue[at];
      covered |= isCovered[i];
      wide |= shelfOf[i] != shelfOf[seed];
      for (int k = firstNext[i]; k < firstNext[i + 1]; k++) {
        if (!isDone[next[k]]) {
          isDone[next[k]] = true;
          queue[end++] = next[k];
        }
      }
    }
    for (int at = 0; at < end; at++) {
      isCovered[queue[at]] |= covered;
      isWide[queue[at]] = wide;
    }
  }
}
