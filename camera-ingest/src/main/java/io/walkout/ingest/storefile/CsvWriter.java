package io.walkout.ingest.storefile;

import io.walkout.store.Facing;
import io.walkout.store.Money;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes the catalogue and the planogram, as {@link CatalogueCsv} and {@link PlanogramCsv} read.
 */
final class CsvWriter {
  private CsvWriter() {}

  static String catalogue(Store store) {
    StringBuilder out = new StringBuilder();
    row(out, CatalogueCsv.COLUMNS);
    for (Product product : store.catalogue().products()) {
      Money price = product.price();
      if (price != null && !price.currency().equals(store.currency())) {
        throw new IllegalArgumentException(
            "product " + product.code() + " costs " + price + " in a store of " + store.currency());
      }
      double mass = product.massGrams();
      row(
          out,
          List.of(
              product.code().value(),
              product.name(),
              Double.isNaN(mass) ? "" : Decimal.print(mass),
              price == null ? "" : price.major()));
    }
    return out.toString();
  }

  static String planogram(Store store) {
    List<List<String>> rows = new ArrayList<>();
    boolean plain = true;
    for (Facing facing : store.planogram().facings()) {
      List<String> row = new ArrayList<>();
      row.add(facing.product().value());
      row.add(String.join(" ", facing.plates().stream().map(PlateId::toString).toList()));
      OrientedBox box = facing.box();
      if (usual(store, facing).filter(box::equals).isPresent()) {
        row.addAll(List.of("", "", ""));
      } else {
        plain = false;
        row.add(words(box.pose().translation()));
        row.add(words(box.size()));
        OptionalDouble yaw = Placement.yawDegrees(box.pose());
        row.add(
            yaw.isPresent()
                ? Decimal.print(yaw.getAsDouble())
                : Decimal.join(" ", box.pose().rotation()));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(PlanogramCsv.REQUIRED);
    header.addAll(PlanogramCsv.OPTIONAL);
    int columns = plain ? PlanogramCsv.REQUIRED.size() : header.size();
    StringBuilder out = new StringBuilder();
    row(out, header.subList(0, columns));
    rows.forEach(row -> row(out, row.subList(0, columns)));
    return out.toString();
  }

  /** The box a facing has if its line gives none. */
  private static Optional<OrientedBox> usual(Store store, Facing facing) {
    List<Plate> plates =
        facing.plates().stream().flatMap(id -> store.layout().plate(id).stream()).toList();
    Optional<Shelf> shelf = store.layout().shelf(facing.shelf());
    return plates.size() == facing.plates().size()
        ? shelf.map(s -> PlanogramCsv.above(s, plates))
        : Optional.empty();
  }

  private static String words(Vec3 v) {
    return Decimal.join(" ", v.x(), v.y(), v.z());
  }

  private static void row(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append('\n');
  }

  /** Quotes whatever another program might take for more, or less, than the text itself. */
  private static String cell(String text) {
    boolean plain =
        text.chars().allMatch(c -> c >= ' ' && c != ',' && c != '"') && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
