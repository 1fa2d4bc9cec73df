package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three files of store_meta: each fixture's place relative to its parent. A gondola's own place
 * is that of its back panel; its shelves start one shelf depth in front of it.
 */
final class StoreMeta {
  private static final double PANEL_METRES = 0.0318;
  private static final double HEIGHT_METRES = 2.07;

  private StoreMeta() {}

  static void write(Layout layout, Path dir) throws IOException {
    Files.createDirectories(dir);
    ObjectNode gondolas = JsonLines.object();
    ObjectNode shelves = JsonLines.object();
    ObjectNode plates = JsonLines.object();
    ArrayNode gondolaList = gondolas.putArray("gondolas");
    ArrayNode shelfList = shelves.putArray("shelves");
    ArrayNode plateList = plates.putArray("plates");
    for (Gondola gondola : layout.gondolas()) {
      RigidTransform panel = gondola(gondolaList.addObject(), gondola);
      for (Shelf shelf : gondola.shelves()) {
        shelf(shelfList.addObject(), shelf, panel);
        for (Plate plate : shelf.plates()) {
          plate(plateList.addObject(), plate, shelf);
        }
      }
    }
    JsonLines.writeOne(dir.resolve("Gondolas.json"), gondolas);
    JsonLines.writeOne(dir.resolve("Shelves.json"), shelves);
    JsonLines.writeOne(dir.resolve("Plates.json"), plates);
  }

  private static RigidTransform gondola(ObjectNode node, Gondola gondola) {
    ArrayNode ids = node.putArray("shelf_ids");
    gondola.shelves().forEach(s -> ShopDocuments.shelfId(ids.addObject(), s.id()));
    node.putObject("id").put("id", gondola.number());
    Shelf first = gondola.shelves().getFirst();
    RigidTransform shelf = first.box().pose();
    Vec3 corner = shelf.apply(new Vec3(0, first.box().size().y(), 0));
    RigidTransform panel =
        new RigidTransform(shelf.rotation(), new Vec3(corner.x(), corner.y(), 0));
    coordinates(node, panel, new Vec3(first.box().size().x(), PANEL_METRES, HEIGHT_METRES));
    return panel;
  }

  private static void shelf(ObjectNode node, Shelf shelf, RigidTransform panel) {
    node.putArray("bin_ids");
    ShopDocuments.shelfId(node.putObject("id"), shelf.id());
    coordinates(node, relative(panel, shelf.box().pose()), shelf.box().size());
  }

  private static void plate(ObjectNode node, Plate plate, Shelf shelf) {
    PlateId id = plate.id();
    ObjectNode address = node.putObject("id");
    ShopDocuments.shelfId(address.putObject("shelf_id"), id.shelfId());
    address.put("plate_index", id.plate());
    coordinates(node, relative(shelf.box().pose(), plate.box().pose()), plate.box().size());
  }

  private static RigidTransform relative(RigidTransform parent, RigidTransform child) {
    return new RigidTransform(
        RigidTransform.yaw(ShopDocuments.yaw(child) - ShopDocuments.yaw(parent), new Vec3(0, 0, 0))
            .rotation(),
        parent.applyInverse(child.translation()));
  }

  private static void coordinates(ObjectNode node, RigidTransform pose, Vec3 size) {
    ObjectNode coordinates = node.putObject("coordinates");
    ObjectNode transform = coordinates.putObject("transform");
    Vec3 t = pose.translation();
    ShopDocuments.vector(transform.putObject("translation"), t.x(), t.y(), t.z(), true);
    ShopDocuments.vector(transform.putObject("rotation"), 0, 0, ShopDocuments.yaw(pose), true);
    coordinates.put("dim_x", size.x()).put("dim_y", size.y()).put("dim_z", size.z());
  }
}
