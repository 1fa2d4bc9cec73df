/**
 * The words everyone in Walkout speaks: what stands in a store, where, what it is called and what
 * it costs. Plain immutable values; nothing here reads a file, a clock or the network.
 */
@NullMarked
package io.walkout.store;

import org.jspecify.annotations.NullMarked;
