package io.walkout.sim.camera;

/**
 * The light of the room: lamps in the ceiling, and what walls and floor throw back. Surfaces that
 * look up get most.
 */
final class Light {
  private Light() {}

  /**
   * Light on a surface, 0 to about 1.1; chosen by eye against real ceiling cameras.
   *
   * @param nx normal's x in the store's frame, unit length
   */
  static float on(double nx, double ny, double nz) {
    double side = Math.max(0, 0.5 * nx - 0.62 * ny + 0.6 * nz);
    return (float) (0.42 + 0.16 * nz + 0.2 * Math.max(0, nz) + 0.28 * side);
  }
}
