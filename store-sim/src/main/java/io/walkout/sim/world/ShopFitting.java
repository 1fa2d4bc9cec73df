package io.walkout.sim.world;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all our shops have in common: the catalogue, the make of the cameras, the paperwork. */
final class ShopFitting {
  private static final Currency CURRENCY = Currency.getInstance("USD");
  private static final int WIDTH_PIXELS = 640;
  private static final int HEIGHT_PIXELS = 360;

  /**
   * Radial distortion of a wide ceiling camera's lens: barrel, as calibrations of such cameras have
   * it. The second term keeps the picture's radius growing with the angle everywhere: {@code (3
   * k1)^2 < 20 k2}.
   */
  private static final double K1 = -0.25;

  private static final double K1_SPREAD = -0.05;
  private static final double K2 = 0.085;

  /** A lens sits a little askew. */
  private static final double TANGENTIAL = 0.0006;

  private ShopFitting() {}

  /** A shop of given fixtures; its catalogue holds every article. */
  static SimStore shop(
      String name,
      FloorPolygon floor,
      List<Gondola> gondolas,
      List<Camera> cameras,
      List<Door> doors,
      List<Facing> facings,
      List<Article> articles) {
    Store store =
        new Store(
            name,
            ZoneOffset.UTC,
            CURRENCY,
            new Layout(floor, gondolas, cameras, doors, List.of()),
            catalogue(articles),
            new Planogram(facings),
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

  /**
   * Cameras in a row of numbers.
   *
   * @param fromTo x, y of where each hangs, and x, y of what it looks at, at the height of a hip
   * @param ceilingMetres how high they hang
   * @param lensPixels focal length
   */
  static List<Camera> cameras(double[][] fromTo, double ceilingMetres, double lensPixels) {
    List<Camera> cameras = new ArrayList<>();
    for (double[] c : fromTo) {
      cameras.add(
          camera(
              cameras.size() + 1,
              lensPixels,
              new Vec3(c[0], c[1], ceilingMetres),
              new Vec3(c[2], c[3], 0.9)));
    }
    return cameras;
  }

  /**
   * A ceiling camera, level, with a lens of its own.
   *
   * @param number from 1; decides how its lens differs from the others'
   * @param lensPixels focal length
   * @param at where it hangs
   * @param aim what is in the middle of its picture
   */
  static Camera camera(int number, double lensPixels, Vec3 at, Vec3 aim) {
    double own = number * 0.37 % 1;
    double askew = number * 0.61 % 1;
    double[] distortion = {
      K1 + K1_SPREAD * own, K2, TANGENTIAL * (askew - 0.5), TANGENTIAL * (own - 0.5), 0
    };
    return new Camera(
        new CameraId("cam-" + number),
        new CameraModel(
            WIDTH_PIXELS,
            HEIGHT_PIXELS,
            lensPixels,
            lensPixels,
            WIDTH_PIXELS / 2.0 + 4 * (own - 0.5),
            HEIGHT_PIXELS / 2.0 + 4 * (askew - 0.5),
            distortion,
            lookAt(at, aim)));
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
