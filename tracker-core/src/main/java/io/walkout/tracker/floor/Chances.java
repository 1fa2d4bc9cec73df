package io.walkout.tracker.floor;

/**
 * How likely a camera's detector is to find a person of whom others leave so much to be seen:
 * learned as the run goes from people whom other cameras see at the same moment, since detectors
 * differ most in what they make of half a person. Starts from what most do.
 */
final class Chances {
  private static final int BINS = 5;

  /** Share of people in full view that a detector finds; of all kinds, on clear pictures. */
  private static final double DETECTED = 0.9;

  /** Of what nobody sees of a person, a detector can make no box. */
  private static final double HIDDEN = 0.85;

  /** People taken as seen before the first, in each bin. */
  private static final double BEFORE = 20;

  /** Counts are halved beyond this. */
  private static final double MOST = 2000;

  private final double[] looks = new double[BINS];
  private final double[] hits = new double[BINS];

  Chances() {
    for (int b = 0; b < BINS; b++) {
      looks[b] = BEFORE;
      hits[b] = BEFORE * DETECTED * (1 - HIDDEN * (b + 0.5) / BINS);
    }
  }

  private static double at(double covered) {
    return Math.clamp(covered * BINS - 0.5, 0, BINS - 1);
  }

  /** Chance for someone wholly in the picture, by the share that is behind others, 0..1. */
  double of(double covered) {
    double at = at(covered);
    int b = Math.min((int) at, BINS - 2);
    double low = hits[b] / looks[b];
    double high = hits[b + 1] / looks[b + 1];
    return Math.clamp(low + (at - b) * (high - low), 0.02, 0.98);
  }

  /** Learns from somebody who was there and was or wasn't found. */
  void learn(double covered, boolean found) {
    int b = (int) Math.round(at(covered));
    looks[b]++;
    hits[b] += found ? 1 : 0;
    if (looks[b] > MOST) {
      looks[b] /= 2;
      hits[b] /= 2;
    }
  }
}
