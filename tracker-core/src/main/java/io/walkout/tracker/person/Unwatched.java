package io.walkout.tracker.person;

import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPolygon;

/** The floor that no camera sees: who goes there isn't gone. A grid, made once. Immutable. */
final class Unwatched {
  private static final double CELL_METRES = 0.25;

  /** A floor is taken to be no larger than this many cells along an axis; cells grow instead. */
  private static final int MOST_CELLS = 400;

  /** Who was last seen a second's walk from it may be on it, metres. */
  private static final double STEP_METRES = 1.5;

  private final double x0;
  private final double y0;
  private final double cell;
  private final int columns;
  private final int rows;
  private final boolean[] near;

  Unwatched(Layout layout, CameraView[] views) {
    FloorPolygon floor = layout.floor();
    x0 = floor.minX();
    y0 = floor.minY();
    double wide = Math.max(floor.maxX() - x0, floor.maxY() - y0);
    cell = Math.max(CELL_METRES, wide / MOST_CELLS);
    columns = (int) ((floor.maxX() - x0) / cell) + 1;
    rows = (int) ((floor.maxY() - y0) / cell) + 1;
    near = new boolean[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int col = 0; col < columns; col++) {
        double x = x0 + (col + 0.5) * cell;
        double y = y0 + (row + 0.5) * cell;
        if (isFloor(layout, x, y) && !seen(views, x, y)) {
          spread(col, row);
        }
      }
    }
  }

  private static boolean isFloor(Layout layout, double x, double y) {
    return layout.floor().contains(x, y)
        && layout.gondolas().stream().noneMatch(g -> g.footprint().contains(x, y));
  }

  private static boolean seen(CameraView[] views, double x, double y) {
    for (CameraView view : views) {
      if (view.seenShare(x, y) >= SpotMatcher.JUDGING_SHARE) {
        return true;
      }
    }
    return false;
  }

  private void spread(int col, int row) {
    int reach = (int) (STEP_METRES / cell);
    for (int r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      for (int c = Math.max(0, col - reach); c <= Math.min(columns - 1, col + reach); c++) {
        near[r * columns + c] |= Math.hypot(r - row, c - col) * cell <= STEP_METRES;
      }
    }
  }

  /** Whether somebody last seen there may since be where no camera sees them. */
  boolean isNear(double x, double y) {
    int col = Math.clamp((int) ((x - x0) / cell), 0, columns - 1);
    int row = Math.clamp((int) ((y - y0) / cell), 0, rows - 1);
    return near[row * columns + col];
  }
}
