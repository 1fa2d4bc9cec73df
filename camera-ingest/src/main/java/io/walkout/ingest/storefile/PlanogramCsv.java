package io.walkout.ingest.storefile;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.store.Facing;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the planogram: one facing a line. */
final class PlanogramCsv {
  static final List<String> REQUIRED = List.of("code", "plates");
  static final List<String> OPTIONAL = List.of("position", "size", "rotation");

  private final Optional<Layout> layout;
  private final Optional<CatalogueCsv.Listing> catalogue;
  private final List<Facing> facings = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private PlanogramCsv(Optional<Layout> layout, Optional<CatalogueCsv.Listing> catalogue) {
    this.layout = layout;
    this.catalogue = catalogue;
  }

  /**
   * Reads the file.
   *
   * @param layout where the plates are; if it couldn't be read, they are not looked up
   * @param catalogue the products; if it couldn't be read, they are not looked up
   */
  static List<Facing> read(
      Path file,
      Optional<Layout> layout,
      Optional<CatalogueCsv.Listing> catalogue,
      Findings findings) {
    PlanogramCsv planogram = new PlanogramCsv(layout, catalogue);
    CsvTable.read(file, REQUIRED, OPTIONAL, findings)
        .ifPresent(rows -> rows.forEach(planogram::add));
    return planogram.facings;
  }

  private void add(CsvTable.Row row) {
    Optional<ProductCode> code = code(row);
    Optional<List<PlateId>> ids = plates(row);
    Optional<List<Plate>> plates = ids.flatMap(list -> find(row, list));
    Optional<OrientedBox> box = Optional.empty();
    if (!row.cell("position").isEmpty()
        || !row.cell("size").isEmpty()
        || !row.cell("rotation").isEmpty()) {
      box = box(row);
    } else if (plates.isPresent() && layout.isPresent()) {
      Plate first = plates.get().getFirst();
      box = layout.get().shelf(first.id().shelfId()).map(s -> above(s, plates.get()));
    }
    if (code.isEmpty() || ids.isEmpty() || plates.isEmpty() || box.isEmpty()) {
      return;
    }
    facings.add(new Facing(code.get(), ids.get(), box.get()));
    String same = code.get() + " " + ids.get();
    Integer before = seen.putIfAbsent(same, row.line());
    if (before != null) {
      row.odd("plates", "the same facing as in line " + before, "each facing once");
    }
  }

