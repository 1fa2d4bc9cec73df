package io.walkout.billing;

import io.walkout.store.Money;
import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.VisitId;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a cart's lines into receipt lines: priced, and either to be charged or in review. A product
 * costs the shopper the lower of its price when it was taken and its price at exit. Of several
 * takes of one line at several prices the lowest holds for all its units: no unit is ever charged
 * above what its shelf said, at the cost of a cent now and then.
 */
final class Pricing {
  /**
   * Most that a visit is charged, minor units of any currency. What would go beyond it is a slip in
   * the catalogue, and a person should look at it. Chosen: far above any basket, and so far below a
   * {@code long} that no sum of nine million visits overflows.
   */
  static final long MOST_MINOR = 1_000_000_000_000L;

  private final Store store;
  private final PriceHistory prices;
  private long uncertain;
  private long inDoubt;
  private long withoutPrice;
  private long tooDear;

  Pricing(Store store, PriceHistory prices) {
    this.store = store;
    this.prices = prices;
  }

  /** The cart's lines; what those to be charged come to is at most {@link #MOST_MINOR}. */
  List<ReceiptLine> lines(Cart cart, Doubt doubt, Scene scene, Function<PersonId, VisitId> visits) {
    List<ReceiptLine> lines = new ArrayList<>();
    long left = MOST_MINOR;
    for (Cart.Line line : cart.lines()) {
      var describer =
          new LineDescriber(
              store, scene, cart.person(), visits, product -> quote(cart, line, product));
      ReceiptLine priced = line(cart, line, left, doubt, describer);
      left -= priced.status() == ReceiptLine.Status.CHARGED ? priced.amountMinor() : 0;
      lines.add(priced);
    }
    return lines;
  }

  /** Sum of the lines to be charged. */
  static long due(List<ReceiptLine> lines) {
    long due = 0;
    for (ReceiptLine line : lines) {
      if (line.status() == ReceiptLine.Status.CHARGED) {
        due = Math.addExact(due, line.amountMinor());
      }
    }
    return due;
  }

  private ReceiptLine line(
      Cart cart, Cart.Line line, long leftMinor, Doubt doubt, LineDescriber describer) {
    PriceHistory.Quote quote = quote(cart, line, line.product());
    String reason = reasonForReview(line, quote, leftMinor, doubt);
    return new ReceiptLine(
        wellFormed(line.product().value()),
        describer.name(line.product()),
        line.quantity(),
        quote.price() == null ? 0 : quote.price().minor(),
        ReceiptJson.probability(line.certainty()),
        reason == null ? ReceiptLine.Status.CHARGED : ReceiptLine.Status.IN_REVIEW,
        reason,
        null,
        line.alternatives().stream().map(describer::alternative).toList(),
        describer.evidence(line));
  }

  /** What one unit of a product costs that was taken when this line was. */
  private PriceHistory.Quote quote(Cart cart, Cart.Line line, ProductCode product) {
    PriceHistory.Quote quote = prices.lowest(product, cart.exitedNanos(), cart.exitedNanos());
    boolean taken = false;
    for (Cart.Evidence e : line.evidence()) {
      if (e.assignment().best().kind() == Assignment.Kind.TAKE) {
        ShelfChange change = e.assignment().change();
        quote = quote.lower(prices.lowest(product, change.startNanos(), change.endNanos()));
        taken = true;
      }
    }
    // A line that no take explains was taken at some time of the visit: the lowest of it holds.
    return taken
        ? quote
        : quote.lower(prices.lowest(product, cart.enteredNanos(), cart.exitedNanos()));
  }

  private @Nullable String reasonForReview(
      Cart.Line line, PriceHistory.Quote quote, long leftMinor, Doubt doubt) {
    Money price = quote.price();
    long amountMinor = price == null ? 0 : (long) ((double) price.minor() * line.quantity());
    double threshold = store.policy().reviewBelow().of(amountMinor);
    if (!(line.certainty() >= threshold)) {
      uncertain++;
      return String.format(
          Locale.ROOT, "less certain than the store asks (%s)", ReceiptJson.measure(threshold, 4));
    }
    String doubted = doubt.about(line);
    if (doubted != null) {
      inDoubt++;
      return doubted;
    }
    if (price == null) {
      withoutPrice++;
      return "no price: " + quote.problem();
    }
    if (price.minor() > leftMinor / line.quantity()) {
      tooDear++;
      return "no usable price: %d x %s %s more than the %s that a visit may come to"
          .formatted(
              line.quantity(),
              price,
              leftMinor == MOST_MINOR ? "is" : "and what else was taken is",
              new Money(MOST_MINOR, store.currency()));
    }
    return null;
  }

  /** Writes why lines went to review, under names of the summary. */
  void countInto(Map<String, Long> counts) {
    counts.put("linesUncertain", uncertain);
    counts.put("linesInDoubt", inDoubt);
    counts.put("linesWithoutPrice", withoutPrice);
    counts.put("linesTooDear", tooDear);
  }

  /** Half a surrogate pair can't be written as UTF-8; it becomes a question mark. */
  static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
