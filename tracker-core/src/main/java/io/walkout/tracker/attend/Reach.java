package io.walkout.tracker.attend;

import io.walkout.store.Camera;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import java.util.List;

/**
 * Which gondolas somebody can reach, from their box in one camera's picture. The floor point is the
 * detector's own where it has one, else the box's foot, or its head at a usual height where the
 * feet lie beyond the picture. Sets of gondolas are bits of a long, bit n for gondola n; those
 * numbered above 63 share bit 63. One thread.
 */
public final class Reach {
  /** Usual height of a head's top, metres; as the person tracker takes it. */
  private static final double STATURE = 1.7;

  /** Height of a hand in a shelf, metres, for whether the camera sees it. */
  private static final double HAND = 1.2;

  private final CameraModel model;
  private final List<Gondola> gondolas;
  private final double metres;
  private final long seen;
  private final double[] point = new double[2];

  /** The reach of people before a camera. */
  public Reach(Camera camera, Layout layout, double metres) {
    this.model = camera.model();
    this.gondolas = layout.gondolas();
    this.metres = metres;
    long bits = 0;
    for (Gondola gondola : gondolas) {
      bits |= sees(gondola) ? bit(gondola.number()) : 0;
    }
    this.seen = bits;
  }

  /** The bit of a gondola's number. */
  public static long bit(int gondola) {
    return 1L << Math.clamp(gondola, 0, 63);
  }

  private boolean sees(Gondola gondola) {
    FloorPolygon area = gondola.footprint();
    for (int i = 0; i <= 8; i++) {
      for (int j = 0; j <= 8; j++) {
        double x = area.minX() + (area.maxX() - area.minX()) * i / 8;
        double y = area.minY() + (area.maxY() - area.minY()) * j / 8;
        if (model.project(x, y, HAND, point)
            && point[0] >= 0
            && point[1] >= 0
            && point[0] < model.widthPixels()
            && point[1] < model.heightPixels()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gondolas that the camera sees some of. */
  public long seen() {
    return seen;
  }

  /**
   * Gondolas within reach of somebody.
   *
   * @param left box in pixels of the calibrated picture
   * @param floorX where the detector says they stand, metres; NaN if it doesn't
   */
  public long of(float left, float top, float width, float height, float floorX, float floorY) {
    double x = floorX;
    double y = floorY;
    if (Float.isNaN(floorX)) {
      double middle = left + width / 2.0;
      double bottom = (double) top + height;
      boolean placed =
          bottom < model.heightPixels() - 1
              ? model.atHeight(middle, bottom, 0, point)
              : model.atHeight(middle, top, STATURE, point);
      if (!placed) {
        return 0;
      }
      x = point[0];
      y = point[1];
    }
    long within = 0;
    for (Gondola gondola : gondolas) {
      within |= distance(gondola, x, y) <= metres ? bit(gondola.number()) : 0;
    }
    return within & seen;
  }

  private static double distance(Gondola gondola, double x, double y) {
    if (gondola.footprint().contains(x, y)) {
      return 0;
    }
    double least = gondola.footprint().distanceToEdge(x, y);
    for (Shelf shelf : gondola.shelves()) {
      least = Math.min(least, shelf.box().floorDistanceTo(x, y));
    }
    return least;
  }
}
