/**
 * Carts of everybody present, kept open as a bounded set of weighted possible worlds: what each one
 * holds and what lies out of plan, in the light of everything felt so far. Knows no sensor and no
 * price, and doesn't decide when a visit ends.
 */
@NullMarked
package io.walkout.cart.joint;

import org.jspecify.annotations.NullMarked;
