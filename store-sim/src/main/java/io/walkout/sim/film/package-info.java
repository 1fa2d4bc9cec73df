/**
 * A film of a simulated shop's floor plan, for people to look at: who stands where, reaches for
 * what, and holds what. Draws with the JDK alone and knows nothing of sensors; it watches and
 * changes nothing.
 */
@NullMarked
package io.walkout.sim.film;

import org.jspecify.annotations.NullMarked;
