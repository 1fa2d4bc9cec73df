package io.walkout.sim.world;

import io.walkout.store.Facing;

/**
 * The room that a facing has on its shelf: how many lanes of its goods side by side, how many rows
 * behind each other.
 */
public final class FacingSpace {
  /** Goods begin this far behind the shelf's edge. */
  static final double FRONT_METRES = 0.02;

  /** Room that is left at the back. */
  private static final double BACK_METRES = 0.01;

  private static final int MOST_ROWS = 6;

  /** A facing is filled at least to this share of its rows when the shop opens. */
  private static final double LEAST_FILLED = 0.6;

  private final PlateRow row;
  private final double left;
  private final double width;
  private final int lanes;
  private final int rows;

  /** The room of one facing. */
  public FacingSpace(SimStore shop, int facing) {
    Facing f = shop.facings().get(facing);
    Article article = shop.article(facing);
    row = shop.row(f.shelf());
    left = row.left(f);
    width = row.width(f);
    lanes = Math.max(1, (int) (width / article.widthMetres()));
    double depth = row.depthMetres() - FRONT_METRES - BACK_METRES;
    rows = Math.clamp((long) (depth / article.depthMetres()), 1, MOST_ROWS);
  }

  /** The most units that fit. */
  public int most() {
    return lanes * rows;
  }

  /** The fewest units that stand there when a shop opens that is filled by chance. */
  public int fewest() {
    return lanes * Math.max(2, (int) Math.floor(rows * LEAST_FILLED));
  }

  PlateRow row() {
    return row;
  }

  /** Where the facing begins, from the shelf's left end, metres. */
  double left() {
    return left;
  }

  double width() {
    return width;
  }

  int lanes() {
    return lanes;
  }

  int rows() {
    return rows;
  }

  double alongOfLane(int lane) {
    return left + width * (lane + 0.5) / lanes;
  }
}
