/**
 * Named faults of a simulated shop: their names and parameters, what the seed draws where a
 * parameter is not given, and what they then do to whom and when. Knows the shop, not the sensors:
 * each sensor asks here what is wrong with it. Never changes what truly happens.
 */
@NullMarked
package io.walkout.sim.fault;

import org.jspecify.annotations.NullMarked;
