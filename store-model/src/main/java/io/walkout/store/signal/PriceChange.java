package io.walkout.store.signal;

import io.walkout.store.Money;
import io.walkout.store.ProductCode;

/**
 * A product costs something else from now on.
 *
 * @param product which
 * @param captureNanos from when
 * @param price the new price of one unit
 */
public record PriceChange(ProductCode product, long captureNanos, Money price) {}
