package io.walkout.bench.realism.pictures;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;

/**
 * Whether the largest thing that moved in a picture is the person who is known to stand somewhere.
 */
public final class SilhouetteMatch {
  /** Half of a person's height: where the middle of the box is to be. */
  private static final double MIDDLE_METRES = 0.9;

  /** Fewer pixels are no person. */
  private static final int FEWEST_PIXELS = 400;

  private SilhouetteMatch() {}

  /**
   * True if the box is whole (off the picture's borders), large enough, and holds the projection of
   * the middle of a person at that place.
   */
  public static boolean holds(
      Silhouette box, FloorPoint place, CameraModel camera, int width, int height) {
    double[] pixel = new double[2];
    CameraModel here = camera.scaledTo(width, height);
    return box.pixels() >= FEWEST_PIXELS
        && box.left() > 1
        && box.top() > 1
        && box.left() + box.width() < width - 1
        && box.top() + box.height() < height - 1
        && here.project(place.x(), place.y(), MIDDLE_METRES, pixel)
        && pixel[0] >= box.left()
        && pixel[0] <= box.left() + box.width()
        && pixel[1] >= box.top()
        && pixel[1] <= box.top() + box.height();
  }

  /** Whether the middle of a person at that place is well inside the picture. */
  public static boolean isInView(FloorPoint place, CameraModel camera) {
    double[] pixel = new double[2];
    return camera.project(place.x(), place.y(), MIDDLE_METRES, pixel)
        && pixel[0] > 0.08 * camera.widthPixels()
        && pixel[0] < 0.92 * camera.widthPixels()
        && pixel[1] > 0.05 * camera.heightPixels()
        && pixel[1] < 0.95 * camera.heightPixels();
  }
}
