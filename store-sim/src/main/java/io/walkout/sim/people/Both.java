package io.walkout.sim.people;

/** Two activities at once, one for each arm; over when both are. */
final class Both implements Activity {
  private final Activity one;
  private final Activity other;
  private boolean oneIsOver;
  private boolean otherIsOver;

  Both(Activity one, Activity other) {
    this.one = one;
    this.other = other;
  }

  @Override
  public boolean step(double seconds, double step) {
    oneIsOver = oneIsOver || one.step(seconds, step);
    otherIsOver = otherIsOver || other.step(seconds, step);
    return oneIsOver && otherIsOver;
  }
}
