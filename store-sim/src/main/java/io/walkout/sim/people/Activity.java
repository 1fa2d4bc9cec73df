package io.walkout.sim.people;

/** What a shopper does right now. Stepped 60 times a second until it is over. */
interface Activity {
  /**
   * Goes on by one step.
   *
   * @param seconds simulation time at the end of the step
   * @param step length of the step, seconds
   * @return whether it is over
   */
  boolean step(double seconds, double step);
}
