package io.walkout.sim.film;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for labels where they hide neither people nor each other: tries places around what
 * they belong to, nearest first, and takes the one that covers least. A label keeps to the side it
 * had in the picture before while that is as good, so that it does not flutter. One picture at a
 * time; bounded by what is in the picture.
 */
final class Labels {
  /** Directions tried: right, left, above, below, and the corners between. */
  private static final double[][] SIDES = {
    {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0.75, -0.75}, {-0.75, -0.75}, {0.75, 0.75}, {-0.75, 0.75}
  };

  /** Distances from the thing, pixels. */
  private static final double[] AWAY = {0, 26, 60};

  /** What leaving the side it had costs, in covered square pixels. */
  private static final double LOYALTY = 350;

  private final Rectangle frame;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** Labels stay within the frame. */
  Labels(Rectangle frame) {
    this.frame = frame;
  }

  /** A new picture. */
  void clear() {
    taken.clear();
  }

  /** Nothing is to be written there. */
  void keepFree(Rectangle2D area) {
    taken.add(area);
  }

  /** A place and the side it is on. */
  record Spot(double x, double y, int side) {}

  /**
   * Finds a place, and takes it.
   *
   * @param x middle of what it belongs to
   * @param radius of what it belongs to
   * @param before the side it had, or -1
   */
  Spot place(double x, double y, double radius, double width, double height, int before) {
    Spot best = new Spot(x + radius, y, 0);
    double least = Double.POSITIVE_INFINITY;
    for (int away = 0; away < AWAY.length; away++) {
      for (int s = 0; s < SIDES.length; s++) {
        int side = away * SIDES.length + s;
        double off = radius + 4 + AWAY[away];
        double cx = x + SIDES[s][0] * (off + width / 2);
        double cy = y + SIDES[s][1] * (off + height / 2);
        double px = Math.clamp(cx - width / 2, frame.x, Math.max(frame.x, frame.getMaxX() - width));
        double py =
            Math.clamp(cy - height / 2, frame.y, Math.max(frame.y, frame.getMaxY() - height));
        double cost = covered(px, py, width, height) + 60 * away + 4 * s;
        cost += before >= 0 && side != before ? LOYALTY : 0;
        if (cost < least) {
          least = cost;
          best = new Spot(px, py, side);
        }
      }
    }
    taken.add(new Rectangle2D.Double(best.x, best.y, width, height));
    return best;
  }

  private double covered(double x, double y, double width, double height) {
    double area = 0;
    for (Rectangle2D other : taken) {
      double w = Math.min(x + width, other.getMaxX()) - Math.max(x, other.getX());
      double h = Math.min(y + height, other.getMaxY()) - Math.max(y, other.getY());
      area += w > -2 && h > -2 ? Math.max(w + 2, 1) * Math.max(h + 2, 1) : 0;
    }
    return area;
  }
}
