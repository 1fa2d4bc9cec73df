package io.walkout.sim.shelf;

/**
 * Something that loads the plates of one shelf for a while, beside the goods that stand there.
 * Stateful; asked once for every sample, with times that never go back.
 */
interface Force {
  /**
   * Adds what it weighs at that moment.
   *
   * @param grams one value a plate of the shelf
   * @param seconds simulation time
   * @return false once it is over and may be forgotten
   */
  boolean addTo(double[] grams, double seconds);
}
