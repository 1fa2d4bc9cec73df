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
 * Two small shops to simulate in, of one aisle each. Axes: x along the row of gondolas, their
 * fronts at y = 0 with the goods at y &gt; 0 and the shoppers at y &lt; 0, z up; one more gondola
 * closes the aisle at its entry end.
 */
public final class StorePlan {
  /** Depth of the aisle; wide enough for two to pass behind one who stands at the shelf. */
  private static final double AISLE_METRES = 2.4;

  /** How near the middle of a body comes to a fixture or a wall. */
  private static final double BODY_METRES = 0.28;

  /** Room left of the first gondola, where the exit is. */
  private static final double EXIT_END_METRES = 1.3;

  /** Free floor between the row's end and the gondola that closes the aisle. */
  private static final double ENTRY_END_METRES = 0.65;

  private static final double DOOR_METRES = 1.0;
  private static final double CAMERA_HEIGHT_METRES = 2.6;

  /** A wide lens: with its distortion it sees 100 degrees across. */
  private static final double LENS_PIXELS = 340;

  private StorePlan() {}

  /** A corner shop: four gondolas of five shelves, 210 plates. */
  public static SimStore corner() {
    return make("Corner shop", new int[] {12, 9, 12, 9}, 5);
  }

  /** A shop of five gondolas of six shelves, 306 plates: the size that benchmarks speak of. */
  public static SimStore big() {
    return make("Aisle shop", new int[] {12, 9, 12, 9, 9}, 6);
  }

  private static SimStore make(String name, int[] platesPerShelf, int shelves) {
    List<Article> articles = Assortment.load();
    FixturePlan fixtures = new FixturePlan(articles, shelves);
    List<Gondola> gondolas = new ArrayList<>();
    double x = 0;
    int last = platesPerShelf.length - 1;
    for (int g = 0; g < last; g++) {
      gondolas.add(fixtures.gondola(g + 1, new Vec3(x, 0, 0), 0, platesPerShelf[g]));
      x += platesPerShelf[g] * FixturePlan.PLATE_WIDTH_METRES;
    }
    double closing = x + ENTRY_END_METRES;
    gondolas.add(
        fixtures.gondola(
            last + 1, new Vec3(closing, -0.35, 0), -Math.PI / 2, platesPerShelf[last]));
    return ShopFitting.shop(
        name,
        FloorPolygon.rectangle(-EXIT_END_METRES, -AISLE_METRES, closing + 0.5, 0.5),
        gondolas,
        cameras(x),
        List.of(
            door("entry", Door.Use.ENTRY, closing - BODY_METRES - DOOR_METRES - 0.1),
            door("exit", Door.Use.EXIT, -EXIT_END_METRES + 0.2)),
        fixtures.facings(),
        articles);
  }

  private static Door door(String name, Door.Use use, double x) {
    return new Door(
        new DoorId(name),
        use,
        new FloorSegment(
            new FloorPoint(x, -AISLE_METRES), new FloorPoint(x + DOOR_METRES, -AISLE_METRES)));
  }

  /** Four ceiling cameras along the aisle, alternating sides, each looking across it. */
  private static List<Camera> cameras(double rowMetres) {
    List<Camera> cameras = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double x = rowMetres * (0.05 + 0.3 * i);
      Vec3 at = new Vec3(x, i % 2 == 0 ? -AISLE_METRES + 0.2 : -0.4, CAMERA_HEIGHT_METRES);
      Vec3 aim = new Vec3(x + (i == 0 ? -0.3 : 0.2), i % 2 == 0 ? -0.2 : -AISLE_METRES + 0.6, 0.8);
      cameras.add(ShopFitting.camera(i + 1, LENS_PIXELS, at, aim));
    }
    return cameras;
  }
}
