package io.walkout.sim.video;

import io.walkout.sim.SimulationOptions;

/** How much of a shop is simulated. */
public enum Level {
  /** Plates, doors, and the poses that an external tracker sends: no pictures. */
  SENSOR,
  /** Plates, doors, and the cameras' videos: no poses, so that people come from pictures. */
  PICTURE;

  /** The options, at this level, with cameras as {@link CameraSettings#DEFAULT}. */
  public SimulationOptions of(SimulationOptions options) {
    return switch (this) {
      case SENSOR -> options;
      case PICTURE -> options.filmedBy(CameraSensor.rendered(CameraSettings.DEFAULT));
    };
  }
}
