package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.Policy;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.Zone;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Writes the store file. Fixtures are written the way a person would measure them (an origin, an
 * angle, heights and sizes) wherever that gives back the same bits, else with their boxes.
 */
final class StoreYamlWriter {
  private final StringBuilder out = new StringBuilder();

  private StoreYamlWriter() {}

  static String write(Store store) {
    StoreYamlWriter writer = new StoreYamlWriter();
    writer.store(store);
    return writer.out.toString();
  }

  private void store(Store store) {
    line("# A Walkout store. Lengths in metres, z up, the floor at z = 0.");
    line("name: " + quoted(store.name()));
    line("timezone: " + quoted(store.zone().getId()));
    line("currency: " + store.currency().getCurrencyCode());
    line("units: metres");
    line("catalogue: " + StoreFile.CATALOGUE_CSV);
    line("planogram: " + StoreFile.PLANOGRAM_CSV);
    line("policy:");
    line("  " + ThresholdYaml.line(store.policy().reviewBelow()));
    line("  maxLatenessSeconds: " + seconds(store.policy().maxLatenessNanos()));
    line("  silentAfterSeconds: " + seconds(store.policy().silentAfterNanos()));
    accounts(store.policy());
    Layout layout = store.layout();
    line("floor: " + polygon(layout.floor()));
    list("gondolas", layout.gondolas().isEmpty());
    layout.gondolas().forEach(this::gondola);
    list("cameras", layout.cameras().isEmpty());
    layout.cameras().forEach(this::camera);
    list("doors", layout.doors().isEmpty());
    layout.doors().forEach(this::door);
    list("zones", layout.zones().isEmpty());
    layout.zones().forEach(this::zone);
  }

  /** Only what differs, so that the file of a store without it reads as it always did. */
  private void accounts(Policy policy) {
    if (policy.handOver() != Policy.DEFAULT.handOver()) {
      line("  handOver: " + policy.handOver().name().toLowerCase(Locale.ROOT));
    }
    if (!policy.staffCredentials().isEmpty()) {
      line("  staffCredentials:");
      policy.staffCredentials().forEach(credential -> line("    - " + quoted(credential)));
    }
  }

