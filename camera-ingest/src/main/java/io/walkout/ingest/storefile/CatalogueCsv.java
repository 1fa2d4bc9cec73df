package io.walkout.ingest.storefile;

import static io.walkout.ingest.storefile.Findings.quote;

import io.walkout.store.Gtin;
import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue: one product a line. Codes are kept as they are spelled. */
final class CatalogueCsv {
  static final List<String> COLUMNS = List.of("code", "name", "massGrams", "price");

  /** Lighter and heavier than what is sold by the piece, grams; chosen. */
  private static final double LIGHTEST = 2;

  private static final double HEAVIEST = 30_000;

  /** What prices are read in while the store's currency is wrong: as most, of two decimals. */
  private static final Currency ASSUMED = Currency.getInstance("EUR");

  private static final Pattern PRICE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

  /**
   * What the catalogue lists.
   *
   * @param products those that could be read, by code
   * @param spelled codes of all lines, with their leading zeros gone, to the code as spelled
   */
  record Listing(Map<ProductCode, Product> products, Map<String, ProductCode> spelled) {}

  private final Map<ProductCode, Product> products = new LinkedHashMap<>();
  private final Map<ProductCode, Integer> lines = new LinkedHashMap<>();
  private final Map<String, ProductCode> spelled = new LinkedHashMap<>();

  private CatalogueCsv() {}

  /**
   * Reads the file.
   *
   * @param currency the store's; if it is not known, prices are checked for two decimals, and the
   *     listing is of no use but to find further errors
   * @return empty if not even its columns could be told
   */
  static Optional<Listing> read(Path file, @Nullable Currency currency, Findings findings) {
    CatalogueCsv catalogue = new CatalogueCsv();
    return CsvTable.read(file, COLUMNS, List.of(), findings)
        .map(
            rows -> {
              rows.forEach(row -> catalogue.add(row, currency));
              return new Listing(catalogue.products, catalogue.spelled);
            });
  }

  private void add(CsvTable.Row row, @Nullable Currency currency) {
    String text = row.cell("code");
    if (text.isBlank()) {
      row.wrong("code", "nothing", "the product's code");
      return;
    }
    ProductCode code = new ProductCode(text);
    kind(row, text);
    Product product = new Product(code, row.cell("name"), mass(row), price(row, currency));
    Product before = products.putIfAbsent(code, product);
    if (before == null) {
      lines.put(code, row.line());
      ProductCode alike = spelled.putIfAbsent(unpadded(text), code);
      if (alike != null) {
        row.odd("code", quote(text) + ", like " + alike + " but for zeros", "one spelling");
      }
    } else if (before.equals(product)) {
      row.odd("code", quote(text) + " again as in line " + lines.get(code), "each product once");
    } else {
      row.wrong(
          "code", quote(text) + " again, unlike line " + lines.get(code), "each product once");
    }
  }

  /** A code without the zeros in front, which catalogues lose and gain. */
  static String unpadded(String code) {
    return code.strip().replaceFirst("^0+(?=.)", "");
  }

  private static void kind(CsvTable.Row row, String code) {
    String what =
        switch (Gtin.kindOf(code)) {
          case GTIN -> "";
          case LOST_LEADING_ZEROS -> "a GTIN that lost its leading zeros";
          case UPC_E -> "a UPC-E code";
          case WRONG_CHECK_DIGIT -> "a wrong check digit";
          case IN_STORE -> "no GTIN";
        };
    if (!what.isEmpty()) {
      row.odd("code", quote(code) + ", " + what, "a GTIN (it is kept as it is spelled)");
    }
  }

  private static double mass(CsvTable.Row row) {
    String text = row.cell("massGrams");
    if (text.isEmpty()) {
      row.odd("massGrams", "nothing", "grams: without a mass the plates tell little");
      return Double.NaN;
    }
    OptionalDouble mass = Decimal.parse(text);
    if (mass.isEmpty()) {
      row.wrong("massGrams", quote(text), "grams such as 330 or 12.5, or nothing");
      return Double.NaN;
    }
    if (!(mass.getAsDouble() >= LIGHTEST && mass.getAsDouble() <= HEAVIEST)) {
      row.odd(
          "massGrams",
          text + " g",
          "the grams of one unit, " + (int) LIGHTEST + " to " + (int) HEAVIEST);
    }
    return mass.getAsDouble();
  }

  private static @Nullable Money price(CsvTable.Row row, @Nullable Currency stated) {
    String text = row.cell("price");
    if (text.isEmpty()) {
      row.odd("price", "nothing", "a price: without one it can't be charged");
      return null;
    }
    Currency currency = stated == null ? ASSUMED : stated;
    String amount =
        "an amount of "
            + (stated == null ? "money" : currency)
            + " with "
            + currency.getDefaultFractionDigits()
            + " decimals";
    if (!PRICE.matcher(text).matches()) {
      row.wrong("price", quote(text), amount);
      return null;
    }
    try {
      Money price = Money.ofMajor(new BigDecimal(text), currency);
      if (price.minor() < 0) {
        row.wrong("price", quote(text), "a price of at least 0");
        return null;
      }
      return price;
    } catch (IllegalArgumentException e) {
      row.wrong("price", quote(text), amount);
      return null;
    }
  }
}
