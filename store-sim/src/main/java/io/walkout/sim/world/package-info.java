/**
 * The simulated shop before anybody enters it: its layout, its goods and where each unit stands,
 * and the dice everything is drawn from. Knows nothing of people, sensors or files.
 */
@NullMarked
package io.walkout.sim.world;

import org.jspecify.annotations.NullMarked;
