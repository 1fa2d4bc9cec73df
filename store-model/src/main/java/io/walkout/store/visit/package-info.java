/**
 * Who came in on which credential: doors and people joined. Knows signals and people, and nothing
 * of carts or money.
 */
@NullMarked
package io.walkout.store.visit;

import org.jspecify.annotations.NullMarked;
