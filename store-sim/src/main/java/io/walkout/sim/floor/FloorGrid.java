package io.walkout.sim.floor;

import io.walkout.store.geometry.FloorPolygon;
import java.util.Arrays;

/**
 * A floor as square cells: how much room there is at the middle of each, and which of the free ones
 * hang together. Immutable once made.
 */
final class FloorGrid {
  /** Cells that a floor of ordinary size is cut into. */
  private static final double WANTED_CELLS = 20_000;

  /** Smaller cells find no more ways. */
  private static final double LEAST_CELL_METRES = 0.05;

  /** Larger ones would miss a narrow aisle. */
  private static final double MOST_CELL_METRES = 0.1;

  /** Beyond this, cells grow whatever they miss: 10,000 square metres. */
  private static final double MOST_CELLS = 1_000_000;

  final double minX;
  final double minY;
  final double maxX;
  final double maxY;
  final double cellMetres;
  final int columns;
  final int rows;
  private final float[] clearance;

  /** Number of the connected part, from 1; 0 where there is no room. */
  private final int[] part;

  private final int largest;

  FloorGrid(FloorPolygon floor, Outlines outlines, double bodyMetres) {
    minX = floor.minX();
    minY = floor.minY();
    maxX = floor.maxX();
    maxY = floor.maxY();
    double area = (maxX - minX) * (maxY - minY);
    double wanted = Math.clamp(Math.sqrt(area / WANTED_CELLS), LEAST_CELL_METRES, MOST_CELL_METRES);
    cellMetres = Math.max(wanted, Math.sqrt(area / MOST_CELLS));
    columns = Math.max(1, (int) Math.ceil((maxX - minX) / cellMetres));
    rows = Math.max(1, (int) Math.ceil((maxY - minY) / cellMetres));
    clearance = new float[columns * rows];
    part = new int[columns * rows];
    for (int c = 0; c < clearance.length; c++) {
      clearance[c] = (float) outlines.clearance(x(c), y(c));
    }
    largest = label(bodyMetres);
    if (largest == 0) {
      throw new IllegalArgumentException(
          "nobody has room on this floor: nowhere do its walls and fixtures leave "
              + 2 * bodyMetres
              + " metres");
    }
  }

  /** Numbers the parts; returns the largest's number, 0 if there is none. */
  private int label(double bodyMetres) {
    int[] queue = new int[part.length];
    int parts = 0;
    int best = 0;
    int bestSize = 0;
    Arrays.fill(part, -1);
    for (int c = 0; c < part.length; c++) {
      if (clearance[c] < bodyMetres) {
        part[c] = 0;
      }
    }
    for (int start = 0; start < part.length; start++) {
      if (part[start] >= 0) {
        continue;
      }
      parts++;
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      part[start] = parts;
      while (head < tail) {
        int c = queue[head++];
        int column = c % columns;
        if (column > 0 && part[c - 1] < 0) {
          part[c - 1] = parts;
          queue[tail++] = c - 1;
        }
        if (column < columns - 1 && part[c + 1] < 0) {
          part[c + 1] = parts;
          queue[tail++] = c + 1;
        }
        if (c >= columns && part[c - columns] < 0) {
          part[c - columns] = parts;
          queue[tail++] = c - columns;
        }
        if (c + columns < part.length && part[c + columns] < 0) {
          part[c + columns] = parts;
          queue[tail++] = c + columns;
        }
      }
      if (tail > bestSize) {
        bestSize = tail;
        best = parts;
      }
    }
    return best;
  }

  double x(int cell) {
    return minX + (cell % columns + 0.5) * cellMetres;
  }

  double y(int cell) {
    int row = cell / columns;
    return minY + (row + 0.5) * cellMetres;
  }

  double clearance(int cell) {
    return clearance[cell];
  }

  int part(int cell) {
    return part[cell];
  }

  int largestPart() {
    return largest;
  }

  int count() {
    return part.length;
  }

  int cellAt(double x, double y) {
    int column = Math.clamp((long) Math.floor((x - minX) / cellMetres), 0, columns - 1);
    int row = Math.clamp((long) Math.floor((y - minY) / cellMetres), 0, rows - 1);
    return row * columns + column;
  }

  /** A free cell whose middle one can get to straight from a free place beside it; -1 if none. */
  int freeCellNear(FloorMap map, double x, double y) {
    int at = cellAt(x, y);
    if (part[at] > 0 && map.segmentIsFree(x, y, x(at), y(at))) {
      return at;
    }
    int column = at % columns;
    int row = at / columns;
    int best = -1;
    double bestDistance = Double.POSITIVE_INFINITY;
    for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
      for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
        int cell = r * columns + c;
        double d = squared(cell, x, y);
        if (part[cell] > 0 && d < bestDistance && map.segmentIsFree(x, y, x(cell), y(cell))) {
          best = cell;
          bestDistance = d;
        }
      }
    }
    return best;
  }

  /** The cell of the largest part whose middle is nearest. */
  int nearestOfLargestPart(double x, double y) {
    int at = cellAt(x, y);
    int column = at % columns;
    int row = at / columns;
    int best = -1;
    double bestDistance = Double.POSITIVE_INFINITY;
    int most = Math.max(columns, rows);
    for (int ring = 0; ring <= most; ring++) {
      // Cells of this ring are at least so far away; rounding to the cell costs one ring more.
      double least = (ring - 1.5) * cellMetres;
      if (best >= 0 && least > 0 && least * least > bestDistance) {
        break;
      }
      for (int r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= rows) {
          continue;
        }
        boolean whole = r == row - ring || r == row + ring;
        for (int c = column - ring; c <= column + ring; c += whole ? 1 : Math.max(1, 2 * ring)) {
          if (c < 0 || c >= columns || part[r * columns + c] != largest) {
            continue;
          }
          double d = squared(r * columns + c, x, y);
          if (d < bestDistance) {
            best = r * columns + c;
            bestDistance = d;
          }
        }
      }
    }
    return best;
  }

  private double squared(int cell, double x, double y) {
    double dx = x(cell) - x;
    double dy = y(cell) - y;
    return dx * dx + dy * dy;
  }
}
