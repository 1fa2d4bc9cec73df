package io.walkout.tracker.floor;

/**
 * What a detector's score is worth: the log ratio of how often people and how often nobody had such
 * a score, learned as the run goes from which boxes became people. Scores of detectors mean
 * different things, and some give none at all: then this stays near nought. Counts fade, so that a
 * day's light may change them.
 */
final class ScoreOdds {
  private static final int BINS = 10;

  /** Boxes of each kind that are taken as seen before the first, spread as below. */
  private static final double BEFORE = 20;

  /** Counts are halved beyond this. */
  private static final double MOST = 20_000;

  private final double[] people = new double[BINS];
  private final double[] nobody = new double[BINS];
  private double allPeople;
  private double allNobody;

  ScoreOdds() {
    for (int b = 0; b < BINS; b++) {
      double middle = (b + 0.5) / BINS;
      // Before anything is known: odds grow with the score, from a third to three.
      double share = (0.5 + middle) / (2.0 - middle + 0.5);
      people[b] = BEFORE / BINS * share;
      nobody[b] = BEFORE / BINS;
      allPeople += people[b];
      allNobody += nobody[b];
    }
  }

  private static int bin(double score) {
    return (int) Math.clamp(score * BINS, 0, BINS - 1);
  }

  /** Log-likelihood ratio of a score, person against nobody. */
  double of(double score) {
    int b = bin(score);
    return Math.log(people[b] / allPeople * (allNobody / nobody[b]));
  }

  /** Learns from a box that was or wasn't somebody's. */
  void learn(double score, boolean person) {
    int b = bin(score);
    if (person) {
      people[b]++;
      allPeople++;
    } else {
      nobody[b]++;
      allNobody++;
    }
    if (allPeople + allNobody > MOST) {
      allPeople = 0;
      allNobody = 0;
      for (int i = 0; i < BINS; i++) {
        people[i] /= 2;
        nobody[i] /= 2;
        allPeople += people[i];
        allNobody += nobody[i];
      }
    }
  }
}
