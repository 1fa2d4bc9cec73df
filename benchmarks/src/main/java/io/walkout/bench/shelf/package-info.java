/**
 * How well the shelf tracker finds each deed at a shelf by itself: its mass, its place, its moment.
 * Knows the simulator and the shelf tracker, and neither people nor products.
 */
@NullMarked
package io.walkout.bench.shelf;

import org.jspecify.annotations.NullMarked;
