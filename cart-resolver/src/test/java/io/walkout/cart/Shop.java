package io.walkout.cart;

import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up shop for tests: gondola 1 stands along x from 0 to 1.2 m with its front at y = 0; its
 * shelves, 0.3 m apart from z = 0.2 m up, have twelve plates of 0.1 x 0.4 m. People stand at y < 0.
 */
public final class Shop {
  static final int PLATES = 12;
  static final long START = EventTime.parse("2030-01-01T10:00:00Z");

  private final int shelves;
  private final Map<String, Product> products = new LinkedHashMap<>();
  private final List<Facing> facings = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();

  public Shop(int shelves) {
    this.shelves = shelves;
  }

  /** A product of that catalogue mass (NaN for none) on plates from..to of a shelf. */
  public Shop with(String code, double massGrams, int shelf, int from, int to) {
    products.putIfAbsent(code, new Product(new ProductCode(code), code, massGrams, null));
    List<PlateId> plates = new ArrayList<>();
    for (int p = from; p <= to; p++) {
      plates.add(new PlateId(1, shelf, p));
    }
    facings.add(
        new Facing(
            new ProductCode(code), plates, box((from - 1) * 0.1, shelf, (to - from + 1) * 0.1)));
    return this;
  }

  /** A shop that knows its exit. */
  public Shop withExit() {
    FloorSegment threshold = new FloorSegment(new FloorPoint(-5, -3), new FloorPoint(-5, -2));
    doors.add(new Door(new DoorId("out"), Door.Use.EXIT, threshold));
    return this;
  }

  /** Products of that catalogue mass that stand nowhere by plan. */
  public Shop unplaced(int count, double fromGrams, double toGrams) {
    for (int i = 0; i < count; i++) {
      String code = "unplaced-" + i;
      double mass = fromGrams * Math.pow(toGrams / fromGrams, (double) i / Math.max(1, count - 1));
      products.put(code, new Product(new ProductCode(code), code, mass, null));
    }
    return this;
  }

  private static OrientedBox box(double x, int shelf, double wide) {
    return new OrientedBox(
        new RigidTransform(RigidTransform.IDENTITY.rotation(), new Vec3(x, 0, height(shelf))),
        new Vec3(wide, 0.4, 0.28));
  }

  static double height(int shelf) {
    return 0.2 + 0.3 * (shelf - 1);
  }

  public Store store() {
    List<Shelf> levels = new ArrayList<>();
    for (int s = 1; s <= shelves; s++) {
      List<Plate> plates = new ArrayList<>();
      for (int p = 1; p <= PLATES; p++) {
        OrientedBox room = box((p - 1) * 0.1, s, 0.1);
        plates.add(
            new Plate(new PlateId(1, s, p), new OrientedBox(room.pose(), new Vec3(0.1, 0.4, 0))));
      }
      levels.add(new Shelf(new ShelfId(1, s), box(0, s, 1.2), plates));
    }
    FloorPolygon floor = square(-5, -5, 5, 1);
    Layout layout =
        new Layout(
            floor,
            List.of(new Gondola(1, square(0, 0, 1.2, 0.4), levels)),
            List.of(),
            doors,
            List.of());
    return new Store(
        "test shop",
        ZoneOffset.UTC,
        Currency.getInstance("USD"),
        layout,
        new Catalogue(new ArrayList<>(products.values())),
        new Planogram(facings),
        Policy.DEFAULT);
  }

  private static FloorPolygon square(double x0, double y0, double x1, double y1) {
    return new FloorPolygon(
        List.of(
            new FloorPoint(x0, y0),
            new FloorPoint(x1, y0),
            new FloorPoint(x1, y1),
            new FloorPoint(x0, y1)));
  }

  public static long at(double seconds) {
    return START + Math.round(seconds * 1e9);
  }

  /** A change with its plates given by hand: {@code plate, grams, plate, grams, ...}. */
  public static ShelfChange change(int shelf, double from, double to, double... plateGrams) {
    List<PlateDelta> plates = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < plateGrams.length; i += 2) {
      plates.add(
          new PlateDelta(new PlateId(1, shelf, (int) plateGrams[i]), plateGrams[i + 1], 0.9));
      sum += plateGrams[i + 1];
    }
    return new ShelfChange(new ShelfId(1, shelf), at(from), at(to), sum, 1.5, plates);
  }

  /**
   * A load of {@code grams} (negative: taken away) whose footprint is {@code width} wide about
   * {@code centre}, felt by plates that leak to each other and are noisy.
   */
  public static ShelfChange felt(
      Random random, int shelf, double from, double to, double grams, double centre, double width) {
    double[] share = new double[PLATES];
    double total = 0;
    for (int k = 0; k < PLATES; k++) {
      double overlap =
          Math.min((k + 1) * 0.1, centre + width / 2) - Math.max(k * 0.1, centre - width / 2);
      share[k] = Math.max(0, overlap);
      total += share[k];
    }
    double[] load = new double[PLATES];
    for (int k = 0; k < PLATES; k++) {
      double part = grams * share[k] / total;
      double left = k > 0 ? random.nextDouble() * 0.12 : 0;
      double right = k + 1 < PLATES ? random.nextDouble() * 0.12 : 0;
      load[k] += part * (1 - left - right);
      if (k > 0) {
        load[k - 1] += part * left;
      }
      if (k + 1 < PLATES) {
        load[k + 1] += part * right;
      }
    }
    List<PlateDelta> plates = new ArrayList<>();
    double sum = 0;
    for (int k = 0; k < PLATES; k++) {
      double sigma = 0.3 + 1.2 * random.nextDouble();
      double delta = load[k] + sigma * random.nextGaussian();
      if (Math.abs(delta) > 4 * sigma) {
        plates.add(new PlateDelta(new PlateId(1, shelf, k + 1), delta, sigma));
        sum += delta;
      }
    }
    if (plates.isEmpty()) {
      int k = Math.clamp((int) (centre / 0.1), 0, PLATES - 1);
      plates.add(new PlateDelta(new PlateId(1, shelf, k + 1), grams, 1));
      sum = grams;
    }
    return new ShelfChange(
        new ShelfId(1, shelf), at(from), at(to), sum, Math.sqrt(plates.size()), plates);
  }
}
