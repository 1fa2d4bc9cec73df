package io.walkout.tracker.shelf;

import io.walkout.store.Catalogue;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stores with plates and nothing else that a shelf tracker looks at. */
final class Stores {
  private Stores() {}

  /** {@code gondolas} alike, numbered from 1, with so many shelves of so many plates. */
  static Store grid(int gondolas, int shelves, int plates) {
    Set<PlateId> ids = new TreeSet<>();
    for (int g = 1; g <= gondolas; g++) {
      for (int s = 1; s <= shelves; s++) {
        for (int p = 1; p <= plates; p++) {
          ids.add(new PlateId(g, s, p));
        }
      }
    }
    return of(ids);
  }

  /** A store with exactly these plates, 10 cm wide each. */
  static Store of(Set<PlateId> ids) {
    List<Gondola> gondolas = new ArrayList<>();
    for (int number : new TreeSet<>(ids.stream().map(PlateId::gondola).toList())) {
      List<Shelf> shelves = new ArrayList<>();
      Set<ShelfId> shelfIds = new TreeSet<>(BY_SHELF);
      ids.stream().filter(i -> i.gondola() == number).forEach(i -> shelfIds.add(i.shelfId()));
      for (ShelfId shelf : shelfIds) {
        List<Plate> plates =
            ids.stream()
                .filter(i -> i.shelfId().equals(shelf))
                .sorted()
                .map(i -> new Plate(i, box(0.1 * i.plate(), 0)))
                .toList();
        shelves.add(new Shelf(shelf, box(0, 0.3), plates));
      }
      gondolas.add(new Gondola(number, FloorPolygon.rectangle(0, 0, 1.2, 0.4), shelves));
    }
    return new Store(
        "plates",
        ZoneOffset.UTC,
        Currency.getInstance("USD"),
        new Layout(FloorPolygon.rectangle(-5, -5, 5, 5), gondolas, List.of(), List.of(), List.of()),
        new Catalogue(List.of()),
        new Planogram(List.of()),
        Policy.DEFAULT);
  }

  private static final Comparator<ShelfId> BY_SHELF =
      Comparator.comparingInt(ShelfId::gondola).thenComparingInt(ShelfId::shelf);

  private static OrientedBox box(double x, double height) {
    return new OrientedBox(
        new RigidTransform(RigidTransform.IDENTITY.rotation(), new Vec3(x, 0, 1)),
        new Vec3(0.1, 0.4, height));
  }
}
