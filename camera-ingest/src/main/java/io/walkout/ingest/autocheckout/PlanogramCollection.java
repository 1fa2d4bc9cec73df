package io.walkout.ingest.autocheckout;

import io.walkout.store.Catalogue;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Planogram;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the planogram of what its lines say, the plates there are, and the catalogue.
 *
 * <p>A facing whose product is not known is kept, as an unknown product without mass and price:
 * something stands there. Without it, whatever is taken from its plates would be laid to the
 * products beside it and charged as those; a product without a price goes to review.
 */
final class PlanogramCollection {
  /** Name of a product of which only the place is known. */
  static final String UNKNOWN_NAME = "unknown product";

  /** What a code begins with that the importer had to make up. */
  private static final String UNKNOWN_CODE = "UNKNOWN-";

  private final Catalogue catalogue;

  /** Products that only the planogram speaks of, by code. */
  private final Map<ProductCode, Product> unknown = new LinkedHashMap<>();

  private final ImportLog log;
  private final Map<PlateId, Plate> plates = new TreeMap<>();
  private final Map<PlateId, Shelf> shelfOf = new TreeMap<>();

  /** Codes without leading zeros, and how the catalogue spells them; blank if it does twice. */
  private final Map<String, String> spelled = new HashMap<>();

  private PlanogramCollection(List<Gondola> gondolas, Catalogue catalogue, ImportLog log) {
    this.catalogue = catalogue;
    this.log = log;
    for (Gondola gondola : gondolas) {
      for (Shelf shelf : gondola.shelves()) {
        for (Plate plate : shelf.plates()) {
          plates.put(plate.id(), plate);
          shelfOf.put(plate.id(), shelf);
        }
      }
    }
    for (Product product : catalogue.products()) {
      String code = product.code().value();
      spelled.merge(withoutZeros(code), code, (one, other) -> "");
    }
  }

  /**
   * The planogram, and the catalogue with the products that only the planogram speaks of.
   *
   * @param planogram the facings on plates that exist
   * @param catalogue holds the product of every facing
   */
  record Plan(Planogram planogram, Catalogue catalogue) {}

  /** Makes the facings; those on no plate that exists are reported and left out. */
  static Plan make(
      List<PlannedFacing> planned, List<Gondola> gondolas, Catalogue catalogue, ImportLog log) {
    PlanogramCollection collection = new PlanogramCollection(gondolas, catalogue, log);
    List<Facing> facings = new ArrayList<>();
    for (PlannedFacing facing : planned) {
      collection.facing(facing).ifPresent(facings::add);
    }
    log.count("facings", facings.size());
    log.count("unknown products", collection.unknown.size());
    List<Product> products = catalogue.products();
    products.addAll(collection.unknown.values());
    return new Plan(new Planogram(facings), new Catalogue(products));
  }

  private Optional<Facing> facing(PlannedFacing facing) {
    List<PlateId> existing = facing.plates().stream().filter(plates::containsKey).toList();
    if (existing.size() < facing.plates().size()) {
      log.problem(
          "facings on plates that do not exist",
          facing.at()
              + ": "
              + (facing.code().isEmpty() ? "the facing" : "product " + facing.code())
              + " stands on plates "
              + facing.plates()
              + " by plan, of which exist "
              + existing
              + (existing.isEmpty() ? "; the facing is left out" : ""));
    }
    if (existing.isEmpty()) {
      return Optional.empty();
    }
    ProductCode code = product(facing, existing.getFirst());
    Optional<OrientedBox> stated =
        facing.box().filter(box -> existing.size() == facing.plates().size());
    return Optional.of(new Facing(code, existing, stated.orElseGet(() -> above(existing))));
  }

  private ProductCode product(PlannedFacing facing, PlateId first) {
    String code = facing.code();
    if (code.isEmpty()) {
      log.problem(
          "facings without a product",
          facing.at()
              + ": the facing on "
              + facing.plates()
              + " names no product; it is kept as an unknown product, which is never charged");
      return unknown(freeCode(first));
    }
    if (catalogue.find(new ProductCode(code)).isPresent()) {
      return new ProductCode(code);
    }
    String alike = spelled.getOrDefault(withoutZeros(code), "");
    if (!alike.isEmpty()) {
      log.problem(
          "facings matched by code without leading zeros",
          facing.at()
              + ": product "
              + code
              + " is taken to be the catalogue's "
              + alike
              + ", which differs in leading zeros only");
      return new ProductCode(alike);
    }
    log.problem(
        "facings of products not in the catalogue",
        facing.at()
            + ": product "
            + code
            + " is not in products; it is kept as an unknown product, which is never charged");
    return unknown(new ProductCode(code));
  }

  private ProductCode unknown(ProductCode code) {
    unknown.putIfAbsent(code, new Product(code, UNKNOWN_NAME, Double.NaN, null));
    return code;
  }

  /** The made-up code of what stands on a plate; unlike all codes of the catalogue. */
  private ProductCode freeCode(PlateId first) {
    String code = UNKNOWN_CODE + first.gondola() + "-" + first.shelf() + "-" + first.plate();
    while (catalogue.find(new ProductCode(code)).isPresent()) {
      code += "+";
    }
    return new ProductCode(code);
  }

  /** The room above plates up to the next shelf. */
  private OrientedBox above(List<PlateId> ids) {
    OrientedBox first = first(ids).box();
    OrientedBox last = plates.getOrDefault(ids.getLast(), first(ids)).box();
    double width = first.pose().applyInverse(last.pose().translation()).x() + last.size().x();
    Shelf shelf = shelfOf.get(ids.getFirst());
    double height = shelf == null ? 0 : shelf.box().size().z();
    return new OrientedBox(first.pose(), new Vec3(Math.max(0, width), first.size().y(), height));
  }

  private Plate first(List<PlateId> ids) {
    Plate plate = plates.get(ids.getFirst());
    if (plate == null) {
      throw new IllegalStateException("plate " + ids.getFirst() + " was just there");
    }
    return plate;
  }

  private static String withoutZeros(String code) {
    int i = 0;
    while (i < code.length() - 1 && code.charAt(i) == '0') {
      i++;
    }
    return code.substring(i);
  }
}
