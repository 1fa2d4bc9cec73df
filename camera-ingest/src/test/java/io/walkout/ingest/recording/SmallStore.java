package io.walkout.ingest.recording;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
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
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** A store of one shelf with two plates, one product and one camera. */
final class SmallStore {
  static final CameraId CAMERA = new CameraId("cam 1/left");
  static final ProductCode APPLE = new ProductCode("4006381333931");

  private SmallStore() {}

  static Store store() {
    PlateId first = new PlateId(1, 1, 1);
    PlateId second = new PlateId(1, 1, 2);
    Shelf shelf =
        new Shelf(
            new ShelfId(1, 1),
            box(0, 0.5, 1, 0.5),
            List.of(
                new Plate(first, box(0, 0.5, 0.5, 0)), new Plate(second, box(0.5, 0.5, 0.5, 0))));
    Gondola gondola = new Gondola(1, FloorPolygon.rectangle(0, 0.5, 1, 1), List.of(shelf));
    CameraModel model =
        new CameraModel(
            64,
            48,
            50,
            50,
            32,
            24,
            new double[5],
            new RigidTransform(new double[] {1, 0, 0, 0, -1, 0, 0, 0, -1}, new Vec3(0.5, -1, 2.5)));
    Currency usd = Currency.getInstance("USD");
    return new Store(
        "small",
        ZoneOffset.UTC,
        usd,
        new Layout(
            FloorPolygon.rectangle(-1, -3, 2, 1),
            List.of(gondola),
            List.of(new Camera(CAMERA, model)),
            List.of(),
            List.of()),
        new Catalogue(List.of(new Product(APPLE, "apple", 150, new Money(99, usd)))),
        new Planogram(List.of(new Facing(APPLE, List.of(first, second), box(0, 0.5, 1, 0.5)))),
        Policy.DEFAULT);
  }

  private static OrientedBox box(double x, double y, double width, double height) {
    return new OrientedBox(RigidTransform.yaw(0, new Vec3(x, y, 1)), new Vec3(width, 0.4, height));
  }
}
