package io.walkout.sim.world;

import io.walkout.store.Catalogue;
import io.walkout.store.Facing;
import io.walkout.store.Layout;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sizes for the goods of a store that only knows what they weigh, and masses for those that it
 * knows nothing of. Nothing is drawn by chance: the same store gives the same goods. A product's
 * name has no say; its mass gives its volume, its widest facing and that shelf's room bound its
 * edges, and its code decides, like a die that always falls the same way, what kind of pack it is.
 */
final class InventedArticles {
  /** Mass by volume of packed goods, air in the pack included; from crisps 0.1 to water 1. */
  private static final double[] GRAMS_PER_CUBIC_CENTIMETRE = {0.95, 0.6, 0.45, 0.18};

  private static final String[] KINDS = {"bottle", "can", "box", "bag"};

  /** Width by depth by height of each kind, in proportion; chosen. */
  private static final double[][] SHAPE = {{1, 1, 3}, {1, 1, 1.6}, {1.4, 0.6, 1.9}, {1.5, 0.7, 2}};

  /** Lightest and heaviest mass that is invented. */
  private static final double LEAST_GRAMS = 40;

  private static final double MOST_GRAMS = 700;

  private static final double LEAST_EDGE_METRES = 0.025;

  private InventedArticles() {}

  /** One article for each product of the catalogue, and for each facing's that it lacks. */
  static Map<ProductCode, Article> of(Store store) {
    Map<ProductCode, Facing> widest = new LinkedHashMap<>();
    for (Facing facing : store.planogram().facings()) {
      widest.merge(
          facing.product(), facing, (a, b) -> b.plates().size() > a.plates().size() ? b : a);
    }
    Map<ProductCode, Article> articles = new LinkedHashMap<>();
    for (Product product : store.catalogue().products()) {
      articles.put(
          product.code(),
          article(product, Optional.ofNullable(widest.get(product.code())), store.layout()));
    }
    return articles;
  }

  /** The catalogue, and the products that only the planogram knows: without mass and price. */
  static Catalogue completed(Store store) {
    List<Product> products = new ArrayList<>(store.catalogue().products());
    Map<ProductCode, Product> missing = new LinkedHashMap<>();
    for (Facing facing : store.planogram().facings()) {
      ProductCode code = facing.product();
      if (store.catalogue().find(code).isEmpty()) {
        missing.put(code, new Product(code, code.value(), Double.NaN, null));
      }
    }
    products.addAll(missing.values());
    return new Catalogue(products);
  }

  private static Article article(Product product, Optional<Facing> facing, Layout layout) {
    long die = new Dice(0, "pack of " + product.code().value()).bits();
    double grams = product.hasMass() ? product.massGrams() : mass(die);
    Optional<Shelf> shelf = facing.flatMap(f -> layout.shelf(f.shelf()));
    double width = 0.2;
    double depth = 0.4;
    double height = 0.3;
    double z = 1;
    if (facing.isPresent() && shelf.isPresent()) {
      width = new PlateRow(shelf.get()).width(facing.get());
      depth = shelf.get().box().size().y();
      height = shelf.get().box().size().z();
      z = shelf.get().box().pose().translation().z();
    }
    int kind = kind(grams, die);
    double[] shape = SHAPE[kind];
    double volume = grams / GRAMS_PER_CUBIC_CENTIMETRE[kind] * 1e-6;
    double unit = StrictMath.cbrt(volume / (shape[0] * shape[1] * shape[2]));
    double w = edge(unit * shape[0], width - 0.006);
    double h = edge(unit * shape[2], height > 0.06 ? height - 0.02 : 0.3);
    double d = edge(volume / (w * h), depth / 2);
    int plates = facing.map(f -> f.plates().size()).orElse(1);
    long priceMinor = product.price() == null ? 0 : product.price().minor();
    return new Article(
        product.code(), product.name(), level(z), KINDS[kind], grams, priceMinor, w, d, h, plates);
  }

  /** Log-uniform between lightest and heaviest. */
  private static double mass(long die) {
    double share = (die >>> 11) * 0x1p-53;
    return Math.rint(LEAST_GRAMS * StrictMath.pow(MOST_GRAMS / LEAST_GRAMS, share));
  }

  /** Heavy things come in bottles and cans, light ones in boxes and bags. */
  private static int kind(double grams, long die) {
    int choice = (int) (die & 1);
    return grams >= 350 ? choice : grams >= 120 ? 1 + choice : 2 + choice;
  }

  private static double edge(double wanted, double most) {
    return Math.min(Math.max(wanted, LEAST_EDGE_METRES), Math.max(most, LEAST_EDGE_METRES));
  }

  private static Article.Level level(double z) {
    return z < 0.7
        ? Article.Level.LOW
        : z < 1 ? Article.Level.MIDDLE : z < 1.3 ? Article.Level.HIGH : Article.Level.TOP;
  }
}
