/**
 * The cameras of a simulated shop: when they take pictures, which of them come late or never, and
 * where they are written. Knows how often and how late, not what a picture looks like: that is
 * {@code sim.camera}'s.
 */
@NullMarked
package io.walkout.sim.video;

import org.jspecify.annotations.NullMarked;
