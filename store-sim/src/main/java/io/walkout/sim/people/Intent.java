package io.walkout.sim.people;

/**
 * One thing a shopper means to do inside the shop, between coming in and going out. Facings are
 * numbered as in the shop's planogram; a shopper walks to a facing before doing anything at it.
 */
public sealed interface Intent {
  /**
   * Stands before a facing and looks.
   *
   * @param facing where
   * @param seconds how long
   */
  record Look(int facing, double seconds) implements Intent {}

  /**
   * Takes units of a facing; fewer if it runs out.
   *
   * @param facing where
   * @param count how many, at least 1
   * @param atOnce whether one hand takes all in one reach
   */
  record Take(int facing, int count, boolean atOnce) implements Intent {}

  /**
   * Takes a unit that somebody left on a facing where it does not belong, if there is one.
   *
   * @param facing where
   */
  record TakeStray(int facing) implements Intent {}

  /**
   * Puts back the unit last taken from a facing; does nothing without one.
   *
   * @param from the facing it was taken from
   * @param to the facing it is put on
   */
  record PutBack(int from, int to) implements Intent {}

  /**
   * Reaches out, presses the goods and takes nothing.
   *
   * @param facing where
   * @param seconds how long the hand rests there
   */
  record Touch(int facing, double seconds) implements Intent {}

  /**
   * Leans on the shelf's edge.
   *
   * @param facing where
   * @param seconds how long
   */
  record Lean(int facing, double seconds) implements Intent {}

  /**
   * Waits until a moment of the simulation, to do things together with others.
   *
   * @param seconds simulation time; the past means no wait
   */
  record Until(double seconds) implements Intent {}

  /**
   * Walks somewhere.
   *
   * @param x metres, brought inside the free floor
   * @param y metres, likewise
   */
  record Stroll(double x, double y) implements Intent {}
}