  private Optional<ProductCode> code(CsvTable.Row row) {
    String text = row.cell("code");
    if (text.isBlank()) {
      row.wrong("code", "nothing", "a product's code");
      return Optional.empty();
    }
    ProductCode code = new ProductCode(text);
    if (catalogue.isPresent() && !catalogue.get().products().containsKey(code)) {
      ProductCode alike = catalogue.get().spelled().get(CatalogueCsv.unpadded(text));
      row.wrong(
          "code",
          quote(text) + (alike == null ? "" : " (did you mean " + quote(alike.value()) + "?)"),
          "a code of the catalogue");
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private static Optional<List<PlateId>> plates(CsvTable.Row row) {
    List<PlateId> ids = new ArrayList<>();
    for (String word : row.cell("plates").strip().split("\\s+", -1)) {
      try {
        int dash = word.indexOf('-', word.lastIndexOf('/') + 2);
        PlateId from = PlateId.parse(dash < 0 ? word : word.substring(0, dash));
        int to = dash < 0 ? from.plate() : Integer.parseInt(word.substring(dash + 1));
        if (to < from.plate() || to - from.plate() > YamlMap.MAX_ELEMENTS) {
          throw new IllegalArgumentException("a range runs upwards");
        }
        for (int plate = from.plate(); plate <= to; plate++) {
          ids.add(new PlateId(from.gondola(), from.shelf(), plate));
        }
      } catch (IllegalArgumentException e) {
        row.wrong("plates", quote(word), "plates such as '1/5/3 1/5/4' or '1/5/3-4'");
        return Optional.empty();
      }
    }
    if (ids.stream().map(PlateId::shelfId).distinct().count() > 1) {
      row.wrong("plates", quote(row.cell("plates")), "plates of one shelf");
      return Optional.empty();
    }
    return Optional.of(ids);
  }

  private Optional<List<Plate>> find(CsvTable.Row row, List<PlateId> ids) {
    List<Plate> plates = new ArrayList<>();
    if (layout.isEmpty()) {
      return Optional.empty();
    }
    for (PlateId id : ids) {
      Optional<Plate> plate = layout.get().plate(id);
      if (plate.isEmpty()) {
        String has =
            layout
                .get()
                .shelf(id.shelfId())
                .map(s -> "a plate of shelf " + s.id() + ", which has " + s.plates().size())
                .orElse("a plate of the store, which has no shelf " + id.shelfId());
        row.wrong("plates", "plate " + id, has);
      }
      plate.ifPresent(plates::add);
    }
    return plates.size() == ids.size() ? Optional.of(plates) : Optional.empty();
  }

  /** The room above some plates of a shelf, up to the shelf's own height. */
  static OrientedBox above(Shelf shelf, List<Plate> plates) {
    RigidTransform pose = shelf.box().pose();
    double x0 = Double.POSITIVE_INFINITY;
    double y0 = Double.POSITIVE_INFINITY;
    double x1 = Double.NEGATIVE_INFINITY;
    double y1 = Double.NEGATIVE_INFINITY;
    for (Plate plate : plates) {
      OrientedBox box = plate.box();
      for (Vec3 corner : new Vec3[] {new Vec3(0, 0, 0), box.size()}) {
        Vec3 c = pose.applyInverse(box.pose().apply(corner));
        x0 = Math.min(x0, c.x());
        y0 = Math.min(y0, c.y());
        x1 = Math.max(x1, c.x());
        y1 = Math.max(y1, c.y());
      }
    }
    return Placement.within(
        pose, new Vec3(x0, y0, 0), new Vec3(x1 - x0, y1 - y0, shelf.box().size().z()));
  }

  private static Optional<OrientedBox> box(CsvTable.Row row) {
    Optional<double[]> position = numbers(row, "position", "3 numbers: x y z", 3);
    Optional<double[]> size = numbers(row, "size", "3 numbers: length depth height", 3);
    String turn = row.cell("rotation").isEmpty() ? "0" : row.cell("rotation");
    Optional<double[]> rotation =
        turn.strip().contains(" ")
            ? numbers(row, "rotation", "degrees, or 9 numbers", 9)
            : degrees(row, turn);
    if (rotation.isPresent()
        && Placement.rotationError(rotation.get()) > FixtureReader.MAX_ROTATION_ERROR) {
      row.wrong("rotation", "a matrix that stretches or mirrors", "a rotation");
      return Optional.empty();
    }
    if (position.isEmpty() || size.isEmpty() || rotation.isEmpty()) {
      return Optional.empty();
    }
    double[] s = size.get();
    if (s[0] < 0 || s[1] < 0 || s[2] < 0) {
      row.wrong("size", quote(row.cell("size")), "sizes of at least 0");
      return Optional.empty();
    }
    double[] p = position.get();
    return Optional.of(
        new OrientedBox(
            new RigidTransform(rotation.get(), new Vec3(p[0], p[1], p[2])),
            new Vec3(s[0], s[1], s[2])));
  }

  private static Optional<double[]> degrees(CsvTable.Row row, String text) {
    OptionalDouble degrees = Decimal.parse(text.strip());
    if (degrees.isEmpty()) {
      row.wrong("rotation", quote(text), "degrees, or 9 numbers");
      return Optional.empty();
    }
    return Optional.of(Placement.yaw(degrees.getAsDouble(), new Vec3(0, 0, 0)).rotation());
  }

  private static Optional<double[]> numbers(
      CsvTable.Row row, String column, String expected, int count) {
    String[] words = row.cell(column).strip().split("\\s+", -1);
    double[] numbers = new double[count];
    boolean good = words.length == count;
    for (int i = 0; i < count && good; i++) {
      OptionalDouble number = Decimal.parse(words[i]);
      good = number.isPresent();
      numbers[i] = number.orElse(0);
    }
    if (!good) {
      row.wrong(column, quote(row.cell(column)), expected);
    }
    return good ? Optional.of(numbers) : Optional.empty();
  }
}
