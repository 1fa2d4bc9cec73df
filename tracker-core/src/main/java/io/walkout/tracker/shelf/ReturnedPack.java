package io.walkout.tracker.shelf;

/**
 * The last load that left or came to a shelf, for the next one may be the same pack on its way
 * back: then there are two measurements of one mass, and the second is told as the mean of both.
 * What faint shares of neighbours differ by is then no load, as the pack bears on them as before.
 */
final class ReturnedPack {
  /** A pack that was looked at comes back within this time; chosen. */
  private static final long LOOKED_AT_NANOS = 10_000_000_000L;

  /** Its own plates must say the same mass within so many sigmas, */
  private static final double SAME_SIGMAS = 3;

  /** or this share of it: a share more or less stands on the next plate. */
  private static final double SAME_SHARE = 0.01;

  private long nanos = Long.MIN_VALUE;
  private int plate = -1;
  private double seedGrams;
  private double grams;
  private double variance;

  /** The mean of both masses, and its variance, once {@link #isBack} has said so. */
  double meanGrams;

  double meanVariance;

  /** Remembers a load that was told: its greatest share on a plate, and all of it. */
  void remember(int seed, double seedShareGrams, long stepNanos, double sum, double sumVariance) {
    nanos = stepNanos;
    plate = seed;
    seedGrams = seedShareGrams;
    grams = sum;
    variance = sumVariance;
  }

  /** Whether a load is the last one undone. */
  boolean isBack(int seed, double seedShareGrams, long stepNanos, double sum, double sumVariance) {
    if (seed != plate
        || stepNanos <= nanos
        || stepNanos - nanos > LOOKED_AT_NANOS
        || sum * grams >= 0) {
      return false;
    }
    double both = variance + sumVariance;
    double away = seedShareGrams + seedGrams;
    double most = Math.max(SAME_SHARE * Math.abs(seedGrams), SAME_SIGMAS * Math.sqrt(both));
    if (Math.abs(away) > SAME_SHARE * Math.abs(seedGrams) || Math.abs(sum + grams) > most) {
      return false;
    }
    meanGrams = (sum * variance - grams * sumVariance) / both;
    meanVariance = variance * sumVariance / both;
    return true;
  }
}
