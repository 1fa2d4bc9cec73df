package io.walkout.sim.shelf;

/**
 * A shelf that swings after a knock: a damped oscillation, over once it is below the quantum. A
 * negative amplitude swings upwards first.
 */
final class Ringing implements Force {
  private final double[] weights;
  private final double start;
  private final double amplitudeGrams;
  private final double decaySeconds;
  private final double hertz;

  Ringing(
      double[] weights, double start, double amplitudeGrams, double decaySeconds, double hertz) {
    this.weights = weights;
    this.start = start;
    this.amplitudeGrams = amplitudeGrams;
    this.decaySeconds = decaySeconds;
    this.hertz = hertz;
  }

  @Override
  public boolean addTo(double[] grams, double seconds) {
    double t = seconds - start;
    double now = amplitudeGrams * StrictMath.exp(-t / decaySeconds);
    if (Math.abs(now) < Plates.QUANTUM_GRAMS / 2) {
      return false;
    }
    double swing = t < 0 ? 0 : now * StrictMath.sin(2 * Math.PI * hertz * t);
    for (int p = 0; p < weights.length; p++) {
      grams[p] += swing * weights[p];
    }
    return true;
  }
}
