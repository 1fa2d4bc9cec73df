package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.DoorId;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.ReviewCosts;
import io.walkout.store.ReviewThreshold;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.Zone;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Stores that nobody would build but the model can hold: turned, tilted, uneven, badly named. */
final class RandomStores {
  private static final String[] DETECTORS = {
    "", "motion", "nanodet", "yolox:nets/my \"net\".onnx", "detr:C:\\nets\\d.onnx"
  };

  private static final List<String> NAMES =
      List.of(
          "plain",
          " spaced out ",
          "comma, \"quoted\"",
          "two\nlines\r\nthree",
          "#hash: {yaml} [list] &a *b",
          "K\u00e4se \u2014 \u5bff\u53f8 \ud83c\udf63",
          "tab\tand \\ back",
          "'single'",
          "1e3",
          "null",
          "-dash");

  private final Random random;

  private RandomStores(long seed) {
    random = new Random(seed);
  }

  static Store store(long seed) {
    return new RandomStores(seed).store();
  }

  private Store store() {
    Currency currency =
        Currency.getInstance(List.of("EUR", "JPY", "KWD", "USD").get(random.nextInt(4)));
    List<Gondola> gondolas = new ArrayList<>();
    for (int g = 1; g <= 1 + random.nextInt(4); g++) {
      gondolas.add(gondola(2 * g - 1));
    }
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      products.add(product(i, currency));
    }
    List<Facing> facings = new ArrayList<>();
    for (Gondola gondola : gondolas) {
      for (Shelf shelf : gondola.shelves()) {
        if (!shelf.plates().isEmpty()) {
          facings.add(facing(shelf, products.get(random.nextInt(30)).code()));
        }
      }
    }
    Layout layout =
        new Layout(
            new FloorPolygon(
                List.of(point(0, 0), point(20, -1), point(20, 20), point(9, 11), point(-1, 20))),
            gondolas,
            List.of(camera("c 1"), camera("c\"2\"")),
            List.of(
                new Door(
                    new DoorId("d:1"),
                    Door.Use.values()[random.nextInt(3)],
                    new FloorSegment(point(0, 0), point(0, 1)))),
            List.of(
                new Zone(
                    name(0),
                    Zone.Kind.values()[random.nextInt(3)],
                    FloorPolygon.rectangle(
                        0, 0, 1 + random.nextDouble(), 1 + random.nextDouble()))));
    return new Store(
        name(0),
        ZoneId.of(
            List.of("Europe/Berlin", "UTC", "+05:30", "America/New_York").get(random.nextInt(4))),
        currency,
        layout,
        new Catalogue(products),
        new Planogram(facings),
        new Policy(
            threshold(),
            1 + random.nextLong(Long.MAX_VALUE),
            1 + random.nextLong(9_000_000_000L),
            Policy.HandOver.values()[random.nextInt(2)],
            random.nextBoolean() ? List.of() : List.of("staff: 1", "#\"2\"")));
  }

  private ReviewThreshold threshold() {
    return random.nextBoolean()
        ? new ReviewThreshold.Fixed(random.nextDouble())
        : new ReviewThreshold.FromCosts(new ReviewCosts(cost(), cost(), cost()));
  }

  private ReviewCosts.Cost cost() {
    return new ReviewCosts.Cost(0.1 + random.nextDouble(), random.nextInt(3));
  }

  private Product product(int i, Currency currency) {
    double mass = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 1000;
    Money price = random.nextInt(4) == 0 ? null : new Money(random.nextInt(100_000), currency);
    return new Product(new ProductCode(name(i)), random.nextBoolean() ? "" : name(i), mass, price);
  }

  private Gondola gondola(int number) {
    double yaw = random.nextBoolean() ? 90.0 * random.nextInt(4) : random.nextDouble() * 360 - 180;
    RigidTransform pose = Placement.yaw(yaw, new Vec3(number * 3, 5 + random.nextDouble(), 0));
    List<Shelf> shelves = new ArrayList<>();
    for (int s = 1; s <= 5; s++) {
      if (random.nextInt(5) > 0) {
        shelves.add(shelf(new ShelfId(number, s), pose, 0.3 * s));
      }
    }
    FloorPolygon footprint =
        random.nextBoolean()
            ? new OrientedBox(pose, new Vec3(1.2, 0.5, 0)).footprint()
            : new FloorPolygon(
                List.of(point(number * 3, 5), point(number * 3 + 1.3, 5), point(number * 3, 6)));
    return new Gondola(number, footprint, shelves);
  }

  private Shelf shelf(ShelfId id, RigidTransform gondola, double height) {
    Vec3 size = new Vec3(1.2, random.nextBoolean() ? 0.4 : random.nextDouble(), 0.28);
    RigidTransform pose =
        switch (random.nextInt(4)) {
          case 0 -> new RigidTransform(gondola.rotation(), gondola.apply(new Vec3(0, 0, height)));
          case 1 -> gondola.compose(Placement.yaw(0, new Vec3(0.1, 0, height)));
          case 2 -> gondola.compose(tilt(height));
          default -> Placement.yaw(random.nextDouble() * 90, new Vec3(id.gondola() * 3, 5, height));
        };
    OrientedBox box = new OrientedBox(pose, size);
    List<Plate> plates = new ArrayList<>();
    int kind = random.nextInt(4);
    for (int p = 1; p <= 8 && kind > 0; p++) {
      OrientedBox even = Placement.evenPlate(box, p - 1, 0.15, size.y());
      OrientedBox odd =
          new OrientedBox(
              pose.compose(tilt(0.01 * p)), new Vec3(random.nextDouble(), random.nextDouble(), 0));
      if (kind < 3 || random.nextInt(3) > 0) {
        plates.add(
            new Plate(
                new PlateId(id.gondola(), id.shelf(), p), kind == 1 || kind == 3 ? even : odd));
      }
    }
    return new Shelf(id, box, plates);
  }

  private Facing facing(Shelf shelf, ProductCode code) {
    List<Plate> plates = shelf.plates().subList(0, 1 + random.nextInt(shelf.plates().size()));
    OrientedBox box =
        random.nextBoolean()
            ? PlanogramCsv.above(shelf, plates)
            : new OrientedBox(
                shelf
                    .box()
                    .pose()
                    .compose(
                        random.nextBoolean() ? tilt(0) : Placement.yaw(0, new Vec3(0.1, -0.0, 0))),
                new Vec3(random.nextDouble(), 0.1, 0.2));
    return new Facing(code, plates.stream().map(Plate::id).toList(), box);
  }

  private Camera camera(String id) {
    double[] distortion = random.doubles(5, -0.3, 0.3).toArray();
    return new Camera(
        new CameraId(id),
        new CameraModel(
            1 + random.nextInt(4000),
            1 + random.nextInt(4000),
            1 + random.nextDouble() * 1000,
            1 + random.nextDouble() * 1000,
            random.nextDouble() * 1000,
            -random.nextDouble(),
            distortion,
            tilt(2.5)),
        DETECTORS[random.nextInt(DETECTORS.length)]);
  }

  private RigidTransform tilt(double z) {
    Vec3 axis = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    return RigidTransform.rodrigues(axis, new Vec3(random.nextDouble() / 3, 0, z));
  }

  private String name(int i) {
    return NAMES.get(random.nextInt(NAMES.size())) + (i == 0 ? "" : " " + i);
  }

  private FloorPoint point(double x, double y) {
    return new FloorPoint(x + random.nextDouble() / 10, y + random.nextInt(3) / 10.0);
  }
}
