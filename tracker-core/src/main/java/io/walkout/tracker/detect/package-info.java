/**
 * People in one camera's pictures without any net: background subtraction shaped by the camera's
 * calibration. The only room that touches OpenCV.
 */
@NullMarked
package io.walkout.tracker.detect;

import org.jspecify.annotations.NullMarked;
