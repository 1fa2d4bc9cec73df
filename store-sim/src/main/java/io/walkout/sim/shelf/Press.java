package io.walkout.sim.shelf;

/**
 * A hand, an arm or a hip that bears on a shelf for a while and leaves nothing behind: rises,
 * wavers, falls. Negative where the hand pulls upwards.
 */
final class Press implements Force {
  /** A hand trembles some times faster than it wavers: at 5 to 13 Hz with the wavering we use. */
  private static final double TREMOR = 3.3;

  private final double[] weights;
  private final double grams;
  private final double start;
  private final double end;
  private final double riseSeconds;
  private final double waverHertz;
  private final double waverPhase;

  /**
   * Makes a press.
   *
   * @param weights share of the force on each plate; need not be positive
   * @param grams the force at its height
   */
  Press(
      double[] weights,
      double grams,
      double start,
      double end,
      double riseSeconds,
      double waverHertz,
      double waverPhase) {
    this.weights = weights;
    this.grams = grams;
    this.start = start;
    this.end = end;
    this.riseSeconds = riseSeconds;
    this.waverHertz = waverHertz;
    this.waverPhase = waverPhase;
  }

  @Override
  public boolean addTo(double[] out, double seconds) {
    if (seconds >= end) {
      return false;
    }
    double up = Math.min(1, (seconds - start) / riseSeconds);
    double down = Math.min(1, (end - seconds) / riseSeconds);
    double turn = 2 * Math.PI * waverHertz * (seconds - start) + waverPhase;
    double waver = 0.6 + 0.3 * StrictMath.sin(turn) + 0.15 * StrictMath.sin(TREMOR * turn);
    double force = grams * Math.max(0, Math.min(up, down)) * waver;
    for (int p = 0; p < weights.length; p++) {
      out[p] += force * weights[p];
    }
    return true;
  }
}
