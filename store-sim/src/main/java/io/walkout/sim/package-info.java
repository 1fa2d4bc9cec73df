/**
 * A simulated store that writes recordings with truth. Deterministic from its seed; shares no code
 * with what it is meant to test.
 */
@NullMarked
package io.walkout.sim;

import org.jspecify.annotations.NullMarked;
