package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a layout that can be read and asks whether it can be meant: sizes in other units than
 * metres are errors, the rest are warnings.
 */
final class LayoutChecks {
  /** A wall is as thick as this, and a camera or door may be on its far side, metres. */
  private static final double WALL = 0.5;

  /** Higher than the ceilings of shops, metres. */
  private static final double HIGHEST_CAMERA = 10;

  private final YamlMap root;
  private final List<YamlMap> gondolaMaps;
  private final List<YamlMap> cameraMaps;
  private final List<YamlMap> doorMaps;

  /** The maps line up with the layout's lists, one for one. */
  LayoutChecks(
      YamlMap root, List<YamlMap> gondolaMaps, List<YamlMap> cameraMaps, List<YamlMap> doorMaps) {
    this.root = root;
    this.gondolaMaps = gondolaMaps;
    this.cameraMaps = cameraMaps;
    this.doorMaps = doorMaps;
  }

  void check(Layout layout) {
    if (fixturesAreInMetres(layout)) {
      for (int i = 0; i < layout.gondolas().size(); i++) {
        ShelfHeights.check(gondolaMaps.get(i), layout.gondolas().get(i));
      }
    }
    cameraUnits(layout);
    gondolas(layout);
    cameras(layout);
    doors(layout);
  }

  private boolean fixturesAreInMetres(Layout layout) {
    Units units = new Units();
    for (Gondola gondola : layout.gondolas()) {
      for (Shelf shelf : gondola.shelves()) {
        Vec3 size = shelf.box().size();
        units.add(size.x(), Units.SHELF_LENGTH);
        units.add(size.y(), Units.SHELF_DEPTH);
        units.add(shelf.box().pose().translation().z(), Units.SHELF_HEIGHT);
      }
      List<FloorPoint> corners = gondola.footprint().corners();
      units.add(corners.get(0).distanceTo(corners.get(1)), Units.SHELF_LENGTH);
      units.add(corners.get(1).distanceTo(corners.get(2)), Units.SHELF_DEPTH);
    }
    Optional<String> suspicion = units.suspicion();
    suspicion.ifPresent(
        hint ->
            gondolaMaps
                .getFirst()
                .wrong("size", "fixtures " + units.typical() + " metres long", hint));
    FloorPolygon floor = layout.floor();
    double extent = Math.max(floor.maxX() - floor.minX(), floor.maxY() - floor.minY());
    if (extent > Units.LARGEST_FLOOR) {
      root.odd("floor", Decimal.print(extent) + " metres across", "a shop's floor in metres");
    }
    return suspicion.isEmpty();
  }

  private void cameraUnits(Layout layout) {
    Units units = new Units();
    for (Camera camera : layout.cameras()) {
      units.add(camera.model().position().z(), Units.CAMERA_HEIGHT);
    }
    units
        .suspicion()
        .ifPresent(
            hint ->
                cameraMaps
                    .getFirst()
                    .wrong("position", "a camera " + units.typical() + " metres up", hint));
  }

  private void gondolas(Layout layout) {
    List<Gondola> all = layout.gondolas();
    for (int i = 0; i < all.size(); i++) {
      FloorPolygon footprint = all.get(i).footprint();
      FloorPoint middle = Polygons.middle(footprint);
      if (outside(layout.floor(), middle.x(), middle.y())) {
        gondolaMaps.get(i).odd("origin", "a gondola outside the floor", "one on it");
      }
      for (int j = 0; j < i; j++) {
        FloorPolygon other = all.get(j).footprint();
        if (near(footprint, other) && Polygons.overlap(footprint, other)) {
          gondolaMaps
              .get(i)
              .odd("origin", "a gondola that stands in gondola " + all.get(j).number(), "room");
        }
      }
    }
  }

  private void cameras(Layout layout) {
    for (int i = 0; i < layout.cameras().size(); i++) {
      Camera camera = layout.cameras().get(i);
      Vec3 at = camera.model().position();
      YamlMap map = cameraMaps.get(i);
      if (outside(layout.floor(), at.x(), at.y())) {
        map.odd("position", "a camera outside the floor", "one above it");
      }
      if (at.z() > HIGHEST_CAMERA || at.z() < 0) {
        map.odd(
            "position", Decimal.print(at.z()) + " metres up", "0 to " + HIGHEST_CAMERA + " metres");
      }
      Vec3 looks = camera.model().cameraToStore().rotate(new Vec3(0, 0, 1));
      if (looks.z() > 0 && at.z() > 1.5) {
        map.odd(
            "rotation",
            "a camera that looks up",
            "the rotation from the camera to the store (is this its inverse?)");
      }
    }
  }

  private void doors(Layout layout) {
    for (int i = 0; i < layout.doors().size(); i++) {
      Door door = layout.doors().get(i);
      double x = (door.threshold().a().x() + door.threshold().b().x()) / 2;
      double y = (door.threshold().a().y() + door.threshold().b().y()) / 2;
      double away = layout.floor().distanceToEdge(x, y);
      if (away > 2 * WALL) {
        doorMaps
            .get(i)
            .odd(
                "threshold",
                "a door " + Decimal.print(Math.round(away * 10) / 10.0) + " metres off",
                "a door at the floor's edge");
      }
      double width = door.threshold().a().distanceTo(door.threshold().b());
      if (width == 0) {
        doorMaps.get(i).odd("threshold", "a door without width", "two ends that differ");
      }
    }
  }

  private static boolean outside(FloorPolygon floor, double x, double y) {
    return !floor.contains(x, y) && floor.distanceToEdge(x, y) > WALL;
  }

  private static boolean near(FloorPolygon a, FloorPolygon b) {
    return a.minX() < b.maxX() && b.minX() < a.maxX() && a.minY() < b.maxY() && b.minY() < a.maxY();
  }
}