  private void gondola(Gondola gondola) {
    FloorPolygon footprint = gondola.footprint();
    FloorPoint a = footprint.corners().get(0);
    FloorPoint b = footprint.corners().get(1);
    double yaw = yawOf(gondola, Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x())));
    double base = ShelfHeights.base(gondola);
    RigidTransform pose = Placement.yaw(yaw, new Vec3(a.x(), a.y(), base));
    line("  - number: " + gondola.number());
    line(
        "    origin: ["
            + Decimal.join(", ", a.x(), a.y())
            + (base == 0 ? "" : ", " + Decimal.print(base))
            + "]");
    line("    yawDegrees: " + Decimal.print(yaw));
    Optional<Vec3> size = plainSize(pose, footprint);
    line(
        size.isPresent()
            ? "    size: [" + Decimal.join(", ", size.get().x(), size.get().y()) + "]"
            : "    footprint: " + polygon(footprint));
    out.append("  ");
    list("  shelves", gondola.shelves().isEmpty());
    for (Shelf shelf : gondola.shelves()) {
      requireAddress(shelf.id().gondola() == gondola.number(), "shelf " + shelf.id());
      shelf(shelf, pose);
    }
  }

  /** The angle at which the gondola's shelves stand, so that they need no boxes of their own. */
  private static double yawOf(Gondola gondola, double fallback) {
    for (Shelf shelf : gondola.shelves()) {
      OptionalDouble yaw = Placement.yawDegrees(shelf.box().pose());
      if (yaw.isPresent()) {
        return yaw.getAsDouble();
      }
    }
    return Placement.rounded(fallback);
  }

  private static Optional<Vec3> plainSize(RigidTransform pose, FloorPolygon footprint) {
    if (footprint.corners().size() != 4) {
      return Optional.empty();
    }
    FloorPoint far = footprint.corners().get(2);
    Vec3 exact = pose.applyInverse(new Vec3(far.x(), far.y(), 0));
    Vec3 round = new Vec3(Placement.rounded(exact.x()), Placement.rounded(exact.y()), 0);
    for (Vec3 size : new Vec3[] {round, exact}) {
      if (size.x() > 0
          && size.y() > 0
          && new OrientedBox(pose, new Vec3(size.x(), size.y(), 0)).footprint().equals(footprint)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  private void shelf(Shelf shelf, RigidTransform gondola) {
    OrientedBox box = shelf.box();
    line("      - number: " + shelf.id().shelf());
    Optional<Vec3> offset = Placement.offset(gondola, box);
    if (offset.isPresent()) {
      Vec3 o = offset.get();
      if (Double.doubleToLongBits(o.x()) != 0 || Double.doubleToLongBits(o.y()) != 0) {
        line("        offset: [" + Decimal.join(", ", o.x(), o.y()) + "]");
      }
      line("        height: " + Decimal.print(o.z()));
      line("        size: " + vector(box.size()));
    } else {
      line("        box: " + box(box));
    }
    plates(shelf);
  }

  private void plates(Shelf shelf) {
    if (shelf.plates().isEmpty()) {
      return;
    }
    for (Plate plate : shelf.plates()) {
      requireAddress(plate.id().shelfId().equals(shelf.id()), "plate " + plate.id());
    }
    Optional<String> row = evenRow(shelf);
    if (row.isPresent()) {
      line("        plates: {" + row.get() + "}");
      return;
    }
    line("        plates:");
    for (Plate plate : shelf.plates()) {
      OrientedBox box = plate.box();
      Optional<Vec3> offset =
          Placement.offset(shelf.box().pose(), box)
              .filter(o -> Double.doubleToLongBits(o.z()) == 0)
              .filter(o -> Double.doubleToLongBits(box.size().z()) == 0);
      String place =
          offset
              .map(
                  o ->
                      "offset: ["
                          + Decimal.join(", ", o.x(), o.y())
                          + "], size: ["
                          + Decimal.join(", ", box.size().x(), box.size().y())
                          + "]")
              .orElse("box: " + box(box));
      line("          - {number: " + plate.id().plate() + ", " + place + "}");
    }
  }

  private static Optional<String> evenRow(Shelf shelf) {
    List<Plate> plates = shelf.plates();
    int count = plates.size();
    double even = shelf.box().size().x() / count;
    Vec3 size = plates.getFirst().box().size();
    for (int i = 0; i < count; i++) {
      Plate plate = plates.get(i);
      if (plate.id().plate() != i + 1
          || !plate.box().equals(Placement.evenPlate(shelf.box(), i, size.x(), size.y()))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        "count: "
            + count
            + (Double.compare(size.x(), even) == 0 ? "" : ", width: " + Decimal.print(size.x()))
            + (Double.compare(size.y(), shelf.box().size().y()) == 0
                ? ""
                : ", depth: " + Decimal.print(size.y())));
  }

  private void camera(Camera camera) {
    line("  - " + String.join("\n    ", cameraLines(camera)));
  }

  /** A camera's keys and values, one a line. */
  static List<String> cameraLines(Camera camera) {
    CameraModel m = camera.model();
    List<String> calibration =
        List.of(
            "id: " + quoted(camera.id().value()),
            "size: [" + m.widthPixels() + ", " + m.heightPixels() + "]",
            "fx: " + Decimal.print(m.fx()),
            "fy: " + Decimal.print(m.fy()),
            "cx: " + Decimal.print(m.cx()),
            "cy: " + Decimal.print(m.cy()),
            "distortion: [" + Decimal.join(", ", m.distortion()) + "]",
            "position: " + vector(m.position()),
            "rotation: " + matrix(m.cameraToStore().rotation()));
    List<String> lines = new ArrayList<>(calibration);
    if (!camera.detector().isEmpty()) {
      lines.add("detector: " + quoted(camera.detector()));
    }
    if (!camera.hands().isEmpty()) {
      lines.add("hands: " + quoted(camera.hands()));
    }
    return lines;
  }

  private void door(Door door) {
    FloorPoint a = door.threshold().a();
    FloorPoint b = door.threshold().b();
    line("  - id: " + quoted(door.id().value()));
    line("    use: " + door.use());
    line("    threshold: {from: " + point(a) + ", to: " + point(b) + "}");
  }

  private void zone(Zone zone) {
    line("  - name: " + quoted(zone.name()));
    line("    kind: " + zone.kind());
    line("    area: " + polygon(zone.area()));
  }

  private void list(String key, boolean empty) {
    line(key + (empty ? ": []" : ":"));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String box(OrientedBox box) {
    OptionalDouble yaw = Placement.yawDegrees(box.pose());
    String turn =
        yaw.isPresent()
            ? "yawDegrees: " + Decimal.print(yaw.getAsDouble())
            : "rotation: " + matrix(box.pose().rotation());
    return "{position: "
        + vector(box.pose().translation())
        + ", size: "
        + vector(box.size())
        + ", "
        + turn
        + "}";
  }

  private static String polygon(FloorPolygon polygon) {
    return polygon.corners().stream()
        .map(StoreYamlWriter::point)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String point(FloorPoint p) {
    return "[" + Decimal.join(", ", p.x(), p.y()) + "]";
  }

  private static String vector(Vec3 v) {
    return "[" + Decimal.join(", ", v.x(), v.y(), v.z()) + "]";
  }

  private static String matrix(double[] r) {
    return "[" + Decimal.join(", ", r) + "]";
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }

  /** A double-quoted YAML scalar; whatever is not plain ASCII is escaped or a letter. */
  private static String quoted(String text) {
    StringBuilder q = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        q.append('\\').append(c);
      } else if ((c >= ' ' && c < 127) || Character.isLetterOrDigit(c)) {
        q.append(c);
      } else {
        q.append(String.format("\\u%04X", (int) c));
      }
    }
    return q.append('"').toString();
  }

  private static void requireAddress(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException(what + " is listed where its address doesn't say");
    }
  }
}
