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
 * A shop of a hundred square metres for thirty people: two islands with goods on both sides, a row
 * along the back wall, doors in the front wall. Axes: the front wall lies on y = 0, the left wall
 * on x = 0, z up.
 */
final class HallPlan {
  private static final double WIDTH_METRES = 10.3;
  private static final double DEPTH_METRES = 9.7;

  /** Middle lines of the islands: three aisles of 2.6 to 3 metres. */
  private static final double[] ISLAND_X = {3.4, 6.9};

  private static final double ISLAND_FRONT_METRES = 2.9;

  /** Plates a shelf of each gondola along an island's side, from the front, and the back wall's. */
  private static final int[] ISLAND_PLATES = {12, 12, 9};

  private static final int[] WALL_PLATES = {9, 12, 9};
  private static final double WALL_ROW_X = 3.6;
  private static final int SHELVES = 4;

  /** Half an island: a shelf, its panel and a little air between the backs. */
  private static final double HALF_ISLAND_METRES = 0.45;

  private static final double CEILING_METRES = 3.1;
  private static final double LENS_PIXELS = 330;
  private static final double DOOR_METRES = 1.2;

  private HallPlan() {}

  static SimStore make() {
    List<Article> articles = Assortment.load();
    FixturePlan fixtures = new FixturePlan(articles, SHELVES);
    List<Gondola> gondolas = new ArrayList<>();
    for (double x : ISLAND_X) {
      double y = ISLAND_FRONT_METRES;
      for (int plates : ISLAND_PLATES) {
        double length = plates * FixturePlan.PLATE_WIDTH_METRES;
        Vec3 right = new Vec3(x + HALF_ISLAND_METRES, y, 0);
        gondolas.add(fixtures.gondola(gondolas.size() + 1, right, Math.PI / 2, plates));
        Vec3 left = new Vec3(x - HALF_ISLAND_METRES, y + length, 0);
        gondolas.add(fixtures.gondola(gondolas.size() + 1, left, -Math.PI / 2, plates));
        y += length;
      }
    }
    double x = WALL_ROW_X;
    for (int plates : WALL_PLATES) {
      Vec3 corner = new Vec3(x, DEPTH_METRES - 0.46, 0);
      gondolas.add(fixtures.gondola(gondolas.size() + 1, corner, 0, plates));
      x += plates * FixturePlan.PLATE_WIDTH_METRES;
    }
    return ShopFitting.shop(
        "Hall",
        FloorPolygon.rectangle(0, 0, WIDTH_METRES, DEPTH_METRES),
        gondolas,
        cameras(),
        List.of(door("entry", Door.Use.ENTRY, 7.8), door("exit", Door.Use.EXIT, 1.3)),
        fixtures.facings(),
        articles);
  }

  private static Door door(String name, Door.Use use, double x) {
    return new Door(
        new DoorId(name),
        use,
        new FloorSegment(new FloorPoint(x, 0), new FloorPoint(x + DOOR_METRES, 0)));
  }

  /** Three look down the aisles, three back up them, two over the doors. */
  private static List<Camera> cameras() {
    double[][] fromTo = {
      {1.4, 2.3, 1.4, 4.3},
      {5.15, 2.3, 5.15, 4.3},
      {8.9, 2.3, 8.9, 4.3},
      {1.6, 6.3, 2.2, 8.0},
      {5.15, 6.4, 5.15, 8.2},
      {8.7, 6.3, 8.1, 8.0},
      {2.9, 3.2, 2.7, 1.4},
      {7.4, 3.2, 7.6, 1.4},
    };
    return ShopFitting.cameras(fromTo, CEILING_METRES, LENS_PIXELS);
  }
}
