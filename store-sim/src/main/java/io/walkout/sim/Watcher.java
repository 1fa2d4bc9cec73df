package io.walkout.sim;

import java.io.IOException;

/**
 * Sees everything in a simulated shop as it truly is, after each of its 60 steps a second: cameras,
 * the keepers of the truth, a film of the floor plan. Changes nothing, and draws from dice of its
 * own, so that a simulation is the same with and without it.
 */
public interface Watcher {
  /** Makes a watcher once the shop is set up, before the first step. */
  interface Maker {
    /** Makes it. */
    Watcher watch(Stage stage) throws IOException;
  }

  /**
   * The shop has moved on.
   *
   * @param seconds simulation time now
   * @param step length of the step that led here, seconds
   */
  void step(double seconds, double step) throws IOException;

  /**
   * The simulation is over: everybody has left. Closes what is open.
   *
   * @param seconds simulation time at the end
   */
  void end(double seconds) throws IOException;
}
