/**
 * People in one camera's pictures without any net, by background subtraction shaped by the camera's
 * calibration; and what is wrong with a camera's pictures, whoever looks for people in them. With
 * its neighbour calibrate the only room that touches OpenCV; knows nobody's identity.
 */
@NullMarked
package io.walkout.tracker.detect;

import org.jspecify.annotations.NullMarked;
