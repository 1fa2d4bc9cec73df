/**
 * Where a camera hangs and how its lens bends, from pictures of a printed board or from points that
 * somebody clicked; how well that is known; and pictures to believe it by. Used when cameras are
 * installed, never while the store runs. With its neighbour detect the only room that touches
 * OpenCV.
 */
@NullMarked
package io.walkout.tracker.calibrate;

import org.jspecify.annotations.NullMarked;
