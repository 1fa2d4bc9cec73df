/**
 * The floor of a shop as one can walk on it: where a body has room, and the ways between places.
 * Knows polygons and points; nothing of goods, people or time.
 */
@NullMarked
package io.walkout.sim.floor;

import org.jspecify.annotations.NullMarked;
