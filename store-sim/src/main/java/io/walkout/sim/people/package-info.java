/**
 * Simulated shoppers: what they mean to do, how they walk, stand and reach, and how an external
 * tracker sees their joints. Touches shelves only through {@code io.walkout.sim.shelf}; knows
 * nothing of files.
 */
@NullMarked
package io.walkout.sim.people;

import org.jspecify.annotations.NullMarked;
