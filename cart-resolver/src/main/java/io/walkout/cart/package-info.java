/**
 * Who took what: shelf changes and people in, takes, put-backs and carts with certainty and
 * evidence out. Reads no sensor and knows no price.
 */
@NullMarked
package io.walkout.cart;

import org.jspecify.annotations.NullMarked;
