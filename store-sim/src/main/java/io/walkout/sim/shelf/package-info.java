/**
 * Simulated load-cell shelves: what the plates feel of goods, hands, footsteps and doors, with
 * their noise. Knows nothing of who touches them or why.
 */
@NullMarked
package io.walkout.sim.shelf;

import org.jspecify.annotations.NullMarked;
