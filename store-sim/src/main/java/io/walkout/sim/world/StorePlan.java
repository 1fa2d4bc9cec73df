package io.walkout.sim.world;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two shops we simulate in. Axes: x along the row of gondolas, their fronts at y = 0 with the
 * goods at y &gt; 0 and the shoppers at y &lt; 0, z up; one more gondola closes the aisle at its
 * entry end.
 */
public final class StorePlan {
  private static final Currency CURRENCY = Currency.getInstance("USD");

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
    Layout layout =
        new Layout(
            FloorPolygon.rectangle(-EXIT_END_METRES, -AISLE_METRES, closing + 0.5, 0.5),
            gondolas,
            cameras(x),
            List.of(
                door("entry", Door.Use.ENTRY, closing - BODY_METRES - DOOR_METRES - 0.1),
                door("exit", Door.Use.EXIT, -EXIT_END_METRES + 0.2)),
            List.of());
    Store store =
        new Store(
            name,
            ZoneOffset.UTC,
            CURRENCY,
            layout,
            catalogue(articles),
            new Planogram(fixtures.facings()),
            Policy.DEFAULT);
    Map<ProductCode, Article> byCode = new LinkedHashMap<>();
    articles.forEach(a -> byCode.put(a.code(), a));
    return new SimStore(store, byCode, SimStore.floor(store));
  }

  private static Catalogue catalogue(List<Article> articles) {
    List<Product> products = new ArrayList<>();
    for (Article a : articles) {
      products.add(
          new Product(a.code(), a.name(), a.massGrams(), new Money(a.priceMinor(), CURRENCY)));
    }
    return new Catalogue(products);
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
      Vec3 aim = new Vec3(x + 0.2, i % 2 == 0 ? -0.2 : -AISLE_METRES + 0.6, 0.8);
      cameras.add(
          new Camera(
              new CameraId("cam-" + (i + 1)),
              new CameraModel(640, 360, 340, 340, 320, 180, new double[5], lookAt(at, aim))));
    }
    return cameras;
  }

  /** Camera-to-store pose of a level camera (x right, y down, z forward). */
  private static RigidTransform lookAt(Vec3 at, Vec3 aim) {
    Vec3 f = aim.minus(at).times(1 / aim.minus(at).norm());
    double level = StrictMath.hypot(f.x(), f.y());
    Vec3 r = new Vec3(f.y() / level, -f.x() / level, 0);
    Vec3 d =
        new Vec3(
            f.y() * r.z() - f.z() * r.y(),
            f.z() * r.x() - f.x() * r.z(),
            f.x() * r.y() - f.y() * r.x());
    return new RigidTransform(
        new double[] {r.x(), d.x(), f.x(), r.y(), d.y(), f.y(), r.z(), d.z(), f.z()}, at);
  }
}
