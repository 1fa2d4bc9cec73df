package io.walkout.sim.shelf;

/**
 * Goods on their way between shelf and hand: a load that fades out (a lift) or in (a put), not
 * smoothly, because hands fumble. The shelf's standing load already has its final value; a lift
 * adds what has not left yet, a put takes away what has not arrived yet.
 */
final class Transfer implements Force {
  private final double[] load;
  private final double sign;
  private final double start;
  private final double duration;
  private final double wobble;
  private final double wobbleHertz;
  private final Jerks jerks;

  /**
   * Makes a lift or a put.
   *
   * @param load grams on each plate of the shelf
   * @param lift whether the load goes (else it comes)
   * @param wobble how much of the load comes and goes while it moves, as a share
   * @param hertz how fast it does
   * @param jerks how rough the grip is
   */
  Transfer(
      double[] load,
      boolean lift,
      double start,
      double duration,
      double wobble,
      double hertz,
      Jerks jerks) {
    this.load = load;
    this.sign = lift ? 1 : -1;
    this.start = start;
    this.duration = duration;
    this.wobble = wobble;
    this.wobbleHertz = hertz;
    this.jerks = jerks;
  }

  @Override
  public boolean addTo(double[] grams, double seconds) {
    double t = (seconds - start) / duration;
    if (t >= 1) {
      return false;
    }
    if (t < 0) {
      t = 0;
    }
    double missing = 1 - t * t * (3 - 2 * t);
    double fumble =
        StrictMath.sin(Math.PI * t)
            * (wobble * StrictMath.sin(2 * Math.PI * wobbleHertz * (seconds - start))
                + jerks.at(seconds - start));
    double share = sign * missing + fumble;
    for (int p = 0; p < load.length; p++) {
      grams[p] += share * load[p];
    }
    return true;
  }
}
