package io.walkout.billing;

import io.walkout.store.Catalogue;
import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.signal.PriceChange;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each product cost when, in event time: the catalogue's price until the first change, then
 * each change from its moment on. Changes may come in any order. A price that can't be charged
 * (negative, or in another currency) is kept as "no price" from its moment on, so that the line
 * goes to review instead of being charged at a price that no longer holds.
 */
final class PriceHistory {
  /**
   * Most changes kept per product, more than a change every half hour for a month; chosen. Beyond
   * it the oldest is forgotten, and the time before the next one gets the lower of the two: it can
   * only err in the shopper's favour.
   */
  static final int CHANGES_KEPT = 2048;

  private final Catalogue catalogue;
  private final Currency currency;
  private final Map<ProductCode, TreeMap<Long, Quote>> changes = new HashMap<>();

  private long unusable;
  private long forgotten;

  PriceHistory(Catalogue catalogue, Currency currency) {
    this.catalogue = catalogue;
    this.currency = currency;
  }

  /**
   * The price of one unit, or why there is none.
   *
   * @param price what it costs, or null
   * @param problem why it has no price, or null
   */
  record Quote(@Nullable Money price, @Nullable String problem) {
    /** The lower of two; no price if either has none, since nobody can say which is lower. */
    Quote lower(Quote other) {
      if (price == null) {
        return this;
      }
      if (other.price == null) {
        return other;
      }
      return other.price.minor() < price.minor() ? other : this;
    }
  }

  /** Takes in a change. Of two at the same moment the lower holds. */
  void add(PriceChange change) {
    TreeMap<Long, Quote> history =
        changes.computeIfAbsent(
            change.product(),
            code -> {
              TreeMap<Long, Quote> fresh = new TreeMap<>();
              fresh.put(Long.MIN_VALUE, fromCatalogue(code));
              return fresh;
            });
    Quote quote = usable(change.price());
    unusable += quote.price() == null ? 1 : 0;
    history.merge(change.captureNanos(), quote, Quote::lower);
    if (history.size() > CHANGES_KEPT) {
      forgotten++;
      Quote oldest = history.pollFirstEntry().getValue();
      Quote next = history.pollFirstEntry().getValue();
      history.put(Long.MIN_VALUE, oldest.lower(next));
    }
  }

  /** The lowest price in force at any moment from one time to another, both included. */
  Quote lowest(ProductCode product, long fromNanos, long toNanos) {
    NavigableMap<Long, Quote> history = changes.get(product);
    if (history == null) {
      return fromCatalogue(product);
    }
    Quote lowest = history.floorEntry(fromNanos).getValue();
    for (Quote quote : history.subMap(fromNanos, false, toNanos, true).values()) {
      lowest = lowest.lower(quote);
    }
    return lowest;
  }

  /** Writes what was counted, under names of the summary. */
  void countInto(Map<String, Long> counts) {
    counts.put("priceChangesUnusable", unusable);
    counts.put("priceChangesForgotten", forgotten);
  }

  private Quote fromCatalogue(ProductCode code) {
    Product product = catalogue.find(code).orElse(null);
    if (product == null) {
      return new Quote(null, "the catalogue does not know this product");
    }
    Money price = product.price();
    return price == null ? new Quote(null, "the catalogue has no price for it") : usable(price);
  }

  private Quote usable(Money price) {
    if (price.minor() < 0) {
      return new Quote(null, "its price is negative: " + price);
    }
    if (!price.currency().equals(currency)) {
      return new Quote(
          null, "its price is in " + price.currency() + ", the store's in " + currency);
    }
    return new Quote(price, null);
  }
}
