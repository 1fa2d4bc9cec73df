/**
 * Notes what truly happens in a simulated shop and writes it beside the recording: where everybody
 * stood, what stood on each facing, who came and went. Sees the shop as it is; knows nothing of the
 * sensors, and changes nothing.
 */
@NullMarked
package io.walkout.sim.truth;

import org.jspecify.annotations.NullMarked;
