/**
 * What really stands where, as far as the goods that left and came tell: a belief for each facing,
 * and what is told of it to the shop's people. Knows masses and places; knows no carts and no
 * people but by their number.
 */
@NullMarked
package io.walkout.cart.plan;

import org.jspecify.annotations.NullMarked;
