package io.walkout.tracker.calibrate;

import java.util.ArrayList;
import java.util.List;

/**
 * A board lying on the floor, printed side up, at a known place.
 *
 * @param x where the lower left corner of its chequered part lies as one reads it, metres
 * @param y the same, metres
 * @param degrees where its lower edge points from there, from the store's x axis, counter-clockwise
 *     from above
 * @param z metres above the floor, its thickness
 */
public record FloorBoard(double x, double y, double degrees, double z) {
  /** The corners that a picture shows, with their places in the store. */
  public List<PointPair> pairs(Board board, BoardView view) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    List<PointPair> pairs = new ArrayList<>();
    int[] ids = view.ids();
    double[] pixels = view.pixels();
    for (int i = 0; i < ids.length; i++) {
      double right = board.cornerX(ids[i]);
      double up = board.heightMetres() - board.cornerDown(ids[i]);
      pairs.add(
          new PointPair(
              "corner " + ids[i],
              pixels[2 * i],
              pixels[2 * i + 1],
              x + c * right - s * up,
              y + s * right + c * up,
              z));
    }
    return pairs;
  }
}
