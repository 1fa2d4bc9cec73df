package io.walkout.sim.world;

import io.walkout.store.ProductCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The goods of the simulated shops, read from {@code assortment.csv} beside this class's module.
 * Names, codes, masses and prices are invented; the codes lie in the ranges that GS1 leaves to
 * shops for their own use, so that none is a real article's.
 */
public final class Assortment {
  private static final String RESOURCE = "/io/walkout/sim/assortment.csv";
  private static final int COLUMNS = 10;

  private Assortment() {}

  /** All articles, in the order of the file: neighbours in it become neighbours on a shelf. */
  public static List<Article> load() {
    List<Article> articles = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(Assortment.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(parse(line.split(",", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return List.copyOf(articles);
  }

  private static Article parse(String[] f) {
    if (f.length != COLUMNS) {
      throw new IllegalStateException(
          RESOURCE + ": expected " + COLUMNS + " columns, found " + String.join(",", f));
    }
    return new Article(
        new ProductCode(f[0]),
        f[1],
        Article.Level.valueOf(f[2].toUpperCase(Locale.ROOT)),
        f[3],
        Double.parseDouble(f[4]),
        Long.parseLong(f[5]),
        Double.parseDouble(f[6]),
        Double.parseDouble(f[7]),
        Double.parseDouble(f[8]),
        Integer.parseInt(f[9]));
  }
}
