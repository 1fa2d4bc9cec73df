package io.walkout.sim.people;

/** Stands, and turns to what there is to see. */
final class Standing implements Activity {
  private final Shopper me;
  private final double heading;
  private final double least;
  private final double until;
  private double end = Double.NaN;

  /**
   * Stands for at least {@code leastSeconds} and at least until {@code untilSeconds}.
   *
   * @param heading where to look, radians; NaN to look on
   */
  Standing(Shopper me, double heading, double leastSeconds, double untilSeconds) {
    this.me = me;
    this.heading = heading;
    this.least = leastSeconds;
    this.until = untilSeconds;
  }

  @Override
  public boolean step(double seconds, double step) {
    if (Double.isNaN(end)) {
      end = Math.max(seconds + least, until);
    }
    if (!Double.isNaN(heading)) {
      me.turnTo(heading, step);
    }
    return seconds >= end;
  }
}
