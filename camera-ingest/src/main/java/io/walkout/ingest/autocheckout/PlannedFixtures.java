package io.walkout.ingest.autocheckout;

import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the fixtures stand by the planogram alone, for a case without store_meta: a shelf lies
 * where its facings lie, and its plates share the facings' width evenly. A gondola has as many
 * plates on every shelf as its most populated shelf has facings for, except those that the plate
 * data show to be dead. A shelf without any facing stays unknown.
 */
final class PlannedFixtures {
  private final Map<ShelfId, PlannedFacing> anchors = new TreeMap<>();
  private final Map<ShelfId, Double> heights = new TreeMap<>();
  private final Map<Integer, Integer> lastPlate = new TreeMap<>();
  private final Map<Integer, List<Shelf>> levels = new TreeMap<>();

  private PlannedFixtures() {}

  /**
   * Places the fixtures.
   *
   * @throws ImportException if no facing says where it stands
   */
  static List<Gondola> from(List<PlannedFacing> facings, CaseSurvey survey) throws ImportException {
    PlannedFixtures fixtures = new PlannedFixtures();
    for (PlannedFacing facing : facings) {
      fixtures.anchor(facing);
    }
    if (fixtures.anchors.isEmpty()) {
      throw new ImportException(
          "store_meta is missing and planogram places nothing (global_coordinates with dim_x):"
              + " without either, nobody knows where the plates are");
    }
    fixtures.anchors.forEach(
        (shelf, facing) ->
            fixtures
                .levels
                .computeIfAbsent(shelf.gondola(), g -> new ArrayList<>())
                .add(fixtures.shelf(shelf, facing, survey)));
    List<Gondola> gondolas = new ArrayList<>();
    fixtures.levels.forEach(
        (number, shelves) -> {
          List<OrientedBox> parts = shelves.stream().map(Shelf::box).toList();
          gondolas.add(
              new Gondola(
                  number, Footprint.around(parts.getFirst().pose(), parts), List.copyOf(shelves)));
        });
    return gondolas;
  }

  private void anchor(PlannedFacing facing) {
    PlateId last = facing.plates().getLast();
    lastPlate.merge(last.gondola(), last.plate(), Math::max);
    if (facing.plateWidth().isPresent()) {
      anchors.putIfAbsent(last.shelfId(), facing);
      heights.merge(last.shelfId(), facing.box().orElseThrow().size().z(), Math::max);
    }
  }

  private Shelf shelf(ShelfId id, PlannedFacing facing, CaseSurvey survey) {
    OrientedBox box = facing.box().orElseThrow();
    double width = facing.plateWidth().orElseThrow();
    int first = facing.plates().getFirst().plate();
    int count = lastPlate.getOrDefault(id.gondola(), 1);
    List<Plate> plates = new ArrayList<>();
    for (int p = 1; p <= count; p++) {
      PlateId plate = new PlateId(id.gondola(), id.shelf(), p);
      if (survey.mayExist(plate)) {
        plates.add(
            new Plate(
                plate,
                new OrientedBox(
                    along(box, (p - first) * width), new Vec3(width, box.size().y(), 0))));
      }
    }
    Vec3 size = new Vec3(count * width, box.size().y(), heights.getOrDefault(id, box.size().z()));
    return new Shelf(id, new OrientedBox(along(box, (1 - first) * width), size), plates);
  }

  private static RigidTransform along(OrientedBox box, double metres) {
    return box.pose().compose(RigidTransform.yaw(0, new Vec3(metres, 0, 0)));
  }
}
