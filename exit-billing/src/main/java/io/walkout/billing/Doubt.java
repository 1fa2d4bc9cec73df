package io.walkout.billing;

import io.walkout.store.cart.Cart;
import org.jspecify.annotations.Nullable;

/**
 * Why a line should not be charged though it is certain enough by what was seen: something that
 * nobody could see, such as a shelf that had stopped sending while the shopper was there. A line in
 * doubt goes to review with the reason.
 */
@FunctionalInterface
public interface Doubt {
  /** No doubt about any line. */
  Doubt NONE = line -> null;

  /** The reason, for people to read, or null if there is none. */
  @Nullable String about(Cart.Line line);
}
