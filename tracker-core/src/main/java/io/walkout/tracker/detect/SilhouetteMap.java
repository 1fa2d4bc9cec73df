package io.walkout.tracker.detect;

import io.walkout.store.Layout;
import io.walkout.store.Zone;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.List;

/**
 * The silhouettes of standing people at all places of a grid on the floor, as one camera would see
 * them, for pictures of one small size. Places inside gondolas are left out; places beyond the
 * floor and in zones outside are kept, marked as such.
 */
final class SilhouetteMap {
  /**
   * Heights tried, metres: adults of both sexes lie within 8 cm of one of them (stature in most
   * countries: mean 1.6 to 1.8, standard deviation 0.07).
   */
  private static final double[] HEIGHTS = {1.50, 1.65, 1.80, 1.95};

  /** Silhouettes with fewer pixels of the small picture say nothing. */
  private static final int MIN_AREA = 24;

  private final List<Silhouette> silhouettes = new ArrayList<>();

  /**
   * Draws all silhouettes.
   *
   * @param model the camera's calibration, scaled to the small picture
   * @param layout what stands where
   * @param settings spacing, bounds and how far to look beyond the floor
   */
  SilhouetteMap(CameraModel model, Layout layout, MotionSettings settings) {
    FloorPolygon floor = layout.floor();
    double margin = settings.outsideMetres();
    double x0 = floor.minX() - margin;
    double y0 = floor.minY() - margin;
    double width = floor.maxX() + margin - x0;
    double depth = floor.maxY() + margin - y0;
    double spacing =
        Math.max(settings.gridMetres(), Math.sqrt(width * depth / settings.maxPlaces()));
    SilhouettePainter painter = new SilhouettePainter(model);
    for (int j = 0; j * spacing <= depth; j++) {
      for (int i = 0; i * spacing <= width; i++) {
        double x = x0 + i * spacing;
        double y = y0 + j * spacing;
        if (!inFixture(layout, x, y)) {
          add(painter, x, y, inside(layout, x, y));
        }
      }
    }
  }

  private void add(SilhouettePainter painter, double x, double y, boolean inside) {
    for (double height : HEIGHTS) {
      Silhouette drawn = painter.paint(x, y, height, inside);
      if (drawn != null && drawn.area() >= MIN_AREA) {
        silhouettes.add(drawn);
      }
    }
  }

  private static boolean inFixture(Layout layout, double x, double y) {
    return layout.gondolas().stream().anyMatch(g -> g.footprint().contains(x, y));
  }

  private static boolean inside(Layout layout, double x, double y) {
    return layout.floor().contains(x, y)
        && layout.zones().stream()
            .noneMatch(z -> z.kind() == Zone.Kind.OUTSIDE && z.area().contains(x, y));
  }

  List<Silhouette> silhouettes() {
    return silhouettes;
  }
}
