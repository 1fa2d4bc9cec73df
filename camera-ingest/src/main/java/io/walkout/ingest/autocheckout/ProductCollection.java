package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.store.Catalogue;
import io.walkout.store.Gtin;
import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code products}: the catalogue. Repeated products are merged, the first mention of each fact
 * being kept; codes stay as they are spelled.
 */
final class ProductCollection {
  /**
   * The format names no currency; the stores it comes from were in the United States. Prices are in
   * dollars.
   */
  static final Currency CURRENCY = Currency.getInstance("USD");

  /** Binary fractions of a cent smaller than this are rounding, not price. */
  private static final BigDecimal CENT_ROUNDING = new BigDecimal("0.001");

  private final CaseFiles files;
  private final ImportLog log;
  private final Map<String, Product> products = new LinkedHashMap<>();

  private ProductCollection(CaseFiles files, ImportLog log) {
    this.files = files;
    this.log = log;
  }

  /** The catalogue; empty, and reported so, if the collection is absent. */
  static Catalogue read(CaseFiles files, ImportLog log) throws IOException {
    ProductCollection collection = new ProductCollection(files, log);
    Optional<Path> file = files.find("products");
    if (file.isEmpty()) {
      log.problem(
          "collections missing",
          "products is missing: the catalogue is empty, and nothing can be recognised or charged");
    } else {
      JsonLines.read(
          files,
          file.get(),
          log,
          (parser, line) -> collection.add(Json.DOCUMENT.readTree(parser), file.get(), line));
    }
    return collection.catalogue();
  }

  private void add(JsonNode document, Path file, int line) {
    String at = files.name(file) + ", line " + line;
    String code = document.path("product_id").path("id").asText("").strip();
    JsonNode metadata = document.path("metadata");
    String name = metadata.path("name").asText("").strip();
    if (code.isEmpty()) {
      log.problem(
          "products without a code",
          at + ": product '" + name + "' has no barcode and is left out; it can't be told apart");
      return;
    }
    Product read =
        new Product(new ProductCode(code), name, mass(metadata, at), price(metadata, at));
    Product known = products.get(code);
    if (known == null) {
      products.put(code, read);
    } else {
      products.put(code, merge(known, read, at));
    }
  }

  private Product merge(Product known, Product again, String at) {
    log.count("products repeated", 1);
    boolean otherName = !again.name().isEmpty() && !again.name().equals(known.name());
    boolean otherMass =
        known.hasMass() && again.hasMass() && known.massGrams() != again.massGrams();
    boolean otherPrice =
        known.price() != null
            && again.price() != null
            && !Objects.equals(known.price(), again.price());
    if ((otherName && !known.name().isEmpty()) || otherMass || otherPrice) {
      log.problem(
          "products repeated with other facts",
          at
              + ": product "
              + known.code()
              + " is repeated with another name, mass or price; the first is kept");
    }
    return new Product(
        known.code(),
        known.name().isEmpty() ? again.name() : known.name(),
        known.hasMass() ? known.massGrams() : again.massGrams(),
        known.price() != null ? known.price() : again.price());
  }

  private double mass(JsonNode metadata, String at) {
    double grams = Json.number(metadata, "weight", Double.NaN);
    if (metadata.hasNonNull("weight") && !(grams > 0 && grams < 1e6)) {
      log.problem(
          "product masses that can't be",
          at + ": weight " + metadata.get("weight").asText() + " g can't be; it is left unknown");
      return Double.NaN;
    }
    return grams;
  }

  private @Nullable Money price(JsonNode metadata, String at) {
    if (!metadata.hasNonNull("price")) {
      return null;
    }
    double major = Json.number(metadata, "price", Double.NaN);
    if (major >= 0 && major < 1e7) {
      BigDecimal exact = BigDecimal.valueOf(major);
      BigDecimal cents = exact.setScale(CURRENCY.getDefaultFractionDigits(), RoundingMode.HALF_UP);
      if (exact.subtract(cents).abs().compareTo(CENT_ROUNDING) < 0) {
        return Money.ofMajor(cents, CURRENCY);
      }
    }
    log.problem(
        "product prices that can't be",
        at
            + ": price "
            + metadata.get("price").asText()
            + " is no amount of dollars and cents; it is left unknown");
    return null;
  }

  private Catalogue catalogue() {
    var listed = new ArrayList<Product>();
    for (Product product : products.values()) {
      String code = product.code().value();
      Gtin.Kind kind = Gtin.kindOf(code);
      log.count("codes " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), 1);
      log.count("products without mass", product.hasMass() ? 0 : 1);
      log.count("products without price", product.price() == null ? 1 : 0);
      listed.add(
          product.name().isEmpty()
              ? new Product(product.code(), code, product.massGrams(), product.price())
              : product);
    }
    log.count("products", listed.size());
    return new Catalogue(listed);
  }
}
