package io.walkout.ingest.storefile;

import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a gondola with its shelves and plates. */
final class FixtureReader {
  static final int MAX_NUMBER = 1_000_000;

  private FixtureReader() {}

  /** The gondola, or empty after reporting what is wrong with it. */
  static Optional<Gondola> gondola(YamlMap map) {
    Optional<Integer> number = map.whole("number", 1, MAX_NUMBER);
    Optional<double[]> origin = map.numbers("origin", 2, 3);
    Optional<Double> yaw = map.number("yawDegrees", 0);
    RigidTransform pose =
        Placement.yaw(
            yaw.orElse(0.0),
            origin
                .map(o -> new Vec3(o[0], o[1], o.length > 2 ? o[2] : 0))
                .orElse(new Vec3(0, 0, 0)));
    List<Shelf> shelves = new ArrayList<>();
    Set<ShelfId> seen = new HashSet<>();
    List<YamlMap> shelfMaps = map.maps("shelves");
    for (int i = 0; i < shelfMaps.size(); i++) {
      YamlMap shelfMap = shelfMaps.get(i);
      Optional<Shelf> shelf = shelf(shelfMap, number.orElse(1), i + 1, pose);
      shelfMap.finish();
      shelf.ifPresent(shelves::add);
      if (shelf.isPresent() && !seen.add(shelf.get().id())) {
        shelfMap.wrong("number", shelf.get().id().shelf() + " again", "each shelf once");
      }
    }
    if (shelfMaps.isEmpty()) {
      map.odd("shelves", "none", "a list of shelves");
    }
    Optional<FloorPolygon> footprint = footprint(map, pose, shelves);
    map.finish();
    if (number.isEmpty()
        || origin.isEmpty()
        || yaw.isEmpty()
        || footprint.isEmpty()
        || shelves.size() < shelfMaps.size()) {
      return Optional.empty();
    }
    shelves.sort(Comparator.comparing(Shelf::id));
    return Optional.of(new Gondola(number.get(), footprint.get(), shelves));
  }

  private static Optional<FloorPolygon> footprint(
      YamlMap map, RigidTransform pose, List<Shelf> shelves) {
    if (map.has("footprint")) {
      if (map.has("size")) {
        map.wrong("size", "size and footprint", "one of them");
      }
      return map.polygon("footprint");
    }
    if (map.has("size")) {
      Optional<double[]> size = map.numbers("size", 2);
      if (size.isPresent() && !(size.get()[0] > 0 && size.get()[1] > 0)) {
        map.wrong("size", Decimal.join(" x ", size.get()), "a positive length and depth");
        return Optional.empty();
      }
      return size.map(s -> new OrientedBox(pose, new Vec3(s[0], s[1], 0)).footprint());
    }
    // Without either, the gondola covers what its shelves cover.
    double length = 0;
    double depth = 0;
    for (Shelf shelf : shelves) {
      Vec3 far = pose.applyInverse(shelf.box().pose().apply(shelf.box().size()));
      length = Math.max(length, far.x());
      depth = Math.max(depth, far.y());
    }
    if (length > 0 && depth > 0) {
      return Optional.of(new OrientedBox(pose, new Vec3(length, depth, 0)).footprint());
    }
    map.wrong("size", "nothing", "length and depth of the gondola");
    return Optional.empty();
  }

  private static Optional<Shelf> shelf(
      YamlMap map, int gondola, int position, RigidTransform parent) {
    Optional<Integer> number =
        map.has("number") ? map.whole("number", 1, MAX_NUMBER) : Optional.of(position);
    Optional<OrientedBox> box = map.has("box") ? box(map) : shelfBox(map, parent);
    if (number.isEmpty() || box.isEmpty()) {
      map.has("plates");
      return Optional.empty();
    }
    ShelfId id = new ShelfId(gondola, number.get());
    Optional<List<Plate>> plates = plates(map, id, box.get());
    return plates.map(p -> new Shelf(id, box.get(), p));
  }

  private static Optional<OrientedBox> shelfBox(YamlMap map, RigidTransform parent) {
    Optional<Double> height = map.number("height");
    Optional<Vec3> size = size(map, 3);
    Optional<double[]> offset =
        map.has("offset") ? map.numbers("offset", 2) : Optional.of(new double[2]);
    if (height.isEmpty() || size.isEmpty() || offset.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Placement.within(
            parent, new Vec3(offset.get()[0], offset.get()[1], height.get()), size.get()));
  }

