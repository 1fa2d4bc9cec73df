package io.walkout.tracker.person;

/**
 * Whom one track has been found to look like: for each person the mean of what the looks said.
 * Looks at one body within seconds are nearly copies of one, so that their number counts for two at
 * most. Bounded: beyond {@link #PERSONS} the least alike is forgotten. Single-threaded.
 */
final class Resemblance {
  private static final int PERSONS = 16;

  /** Looks that count each for itself. */
  private static final int INDEPENDENT = 2;

  private final long[] ids = new long[PERSONS];
  private final double[] sums = new double[PERSONS];
  private final int[] looks = new int[PERSONS];
  private int used;

  /** A look at this track said so much for its being that person. */
  void add(long id, double ratio) {
    int k = 0;
    while (k < used && ids[k] != id) {
      k++;
    }
    if (k == used) {
      k = used < PERSONS ? used++ : least();
      ids[k] = id;
      sums[k] = 0;
      looks[k] = 0;
    }
    sums[k] += ratio;
    looks[k]++;
  }

  private int least() {
    int least = 0;
    for (int k = 1; k < used; k++) {
      least = to(ids[k]) < to(ids[least]) ? k : least;
    }
    return least;
  }

  /** Log-likelihood ratio that this track is that person; 0 if nothing is known. */
  double to(long id) {
    for (int k = 0; k < used; k++) {
      if (ids[k] == id) {
        return sums[k] / looks[k] * Math.min(looks[k], INDEPENDENT);
      }
    }
    return 0;
  }
}
