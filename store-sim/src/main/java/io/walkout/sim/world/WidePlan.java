package io.walkout.sim.world;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.Gondola;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop that has no right angles to lean on: an L of fifty square metres, a row along its long
 * wall, another in its short arm, an island that stands askew, and one door for both ways. Axes: x
 * along the long wall, which lies at y = 6, z up.
 */
final class WidePlan {
  private static final int SHELVES = 5;
  private static final double WALL_FRONT_METRES = 5.54;
  private static final double ASKEW_RADIANS = Math.toRadians(24);
  private static final double ISLAND_DEPTH_METRES = 0.9;
  private static final double CEILING_METRES = 2.9;
  private static final double LENS_PIXELS = 330;

  private WidePlan() {}

  static SimStore make() {
    List<Article> articles = Assortment.load();
    FixturePlan fixtures = new FixturePlan(articles, SHELVES);
    List<Gondola> gondolas = new ArrayList<>();
    double x = 1.2;
    for (int plates : new int[] {12, 9, 12}) {
      gondolas.add(
          fixtures.gondola(gondolas.size() + 1, new Vec3(x, WALL_FRONT_METRES, 0), 0, plates));
      x += plates * FixturePlan.PLATE_WIDTH_METRES;
    }
    gondolas.add(fixtures.gondola(4, new Vec3(8.54, 3.3, 0), -Math.PI / 2, 9));
    gondolas.add(fixtures.gondola(5, new Vec3(8.54, 2.3, 0), -Math.PI / 2, 9));
    // The island: two gondolas back to back, turned together about the corner of the first.
    double c = StrictMath.cos(ASKEW_RADIANS);
    double s = StrictMath.sin(ASKEW_RADIANS);
    double length = 9 * FixturePlan.PLATE_WIDTH_METRES;
    double depth = ISLAND_DEPTH_METRES;
    Vec3 corner = new Vec3(2.5, 2.3, 0);
    gondolas.add(fixtures.gondola(6, corner, ASKEW_RADIANS, 9));
    Vec3 across =
        new Vec3(corner.x() + length * c - depth * s, corner.y() + length * s + depth * c, 0);
    gondolas.add(fixtures.gondola(7, across, ASKEW_RADIANS + Math.PI, 9));
    FloorPolygon floor =
        new FloorPolygon(
            List.of(
                new FloorPoint(0, 0),
                new FloorPoint(5, 0),
                new FloorPoint(5, 1),
                new FloorPoint(9, 1),
                new FloorPoint(9, 6),
                new FloorPoint(0, 6)));
    Door door =
        new Door(
            new DoorId("door"),
            Door.Use.BOTH,
            new FloorSegment(new FloorPoint(0.6, 0), new FloorPoint(2.4, 0)));
    return ShopFitting.shop(
        "Wide shop", floor, gondolas, cameras(), List.of(door), fixtures.facings(), articles);
  }

  private static List<Camera> cameras() {
    double[][] fromTo = {
      {0.3, 3.0, 2.2, 4.3},
      {5.0, 3.4, 3.2, 4.4},
      {4.6, 0.5, 2.8, 1.6},
      {0.5, 1.9, 1.7, 1.0},
      {5.6, 5.4, 7.2, 4.2},
      {5.4, 1.6, 7.2, 2.6},
    };
    return ShopFitting.cameras(fromTo, CEILING_METRES, LENS_PIXELS);
  }
}