  private static Optional<List<Plate>> plates(YamlMap map, ShelfId shelf, OrientedBox box) {
    if (!map.has("plates")) {
      return Optional.of(List.of());
    }
    if (!map.isList("plates")) {
      return map.map("plates").flatMap(row -> evenPlates(row, shelf, box));
    }
    List<Plate> plates = new ArrayList<>();
    Set<PlateId> seen = new HashSet<>();
    List<YamlMap> plateMaps = map.maps("plates");
    for (YamlMap plateMap : plateMaps) {
      Optional<Integer> number = plateMap.whole("number", 1, MAX_NUMBER);
      Optional<OrientedBox> plateBox =
          plateMap.has("box") ? box(plateMap) : plateBox(plateMap, box.pose());
      plateMap.finish();
      if (number.isPresent() && plateBox.isPresent()) {
        PlateId id = new PlateId(shelf.gondola(), shelf.shelf(), number.get());
        plates.add(new Plate(id, plateBox.get()));
        if (!seen.add(id)) {
          plateMap.wrong("number", number.get() + " again", "each plate once");
        }
      }
    }
    plates.sort(Comparator.comparing(Plate::id));
    return plates.size() == plateMaps.size() ? Optional.of(plates) : Optional.empty();
  }

  private static Optional<OrientedBox> plateBox(YamlMap map, RigidTransform shelf) {
    Optional<double[]> offset = map.numbers("offset", 2);
    Optional<Vec3> size = size(map, 2);
    if (offset.isEmpty() || size.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Placement.within(shelf, new Vec3(offset.get()[0], offset.get()[1], 0), size.get()));
  }

  private static Optional<List<Plate>> evenPlates(YamlMap row, ShelfId shelf, OrientedBox box) {
    Optional<Integer> count = row.whole("count", 1, YamlMap.MAX_ELEMENTS);
    Optional<Double> width = row.number("width", box.size().x() / count.orElse(1));
    Optional<Double> depth = row.number("depth", box.size().y());
    row.finish();
    if (count.isEmpty() || width.isEmpty() || depth.isEmpty()) {
      return Optional.empty();
    }
    if (width.get() < 0 || depth.get() < 0) {
      row.wrong("width", "a negative size", "sizes of at least 0");
      return Optional.empty();
    }
    List<Plate> plates = new ArrayList<>();
    for (int i = 0; i < count.get(); i++) {
      plates.add(
          new Plate(
              new PlateId(shelf.gondola(), shelf.shelf(), i + 1),
              Placement.evenPlate(box, i, width.get(), depth.get())));
    }
    return Optional.of(plates);
  }

  /** A box given in the store's own frame. */
  private static Optional<OrientedBox> box(YamlMap parent) {
    YamlMap map = parent.map("box").orElseThrow();
    Optional<Vec3> position = map.vector("position");
    Optional<Vec3> size = size(map, 3);
    Optional<double[]> rotation =
        map.has("rotation")
            ? rotation(map)
            : map.number("yawDegrees", 0).map(d -> Placement.yaw(d, new Vec3(0, 0, 0)).rotation());
    map.finish();
    if (position.isEmpty() || size.isEmpty() || rotation.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OrientedBox(new RigidTransform(rotation.get(), position.get()), size.get()));
  }

  /** A proper rotation, nine numbers row by row; reported if missing. */
  static Optional<double[]> rotation(YamlMap map) {
    Optional<double[]> rotation = map.numbers("rotation", 9);
    if (rotation.isPresent() && Placement.rotationError(rotation.get()) > MAX_ROTATION_ERROR) {
      map.wrong(
          "rotation",
          "a matrix that stretches or mirrors",
          "a rotation: rows of length 1 at right angles, right-handed");
      return Optional.empty();
    }
    return rotation;
  }

  /** Calibrations are published with as few as four decimals. */
  static final double MAX_ROTATION_ERROR = 2e-3;

  private static Optional<Vec3> size(YamlMap map, int count) {
    Optional<double[]> size = map.numbers("size", count);
    if (size.isPresent()) {
      for (double edge : size.get()) {
        if (edge < 0) {
          map.wrong("size", Decimal.join(" x ", size.get()), "sizes of at least 0");
          return Optional.empty();
        }
      }
    }
    return size.map(s -> new Vec3(s[0], s[1], count > 2 ? s[2] : 0));
  }
}
