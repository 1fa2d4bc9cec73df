package io.walkout.tracker.person;

import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.Detections;
import java.util.List;

/**
 * What one camera's detections say about the floor: where, and how sure, which follows from the
 * camera's place; and how much of somebody standing at a place it would see. Single-threaded.
 */
final class CameraView {
  /** Error of a box's edge, as a share of the picture's width: 6 pixels of 640. */
  private static final double EDGE_SHARE = 0.01;

  /** How well the height of an unknown person is known, metres (stature, both sexes together). */
  private static final double STATURE = 1.7;

  private static final double STATURE_SIGMA = 0.1;

  /** A body is no point: least error of its middle, metres. */
  private static final double LEAST_SIGMA = 0.08;

  /** Worse places than this, metres, all say the same. */
  static final double MOST_SIGMA = 1.5;

  /** Points from the feet to the head that are tested for being seen. */
  private static final int POINTS = 8;

  private final CameraModel model;
  private final Vec3 position;
  private final List<Gondola> gondolas;
  private final double[] gondolaTop;
  private final double[] pixel = new double[2];

  /** One detection on the floor: the error is an ellipse along the camera's view. */
  static final class Spot {
    /** Its number among the detections of its picture. */
    int detection;

    double x;
    double y;

    /** Unit vector on the floor from the camera to the spot. */
    double alongX;

    double alongY;
    double alongVariance;
    double acrossVariance;
    double score;

    /** From the camera over the floor, metres. */
    double distance;

    double left;
    double top;
    double right;
    double bottom;

    /** Share of this box that lies within another. */
    double shareWithin(Spot o) {
      double w = Math.min(right, o.right) - Math.max(left, o.left);
      double h = Math.min(bottom, o.bottom) - Math.max(top, o.top);
      return w <= 0 || h <= 0 ? 0 : w * h / ((right - left) * (bottom - top));
    }
  }

  CameraView(CameraModel model, Layout layout) {
    this.model = model;
    this.position = model.position();
    this.gondolas = layout.gondolas();
    this.gondolaTop = new double[gondolas.size()];
    for (int g = 0; g < gondolaTop.length; g++) {
      gondolaTop[g] = top(gondolas.get(g));
    }
  }

  private static double top(Gondola gondola) {
    double top = 0;
    for (Shelf shelf : gondola.shelves()) {
      top = Math.max(top, shelf.box().pose().translation().z() + shelf.box().size().z());
    }
    return top;
  }

  CameraModel model() {
    return model;
  }

  /** Reads a detection; false if it can't be placed on the floor. */
  boolean read(Detections from, int i, Spot spot) {
    if (!place(from, i)) {
      return false;
    }
    spot.detection = i;
    spot.x = pixel[0];
    spot.y = pixel[1];
    spot.score = from.scores[i];
    double dx = spot.x - position.x();
    double dy = spot.y - position.y();
    double distance = Math.hypot(dx, dy);
    spot.distance = distance;
    spot.left = from.boxes[4 * i];
    spot.top = from.boxes[4 * i + 1];
    spot.right = spot.left + from.boxes[4 * i + 2];
    spot.bottom = spot.top + from.boxes[4 * i + 3];
    spot.alongX = distance > 1e-6 ? dx / distance : 1;
    spot.alongY = distance > 1e-6 ? dy / distance : 0;
    double height = Math.max(position.z(), 0.5);
    double perPixel = EDGE_SHARE * model.widthPixels() / model.fx();
    double slant2 = distance * distance + height * height;
    double share = Math.max(seenShare(spot.x, spot.y), 0.3);
    double bottom = from.boxes[4 * i + 1] + from.boxes[4 * i + 3];
    double along =
        bottom < model.heightPixels() - 1
            ? perPixel * slant2 / height
            : STATURE_SIGMA * (1 + distance / Math.max(height - STATURE, 0.3));
    double across = perPixel * Math.sqrt(slant2);
    spot.alongVariance = square(Math.clamp(along / share, LEAST_SIGMA, MOST_SIGMA));
    spot.acrossVariance = square(Math.clamp(across, LEAST_SIGMA, MOST_SIGMA));
    return true;
  }

  /**
   * The floor position into {@link #pixel}: the detector's own, or where the box meets the floor.
   */
  private boolean place(Detections from, int i) {
    if (!Float.isNaN(from.floor[2 * i])) {
      pixel[0] = from.floor[2 * i];
      pixel[1] = from.floor[2 * i + 1];
      return true;
    }
    double middle = from.boxes[4 * i] + from.boxes[4 * i + 2] / 2;
    double top = from.boxes[4 * i + 1];
    double bottom = top + from.boxes[4 * i + 3];
    return bottom < model.heightPixels() - 1
        ? model.atHeight(middle, bottom, 0, pixel)
        : model.atHeight(middle, top, STATURE, pixel);
  }

  /** Share of somebody standing at a place that the camera sees past the fixtures, 0..1. */
  double seenShare(double x, double y) {
    int seen = 0;
    for (int k = 0; k < POINTS; k++) {
      double z = STATURE * (k + 0.5) / POINTS;
      if (model.project(x, y, z, pixel)
          && pixel[0] >= 0
          && pixel[1] >= 0
          && pixel[0] < model.widthPixels()
          && pixel[1] < model.heightPixels()
          && !behindFixture(x, y, z)) {
        seen++;
      }
    }
    pixel[0] = x;
    pixel[1] = y;
    return (double) seen / POINTS;
  }

  /** Whether somebody standing at (x, y) is hidden behind somebody at (otherX, otherY). */
  boolean hides(double otherX, double otherY, double x, double y) {
    double ax = otherX - position.x();
    double ay = otherY - position.y();
    double bx = x - position.x();
    double by = y - position.y();
    double near = Math.hypot(ax, ay);
    double far = Math.hypot(bx, by);
    if (near >= far || near < 1e-6) {
      return false;
    }
    double aside = Math.abs(ax * by - ay * bx) / near;
    // Half a body on each side, as the two are seen at the farther one's distance.
    return ax * bx + ay * by > 0 && aside < 0.25 * (1 + far / near);
  }

  private boolean behindFixture(double x, double y, double z) {
    for (int g = 0; g < gondolaTop.length; g++) {
      if (z < position.z() && crosses(gondolas.get(g).footprint(), gondolaTop[g], x, y, z)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line of sight to a point passes through a block on the floor, tested in steps. */
  private boolean crosses(FloorPolygon footprint, double top, double x, double y, double z) {
    double below = (top - z) / (position.z() - z);
    if (below <= 0) {
      return false;
    }
    double upTo = Math.min(below, 1);
    int steps = 12;
    for (int k = 1; k <= steps; k++) {
      double t = upTo * k / steps;
      if (footprint.contains(x + t * (position.x() - x), y + t * (position.y() - y))) {
        return true;
      }
    }
    return false;
  }

  private static double square(double v) {
    return v * v;
  }
}
