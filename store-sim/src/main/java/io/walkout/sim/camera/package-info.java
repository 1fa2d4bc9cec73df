/**
 * Cameras that see like ceiling cameras: a software renderer of the simulated shop, one instance
 * per camera, and the truth of where each person is in its picture. Geometry is exact (each pixel's
 * ray comes from the camera's calibration, distortion included) and so is occlusion (a depth
 * buffer); looks are plausible, not beautiful. Sees the {@link io.walkout.sim.Stage} and changes
 * nothing in it; draws from dice of its own. Never knows how its pictures are encoded, sent or
 * tracked.
 */
@NullMarked
package io.walkout.sim.camera;

import org.jspecify.annotations.NullMarked;
