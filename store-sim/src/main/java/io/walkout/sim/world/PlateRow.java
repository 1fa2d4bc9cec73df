package io.walkout.sim.world;

import io.walkout.store.Facing;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/**
 * Where the plates of one shelf lie along it, as the store says; columns count from 0, so that
 * plate 1 is column 0 even where other plates are missing. Metres from the shelf's left end.
 * Immutable.
 */
public final class PlateRow {
  private final double[] left;
  private final double[] width;
  private final double endMetres;
  private final double depthMetres;

  /** The row of a shelf; empty if it has no plates. */
  public PlateRow(Shelf shelf) {
    int columns = 0;
    for (Plate plate : shelf.plates()) {
      columns = Math.max(columns, plate.id().plate());
    }
    left = new double[columns];
    width = new double[columns];
    for (Plate plate : shelf.plates()) {
      int c = plate.id().plate() - 1;
      Vec3 size = plate.box().size();
      double middle = shelf.box().pose().applyInverse(plate.box().centre()).x();
      // A plate's box may be turned against its shelf's by right angles: what counts is its middle.
      width[c] = size.x();
      left[c] = middle - size.x() / 2;
    }
    endMetres = shelf.box().size().x();
    depthMetres = shelf.box().size().y();
  }

  /** Number of columns: the highest number of a plate. */
  public int columns() {
    return left.length;
  }

  /** Whether there is a plate in a column. */
  public boolean exists(int column) {
    return width[column] > 0;
  }

  /** Left end of a plate. */
  public double left(int column) {
    return left[column];
  }

  /** Width of a plate; 0 where there is none. */
  public double width(int column) {
    return width[column];
  }

  /** Middle of a plate. */
  public double middle(int column) {
    return left[column] + width[column] / 2;
  }

  /** Length of the shelf. */
  public double endMetres() {
    return endMetres;
  }

  /** Depth of the shelf from front to back. */
  public double depthMetres() {
    return depthMetres;
  }

  /** The existing column whose middle is nearest; -1 if the shelf has no plates. */
  public int nearest(double along) {
    int best = -1;
    for (int c = 0; c < left.length; c++) {
      if (exists(c) && (best < 0 || Math.abs(middle(c) - along) < Math.abs(middle(best) - along))) {
        best = c;
      }
    }
    return best;
  }

  /** Left end of a facing's plates; those that the shelf doesn't have count for nothing. */
  public double left(Facing facing) {
    double least = Double.POSITIVE_INFINITY;
    for (PlateId id : facing.plates()) {
      if (has(id)) {
        least = Math.min(least, left[id.plate() - 1]);
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  /** Right end of a facing's plates; that of the shelf if it has none of them. */
  public double right(Facing facing) {
    double most = Double.NEGATIVE_INFINITY;
    for (PlateId id : facing.plates()) {
      if (has(id)) {
        most = Math.max(most, left[id.plate() - 1] + width[id.plate() - 1]);
      }
    }
    return most == Double.NEGATIVE_INFINITY ? endMetres : most;
  }

  /** Width of a facing's plates together. */
  public double width(Facing facing) {
    return right(facing) - left(facing);
  }

  /** Spreads a weight over existing plates by a bell around a place; sums to 1, or to 0 far off. */
  public double[] bell(double along, double sigmaMetres) {
    double[] weights = new double[left.length];
    double sum = 0;
    for (int c = 0; c < left.length; c++) {
      if (exists(c)) {
        double d = (middle(c) - along) / sigmaMetres;
        weights[c] = StrictMath.exp(-d * d / 2);
        sum += weights[c];
      }
    }
    for (int c = 0; c < left.length; c++) {
      weights[c] /= Math.max(sum, 1e-6);
    }
    return weights;
  }

  /** The rows of all shelves, in their order. */
  static List<PlateRow> of(List<Shelf> shelves) {
    return shelves.stream().map(PlateRow::new).toList();
  }

  private boolean has(PlateId id) {
    return id.plate() <= width.length && exists(id.plate() - 1);
  }
}
