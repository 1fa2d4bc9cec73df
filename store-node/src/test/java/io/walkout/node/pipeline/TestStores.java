package io.walkout.node.pipeline;

import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Stores for the tests of the pipeline. */
final class TestStores {
  private TestStores() {}

  /** A bare room of 4 x 4 m with three cameras of 4 x 4 pixels. */
  static Store empty() {
    return empty(3, 4, 4, 3);
  }

  /**
   * A bare room of 4 x 4 m with cameras c0, c1, ... that look straight down, and nothing for sale.
   */
  static Store empty(int count, int width, int height, double focalPixels) {
    List<Camera> cameras = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      RigidTransform down =
          new RigidTransform(new double[] {1, 0, 0, 0, -1, 0, 0, 0, -1}, new Vec3(c + 1, 2, 3));
      cameras.add(
          new Camera(
              new CameraId("c" + c),
              new CameraModel(
                  width,
                  height,
                  focalPixels,
                  focalPixels,
                  width / 2.0,
                  height / 2.0,
                  new double[5],
                  down)));
    }
    return new Store(
        "bare room",
        ZoneOffset.UTC,
        Currency.getInstance("EUR"),
        new Layout(FloorPolygon.rectangle(0, 0, 4, 4), List.of(), cameras, List.of(), List.of()),
        new Catalogue(List.of()),
        new Planogram(List.of()),
        Policy.DEFAULT);
  }
}
