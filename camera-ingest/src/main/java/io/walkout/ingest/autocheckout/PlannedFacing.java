package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A line of {@code planogram} as it stands there, before anything is known of plates and products.
 *
 * @param at file and line, for sentences
 * @param code the product's code, empty if the line names none
 * @param plates its plates, all on one shelf, in order
 * @param box where it stands, in metres, if the line says so for these plates
 */
record PlannedFacing(String at, String code, List<PlateId> plates, Optional<OrientedBox> box) {
  /** Reads all lines; a line over several shelves becomes one facing for each. */
  static List<PlannedFacing> read(CaseFiles files, Path file, ImportLog log) throws IOException {
    List<PlannedFacing> facings = new ArrayList<>();
    JsonLines.read(
        files,
        file,
        log,
        (parser, line) ->
            parse(
                Json.DOCUMENT.readTree(parser), files.name(file) + ", line " + line, facings, log));
    return facings;
  }

  private static void parse(
      JsonNode document, String at, List<PlannedFacing> facings, ImportLog log) {
    String code = document.path("planogram_product_id").path("id").asText("").strip();
    Map<ShelfId, TreeSet<PlateId>> byShelf = new LinkedHashMap<>();
    for (JsonNode node : document.path("plate_ids")) {
      Optional<PlateId> plate = Json.plate(node);
      if (plate.isPresent()) {
        byShelf.computeIfAbsent(plate.get().shelfId(), s -> new TreeSet<>()).add(plate.get());
      } else {
        log.problem(
            "facings on plates that do not exist",
            at + ": " + node + " is no plate's address; addresses count from 1");
      }
    }
    if (byShelf.isEmpty()) {
      log.problem("facings without plates", at + ": the facing names no plate and is left out");
      return;
    }
    Optional<OrientedBox> box =
        byShelf.size() > 1
            ? Optional.empty()
            : Json.box(document.path("global_coordinates"), RigidTransform.IDENTITY);
    if (byShelf.size() > 1) {
      log.problem(
          "facings over several shelves",
          at + ": the facing lies on shelves " + byShelf.keySet() + " and is taken as one on each");
    }
    byShelf
        .values()
        .forEach(plates -> facings.add(new PlannedFacing(at, code, List.copyOf(plates), box)));
  }

  /** Metres from one of its plates to the next, if the line says where it stands. */
  Optional<Double> plateWidth() {
    int span = plates.getLast().plate() - plates.getFirst().plate() + 1;
    return box.filter(b -> b.size().x() > 0).map(b -> b.size().x() / span);
  }

  /** Whether its box, taken in metres, gives plates that can't be: the lengths are inches. */
  boolean looksLikeInches() {
    return plateWidth().filter(width -> width > StoreMeta.WIDEST_PLATE).isPresent();
  }

  /** The same, placed nowhere. */
  PlannedFacing withoutBox() {
    return new PlannedFacing(at, code, plates, Optional.empty());
  }
}
