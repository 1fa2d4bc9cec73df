package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code store_meta/Gondolas, Shelves, Plates}: where the fixtures stand, each in its parent's
 * frame, in metres.
 */
final class StoreMeta {
  /** Metres. No load-cell plate is this wide; four inches read as metres are. */
  static final double WIDEST_PLATE = 2;

  private final CaseFiles files;
  private final ImportLog log;
  private final Map<Integer, OrientedBox> gondolas = new TreeMap<>();
  private final Map<ShelfId, OrientedBox> shelves = new TreeMap<>();
  private final Map<PlateId, OrientedBox> plates = new TreeMap<>();

  private StoreMeta(CaseFiles files, ImportLog log) {
    this.files = files;
    this.log = log;
  }

  /**
   * The fixtures, or empty if one of the three files is absent.
   *
   * @throws ImportException if a file is no JSON, or its lengths look like inches
   */
  static Optional<List<Gondola>> read(CaseFiles files, ImportLog log) throws IOException {
    Optional<Path> gondolas = files.findMeta("Gondolas");
    Optional<Path> shelves = files.findMeta("Shelves");
    Optional<Path> plates = files.findMeta("Plates");
    if (gondolas.isEmpty() || shelves.isEmpty() || plates.isEmpty()) {
      return Optional.empty();
    }
    StoreMeta meta = new StoreMeta(files, log);
    meta.readGondolas(gondolas.get());
    meta.readShelves(shelves.get());
    meta.readPlates(plates.get());
    return Optional.of(meta.assemble());
  }

  private void readGondolas(Path file) throws IOException {
    for (JsonNode node : Json.tree(files, file).path("gondolas")) {
      int number = (int) Json.number(node.path("id"), "id", 0);
      Optional<OrientedBox> box = Json.box(node.path("coordinates"), RigidTransform.IDENTITY);
      if (number < 1 || box.isEmpty()) {
        bad(file, "gondola " + number);
      } else {
        gondolas.putIfAbsent(number, box.get());
      }
    }
  }

  private void readShelves(Path file) throws IOException {
    for (JsonNode node : Json.tree(files, file).path("shelves")) {
      Optional<ShelfId> id = Json.shelf(node.path("id"));
      Optional<OrientedBox> parent = id.map(shelf -> gondolas.get(shelf.gondola()));
      Optional<OrientedBox> box =
          parent.flatMap(gondola -> Json.box(node.path("coordinates"), gondola.pose()));
      if (id.isEmpty() || box.isEmpty()) {
        bad(file, "shelf " + id.map(ShelfId::toString).orElse("without an address"));
      } else {
        shelves.putIfAbsent(id.get(), box.get());
      }
    }
  }

  private void readPlates(Path file) throws IOException {
    for (JsonNode node : Json.tree(files, file).path("plates")) {
      Optional<PlateId> id = Json.plate(node.path("id"));
      Optional<OrientedBox> parent = id.map(plate -> shelves.get(plate.shelfId()));
      Optional<OrientedBox> box =
          parent.flatMap(shelf -> Json.box(node.path("coordinates"), shelf.pose()));
      if (id.isEmpty() || box.isEmpty()) {
        bad(file, "plate " + id.map(PlateId::toString).orElse("without an address"));
        continue;
      }
      if (box.get().size().x() > WIDEST_PLATE) {
        throw new ImportException(
            files.name(file)
                + ": plate "
                + id.get()
                + " would be "
                + box.get().size().x()
                + " m wide: these lengths look like inches; store_meta is expected in metres");
      }
      plates.putIfAbsent(id.get(), box.get());
    }
  }

  private void bad(Path file, String what) {
    log.problem(
        "fixtures that can't be placed",
        files.name(file)
            + ": "
            + what
            + " is left out: it needs an address from 1, an existing parent and finite lengths");
  }

  private List<Gondola> assemble() {
    List<Gondola> all = new ArrayList<>();
    gondolas.forEach(
        (number, panel) -> {
          List<Shelf> levels = new ArrayList<>();
          shelves.forEach(
              (id, box) -> {
                if (id.gondola() == number) {
                  levels.add(new Shelf(id, box, platesOf(id)));
                }
              });
          all.add(new Gondola(number, Footprint.of(panel, levels), levels));
        });
    return all;
  }

  private List<Plate> platesOf(ShelfId shelf) {
    List<Plate> tiles = new ArrayList<>();
    plates.forEach(
        (id, box) -> {
          if (id.shelfId().equals(shelf)) {
            tiles.add(new Plate(id, box));
          }
        });
    return tiles;
  }
}
