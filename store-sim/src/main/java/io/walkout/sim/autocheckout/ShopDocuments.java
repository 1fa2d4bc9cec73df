package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.sim.world.Dice;
import io.walkout.store.Facing;
import io.walkout.store.Money;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The products and planogram collections, with the errors that were asked for. */
final class ShopDocuments {
  private final Store store;
  private final CaseQuirks quirks;
  private final Dice dice;

  ShopDocuments(Store store, CaseQuirks quirks, Dice dice) {
    this.store = store;
    this.quirks = quirks;
    this.dice = dice;
  }

  void write(Path dir) throws IOException {
    try (JsonLines lines = new JsonLines(dir, "products", 3, false)) {
      for (Product product : store.catalogue().products()) {
        product(lines, product);
      }
    }
    try (JsonLines lines = new JsonLines(dir, "planogram", 4, false)) {
      for (Facing facing : store.planogram().facings()) {
        facing(lines, facing);
      }
    }
    if (quirks.plan().storeMeta()) {
      StoreMeta.write(store.layout(), dir.resolve("store_meta"));
    }
  }

  private void product(JsonLines lines, Product product) throws IOException {
    double mass = product.massGrams();
    if (dice.chance(quirks.goods().wrongMassShare())) {
      mass *= quirks.goods().wrongMassFactor();
    }
    boolean hasMass = !dice.chance(quirks.goods().missingMassShare());
    int copies = dice.chance(quirks.goods().repeatedShare()) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      ObjectNode document = lines.document();
      productId(document.putObject("product_id"), product.code().value());
      ObjectNode metadata = document.putObject("metadata");
      metadata.put("name", product.name());
      Money price = product.price();
      if (price != null) {
        metadata.put("price", Double.parseDouble(price.major()));
      }
      if (hasMass) {
        metadata.put("weight", mass);
      }
      lines.write(document);
    }
  }

  private void facing(JsonLines lines, Facing facing) throws IOException {
    ObjectNode document = lines.document();
    ArrayNode plates = document.putArray("plate_ids");
    for (PlateId plate : facing.plates()) {
      ObjectNode one = plates.addObject();
      shelfId(one.putObject("shelf_id"), plate.shelfId());
      one.put("plate_index", plate.plate());
    }
    String code = facing.product().value();
    if (dice.chance(quirks.plan().errorShare())) {
      List<Product> all = store.catalogue().products();
      code = all.get(dice.below(all.size())).code().value();
    }
    productId(document.putObject("planogram_product_id"), code);
    OrientedBox box = facing.box();
    Shelf shelf = store.layout().shelf(facing.shelf()).orElseThrow();
    Vec3 inShelf = shelf.box().pose().applyInverse(box.pose().translation());
    coordinates(
        document.putObject("coordinates"),
        new RigidTransform(RigidTransform.IDENTITY.rotation(), inShelf),
        box.size());
    coordinates(document.putObject("global_coordinates"), box.pose(), box.size());
    lines.write(document);
  }

  private static void productId(ObjectNode node, String code) {
    node.put("barcode_type", "UPC").put("id", code);
  }

  static void shelfId(ObjectNode node, ShelfId shelf) {
    node.putObject("gondola_id").put("id", shelf.gondola());
    node.put("shelf_index", shelf.shelf());
  }

  /** A box as protobuf's JSON writes it: whatever is zero is left out. */
  private static void coordinates(ObjectNode node, RigidTransform pose, Vec3 size) {
    ObjectNode transform = node.putObject("transform");
    Vec3 t = pose.translation();
    vector(transform.putObject("translation"), t.x(), t.y(), t.z(), false);
    vector(transform.putObject("rotation"), 0, 0, yaw(pose), false);
    node.put("dim_x", size.x()).put("dim_y", size.y()).put("dim_z", size.z());
  }

  /** Angle of a turn about the vertical, radians: the only turn that simulated fixtures have. */
  static double yaw(RigidTransform pose) {
    double[] r = pose.rotation();
    return StrictMath.atan2(r[3], r[0]);
  }

  static void vector(ObjectNode node, double x, double y, double z, boolean zeros) {
    putFloat(node, "x", x, zeros);
    putFloat(node, "y", y, zeros);
    putFloat(node, "z", z, zeros);
  }

  /** Real files hold single-precision values widened to double; below a micrometre is zero. */
  private static void putFloat(ObjectNode node, String name, double value, boolean zeros) {
    double single = Math.abs(value) < 1e-6 ? 0 : (float) value;
    if (zeros || single != 0) {
      node.put(name, single);
    }
  }
}
