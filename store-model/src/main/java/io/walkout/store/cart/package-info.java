/**
 * What the cart resolver tells billing: takes and put-backs with their certainty and evidence, and
 * carts that are closed. Knows nothing of prices or payment.
 */
@NullMarked
package io.walkout.store.cart;

import org.jspecify.annotations.NullMarked;
