package io.walkout.node.cli;

import io.walkout.store.Camera;
import io.walkout.store.Layout;
import io.walkout.store.Store;
import java.util.List;

/** Whether one store is another but for where its cameras hang. */
final class Recalibration {
  private Recalibration() {}

  /**
   * Whether going on from {@code later} loses nothing that {@code first} says: all else is equal,
   * and each camera of {@code first} is there with the same detector and hands. {@code later} may
   * have more cameras.
   */
  static boolean isOf(Store first, Store later) {
    return bare(first).equals(bare(later))
        && first.layout().cameras().stream()
            .allMatch(c -> later.layout().cameras().stream().anyMatch(o -> isSameBut(c, o)));
  }

  private static boolean isSameBut(Camera camera, Camera other) {
    return camera.equals(new Camera(other.id(), camera.model(), other.detector(), other.hands()));
  }

  private static Store bare(Store store) {
    Layout l = store.layout();
    Layout without = new Layout(l.floor(), l.gondolas(), List.of(), l.doors(), l.zones());
    return new Store(
        store.name(),
        store.zone(),
        store.currency(),
        without,
        store.catalogue(),
        store.planogram(),
        store.policy());
  }
}
