package io.walkout.tracker.shelf;

/** Tells when a quiet plate leaves its level: by one bin far out, or by {@link Cusum}. */
final class Departure {
  private static final double ALARM_SIGMAS = 4.5;

  /** A bin this far out may be the first of a movement that is noticed later. */
  private static final double SUSPECT_SIGMAS = 1.5;

  private final Cusum cusum = new Cusum();
  private boolean suspect;
  private long suspectNanos;

  /** When the plate left, once {@link #notices} has said so. */
  long sinceNanos;

  /** Forgets everything. */
  void clear() {
    cusum.clear();
    suspect = false;
  }

  /**
   * Whether the plate has left its level.
   *
   * @param z innovation of its newest bin, in sigmas
   * @param startNanos start of that bin
   */
  boolean notices(double z, long startNanos) {
    cusum.add(z, startNanos);
    if (Math.abs(z) < SUSPECT_SIGMAS) {
      suspect = false;
    } else if (!suspect) {
      suspect = true;
      suspectNanos = startNanos;
    }
    boolean leap = Math.abs(z) > ALARM_SIGMAS;
    sinceNanos = leap ? suspectNanos : cusum.sinceNanos();
    return leap || cusum.alarms();
  }
}
