package io.walkout.sim.floor;

import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds ways on a floor: A* (P. Hart, N. Nilsson, B. Raphael, 1968) over the cells of a grid, eight
 * neighbours each, where a metre close to a wall costs more than one in the open; then the way is
 * pulled straight wherever the straight way is free and costs no more. Work and memory are bounded
 * by the number of cells; ties are broken by the order of cells, so that equal floors give equal
 * ways.
 */
final class PathSearch {
  /** Up to this far from what they can't walk through, people would rather be farther; chosen. */
  private static final double COMFORT_METRES = 0.45;

  /** How much more a metre right beside a wall costs than one in the open; chosen. */
  private static final double CROWDING_COST = 1.5;

  /** A straight way is taken if it costs at most this much of the way it replaces; chosen. */
  private static final double STRAIGHT_BONUS = 1.04;

  /** So near to somebody who stands, a metre costs more; chosen. */
  private static final double CROWD_METRES = 0.65;

  /** How much more a metre right through them would cost. */
  private static final double CROWD_COST = 8;

  private static final double DIAGONAL = Math.sqrt(2);

  private final FloorMap map;
  private final FloorGrid grid;
  private final float[] weight;

  PathSearch(FloorMap map, FloorGrid grid) {
    this.map = map;
    this.grid = grid;
    weight = new float[grid.count()];
    for (int c = 0; c < weight.length; c++) {
      double room = grid.clearance(c) - map.bodyMetres();
      weight[c] = (float) (1 + CROWDING_COST * Math.clamp(1 - room / COMFORT_METRES, 0, 1));
    }
  }

  List<FloorPoint> path(FloorPoint from, FloorPoint to, double[] standing, int count) {
    if (!map.isFree(to.x(), to.y())) {
      return List.of();
    }
    List<FloorPoint> way = new ArrayList<>();
    way.add(from);
    FloorPoint start = from;
    if (!map.isFree(from.x(), from.y())) {
      start = map.nearestFree(from);
      way.add(start);
    }
    float[] costs = count == 0 ? weight : crowded(standing, count);
    double straight = start.distanceTo(to);
    if (map.segmentIsFree(start, to) && cost(costs, start, to) <= 0.5 + 1.15 * straight) {
      way.add(to);
      return way;
    }
    int goal = grid.freeCellNear(map, to.x(), to.y());
    int first = grid.freeCellNear(map, start.x(), start.y());
    if (goal < 0 || first < 0 || grid.part(goal) != grid.part(first)) {
      return List.of();
    }
    List<FloorPoint> points = new ArrayList<>();
    points.add(start);
    for (int cell : cells(costs, first, goal)) {
      points.add(new FloorPoint(grid.x(cell), grid.y(cell)));
    }
    points.add(to);
    pull(costs, points, way);
    return way;
  }

  /** The cost of each cell with people standing about. */
  private float[] crowded(double[] standing, int count) {
    float[] costs = weight.clone();
    int reach = (int) Math.ceil(CROWD_METRES / grid.cellMetres);
    for (int i = 0; i < count; i++) {
      int at = grid.cellAt(standing[2 * i], standing[2 * i + 1]);
      int column = at % grid.columns;
      int row = at / grid.columns;
      int lastColumn = Math.min(grid.columns - 1, column + reach);
      for (int r = Math.max(0, row - reach); r <= Math.min(grid.rows - 1, row + reach); r++) {
        for (int c = Math.max(0, column - reach); c <= lastColumn; c++) {
          int cell = r * grid.columns + c;
          double dx = grid.x(cell) - standing[2 * i];
          double dy = grid.y(cell) - standing[2 * i + 1];
          double near = 1 - Math.sqrt(dx * dx + dy * dy) / CROWD_METRES;
          if (near > 0) {
            costs[cell] += (float) (CROWD_COST * near);
          }
        }
      }
    }
    return costs;
  }

  /** The cells from one to another of the same part, both included. */
  private int[] cells(float[] costs, int from, int to) {
    int n = grid.count();
    float[] best = new float[n];
    Arrays.fill(best, Float.POSITIVE_INFINITY);
    int[] previous = new int[n];
    boolean[] done = new boolean[n];
    CellHeap open = new CellHeap();
    best[from] = 0;
    previous[from] = -1;
    open.add(from, (float) ahead(from, to));
    while (!open.isEmpty()) {
      int c = open.removeFirst();
      if (done[c]) {
        continue;
      }
      if (c == to) {
        break;
      }
      done[c] = true;
      int column = c % grid.columns;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int next = c + dy * grid.columns + dx;
          if ((dx == 0 && dy == 0)
              || column + dx < 0
              || column + dx >= grid.columns
              || next < 0
              || next >= n
              || done[next]
              || grid.part(next) == 0) {
            continue;
          }
          boolean diagonal = dx != 0 && dy != 0;
          if (diagonal && (grid.part(c + dx) == 0 || grid.part(c + dy * grid.columns) == 0)) {
            continue;
          }
          float reached =
              (float)
                  (best[c]
                      + grid.cellMetres
                          * (diagonal ? DIAGONAL : 1)
                          * 0.5
                          * (costs[c] + costs[next]));
          if (reached < best[next]) {
            best[next] = reached;
            previous[next] = c;
            open.add(next, (float) (reached + ahead(next, to)));
          }
        }
      }
    }
    int length = 0;
    for (int c = to; c >= 0; c = previous[c]) {
      length++;
    }
    int[] cells = new int[length];
    for (int c = to; c >= 0; c = previous[c]) {
      cells[--length] = c;
    }
    return cells;
  }

  /** Least cost from a cell to another: straight, in the open. */
  private double ahead(int from, int to) {
    int dx = Math.abs(from % grid.columns - to % grid.columns);
    int dy = Math.abs(from / grid.columns - to / grid.columns);
    return grid.cellMetres * (Math.max(dx, dy) + (DIAGONAL - 1) * Math.min(dx, dy));
  }

  /** Adds the corners that are left once a chain of places is pulled straight. */
  private void pull(float[] costs, List<FloorPoint> points, List<FloorPoint> way) {
    double[] along = new double[points.size()];
    for (int i = 1; i < along.length; i++) {
      along[i] = along[i - 1] + cost(costs, points.get(i - 1), points.get(i));
    }
    int at = 0;
    int last = points.size() - 1;
    while (at < last) {
      int next = at + 1;
      for (int j = at + 2; j <= last; j++) {
        if (isStraighter(costs, points.get(at), points.get(j), along[j] - along[at])) {
          next = j;
        } else if (j > next + 6) {
          break;
        }
      }
      way.add(points.get(next));
      at = next;
    }
  }

  private boolean isStraighter(float[] costs, FloorPoint a, FloorPoint b, double than) {
    return cost(costs, a, b) <= STRAIGHT_BONUS * than && map.segmentIsFree(a, b);
  }

  /** What a straight way costs. */
  private double cost(float[] costs, FloorPoint a, FloorPoint b) {
    double length = a.distanceTo(b);
    int steps = 1 + (int) (length / grid.cellMetres);
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      double x = a.x() + share * (b.x() - a.x());
      double y = a.y() + share * (b.y() - a.y());
      sum += (i == 0 || i == steps ? 0.5 : 1) * costs[grid.cellAt(x, y)];
    }
    return length * sum / steps;
  }
}
