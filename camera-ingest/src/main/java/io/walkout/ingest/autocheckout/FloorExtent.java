package io.walkout.ingest.autocheckout;

import io.walkout.store.Gondola;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/**
 * The floor of a store whose format does not say where it ends: a rectangle around the fixtures and
 * what else is known.
 */
final class FloorExtent {
  /** Metres beyond the cameras, which hang inside: what shows behind the glass is outside. */
  private static final double BEYOND_CAMERAS = 0.15;

  /** Metres; the width of an aisle, where nothing else is known. */
  private static final double AISLE = 2.5;

  /** Part of the heads that may lie outside at each end: passers-by and wrong poses. */
  private static final double STRAY = 0.01;

  /** Metres that poses can widen the floor; a person at a shelf's end stands nearer. */
  private static final double MOST_WIDENING = 3;

  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  private FloorExtent() {}

  /**
   * The floor.
   *
   * @param hasCameras whether the store has cameras with video; their calibrated positions, and
   *     those of the cameras without, then bound the floor
   */
  static FloorPolygon of(
      List<Gondola> gondolas,
      Calibration calibration,
      boolean hasCameras,
      FloorSamples heads,
      ImportLog log) {
    FloorExtent extent = new FloorExtent();
    gondolas.forEach(gondola -> extent.around(gondola.footprint()));
    if (hasCameras) {
      extent.aroundCameras(calibration);
      log.note("the floor is taken to reach 0.15 m beyond the fixtures and the cameras");
    } else if (calibration.world().isPresent()) {
      extent.around(calibration.world().get());
      log.note("the floor is the calibration's world_ltrb with the fixtures");
    } else {
      gondolas.forEach(extent::inFrontOf);
      log.note("the floor is taken to be the fixtures with an aisle of 2.5 m in front of them");
    }
    if (!heads.isEmpty()) {
      extent.aroundHeads(heads);
    }
    return FloorPolygon.rectangle(extent.minX, extent.minY, extent.maxX, extent.maxY);
  }

  private void around(FloorPolygon polygon) {
    for (FloorPoint corner : polygon.corners()) {
      around(corner.x(), corner.y());
    }
  }

  private void around(double x, double y) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }

  private void aroundCameras(Calibration calibration) {
    for (Vec3 position : calibration.positions()) {
      around(position.x(), position.y());
    }
    minX -= BEYOND_CAMERAS;
    minY -= BEYOND_CAMERAS;
    maxX += BEYOND_CAMERAS;
    maxY += BEYOND_CAMERAS;
  }

  private void inFrontOf(Gondola gondola) {
    for (Shelf shelf : gondola.shelves()) {
      OrientedBox box = shelf.box();
      for (double x : new double[] {0, box.size().x()}) {
        FloorPoint corner = box.pose().apply(new Vec3(x, -AISLE, 0)).floor();
        around(corner.x(), corner.y());
      }
    }
  }

  private void aroundHeads(FloorSamples heads) {
    double x0 = Math.max(heads.x(STRAY), minX - MOST_WIDENING);
    double x1 = Math.min(heads.x(1 - STRAY), maxX + MOST_WIDENING);
    double y0 = Math.max(heads.y(STRAY), minY - MOST_WIDENING);
    double y1 = Math.min(heads.y(1 - STRAY), maxY + MOST_WIDENING);
    minX = Math.min(minX, x0);
    maxX = Math.max(maxX, x1);
    minY = Math.min(minY, y0);
    maxY = Math.max(maxY, y1);
  }
}
